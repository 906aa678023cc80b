package vn.tram.quality.portrait;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// MediaPipe's average face in space and the points of it that tell how a head is turned.
///
/// @param anchors points to hold a mesh against
record CanonicalFace(List<Anchor> anchors) {
    /// A point of the average face: centimetres from its middle, x to the right of the picture, y
    /// up, z towards the camera.
    ///
    /// @param landmark its number in the mesh
    /// @param weight how much it counts, above 0
    record Anchor(int landmark, double weight, double x, double y, double z) {}

    /// Numbers to a vertex: x, y, z and two texture coordinates.
    private static final int VERTEX = 5;

    CanonicalFace {
        anchors = List.copyOf(anchors);
    }

    /// Reads MediaPipe's `GeometryPipelineMetadata`, a protocol buffer: field 1 the mesh, in it
    /// field 3 the vertices; field 2 landmark and weight of each anchor.
    ///
    /// @throws IllegalArgumentException when it is none
    static CanonicalFace parse(byte[] message) {
        var vertices = new ArrayList<Float>();
        var weights = new ArrayList<Weight>();
        var reader = new Fields(message);
        while (reader.next()) {
            if (reader.number == 1) {
                vertices(reader.bytes(), vertices);
            } else if (reader.number == 2) {
                weights.add(weight(reader.bytes()));
            }
        }
        return new CanonicalFace(
                weights.stream()
                        .map(w ->
                                new Anchor(
                                        w.landmark,
                                        w.weight,
                                        vertices.get(VERTEX * w.landmark),
                                        vertices.get(VERTEX * w.landmark + 1),
                                        vertices.get(VERTEX * w.landmark + 2)))
                        .toList());
    }

    private static void vertices(byte[] mesh, List<Float> vertices) {
        var reader = new Fields(mesh);
        while (reader.next()) {
            if (reader.number == 3) {
                reader.floats(vertices);
            }
        }
    }

    private static Weight weight(byte[] message) {
        int landmark = 0;
        var weight = new ArrayList<Float>();
        var reader = new Fields(message);
        while (reader.next()) {
            if (reader.number == 1) {
                landmark = (int) reader.value;
            } else if (reader.number == 2) {
                reader.floats(weight);
            }
        }
        return new Weight(landmark, weight.getFirst());
    }

    private record Weight(int landmark, double weight) {}

    /// Walks over the fields of one protocol-buffer message.
    private static final class Fields {
        private static final int VARINT = 0;
        private static final int FIXED64 = 1;
        private static final int BYTES = 2;
        private static final int FIXED32 = 5;

        private final ByteBuffer buffer;
        int number;
        private ByteBuffer content = ByteBuffer.allocate(0);
        long value;

        Fields(byte[] message) {
            buffer = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        }

        boolean next() {
            if (!buffer.hasRemaining()) {
                return false;
            }
            int key = (int) varint();
            number = key >>> 3;
            switch (key & 7) {
                case VARINT -> value = varint();
                case FIXED64 -> content = take(Long.BYTES);
                case BYTES -> content = take((int) varint());
                case FIXED32 -> content = take(Float.BYTES);
                default -> throw new IllegalArgumentException("unknown wire type " + (key & 7));
            }
            return true;
        }

        byte[] bytes() {
            var bytes = new byte[content.remaining()];
            content.get(bytes);
            return bytes;
        }

        /// One or many, as they may lie packed.
        void floats(List<Float> target) {
            while (content.remaining() >= Float.BYTES) {
                target.add(content.getFloat());
            }
        }

        private ByteBuffer take(int length) {
            var part = buffer.slice(buffer.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            buffer.position(buffer.position() + length);
            return part;
        }

        private long varint() {
            long result = 0;
            for (int shift = 0; shift < Long.SIZE; shift += 7) {
                byte next = buffer.get();
                result |= (next & 0x7FL) << shift;
                if (next >= 0) {
                    return result;
                }
            }
            throw new IllegalArgumentException("a number without end");
        }
    }
}
