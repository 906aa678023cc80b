package vn.tram.quality.portrait;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import org.opencv.core.MatOfByte;
import org.opencv.dnn.Dnn;
import org.opencv.dnn.Net;

/// The network files inside the program, each checked against `models.sha256` before it is used.
///
/// A file that is missing or not the one released means a damaged installation; nobody can go on
/// from there, so it is an unchecked exception.
final class Models {
    static final String SHORT_RANGE = "face_detection_short_range.tflite";
    static final String FULL_RANGE = "face_detection_full_range.tflite";
    static final String MESH_BASE = "attn_base.onnx";
    static final String MESH_LIPS = "attn_lips.onnx";
    static final String MESH_EYE_A = "attn_leye.onnx";
    static final String MESH_EYE_B = "attn_reye.onnx";
    static final String MESH_TABLES = "attention_mesh_indices.txt";
    static final String CANONICAL_FACE = "geometry_pipeline_metadata_landmarks.binarypb";
    static final String PERSON = "selfie_segmentation.tflite";

    private static final String SUMS = "models.sha256";

    private final Map<String, String> sums;

    /// Reads the list of digests.
    Models() {
        this(new String(bytes(SUMS), US_ASCII));
    }

    /// @param sums lines as `sha256sum` writes them
    Models(String sums) {
        this.sums =
                sums.lines()
                        .map(line -> line.split("\\s+"))
                        .collect(Collectors.toMap(words -> words[1], words -> words[0]));
    }

    /// The content of a file.
    ///
    /// @throws IllegalStateException when it is not the file that was released
    byte[] verified(String name) {
        var content = bytes(name);
        var digest = HexFormat.of().formatHex(sha256().digest(content));
        if (!digest.equals(sums.get(name))) {
            throw new IllegalStateException(
                    "the station's installation is damaged: " + name + " has digest " + digest);
        }
        return content;
    }

    /// The network in an `.onnx` or `.tflite` file; not safe for use by several threads.
    Net net(String name) {
        try (var scope = new MatScope()) {
            var content = scope.own(new MatOfByte(verified(name)));
            return name.endsWith(".onnx")
                    ? Dnn.readNetFromONNX(content)
                    : Dnn.readNetFromTFLite(content);
        }
    }

    private static byte[] bytes(String name) {
        try (var in = Models.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException(name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the station's installation is damaged: " + name + " cannot be read", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
