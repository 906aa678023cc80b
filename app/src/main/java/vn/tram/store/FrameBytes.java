package vn.tram.store;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import vn.tram.image.Frame;
import vn.tram.image.Gray8;
import vn.tram.image.Pixels;
import vn.tram.image.Resolution;
import vn.tram.image.Rgb8;

/// A frame as bytes, exactly as it was captured: a short head, then the raw samples. Not
/// compressed: the fastest deflate took 48 ms for 2.4 MB, five times the write (measured
/// 2026-11-22).
///
/// Layout, big-endian: format (1); samples a pixel (1 or 3); width, height (4 each); ppi in x and y
/// (8 each, 0 where unknown); taken at, seconds and nanoseconds (8, 4); origin (2, then modified
/// UTF-8); samples.
final class FrameBytes {
    private static final int FORMAT = 1;

    private FrameBytes() {}

    static void write(Frame frame, OutputStream to) throws IOException {
        var pixels = frame.pixels();
        var ppi = frame.resolution() instanceof Resolution.Ppi known ? known : null;
        var out = new DataOutputStream(to);
        out.writeByte(FORMAT);
        out.writeByte(
                switch (pixels) {
                    case Gray8 _ -> 1;
                    case Rgb8 _ -> 3;
                });
        out.writeInt(pixels.width());
        out.writeInt(pixels.height());
        out.writeDouble(ppi == null ? 0 : ppi.x());
        out.writeDouble(ppi == null ? 0 : ppi.y());
        out.writeLong(frame.takenAt().getEpochSecond());
        out.writeInt(frame.takenAt().getNano());
        out.writeUTF(frame.origin());
        pixels.writeTo(out);
        out.flush();
    }

    /// @throws IOException when the bytes are no frame of this format
    static Frame read(byte[] bytes) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int format = in.readUnsignedByte();
            if (format != FORMAT) {
                throw new IOException("frame of format " + format);
            }
            int depth = in.readUnsignedByte();
            int width = in.readInt();
            int height = in.readInt();
            double ppiX = in.readDouble();
            double ppiY = in.readDouble();
            var takenAt = Instant.ofEpochSecond(in.readLong(), in.readInt());
            var origin = in.readUTF();
            var samples = in.readAllBytes();
            Pixels pixels =
                    depth == 1
                            ? Gray8.wrap(width, height, samples)
                            : Rgb8.wrap(width, height, samples);
            var resolution = ppiX > 0 ? new Resolution.Ppi(ppiX, ppiY) : new Resolution.Unknown();
            return new Frame(pixels, resolution, takenAt, origin);
        }
    }
}
