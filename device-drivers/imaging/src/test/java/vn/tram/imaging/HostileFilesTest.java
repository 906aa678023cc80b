package vn.tram.imaging;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.tram.image.Resolution;
import vn.tram.imaging.Decoding.Decoded;
import vn.tram.imaging.Decoding.Unreadable;

/// Files cut short, with bits turned over, and with bytes replaced: every one has an answer.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a decoder may loop
class HostileFilesTest {
    private static final int MUTATIONS = 600;

    private static Map<String, byte[]> files() throws IOException {
        var ppi = Resolution.Ppi.of(500);
        var gray = Pictures.gray(61, 47, 3);
        var rgb = Pictures.rgb(61, 47, 3);
        var files = new LinkedHashMap<String, byte[]>();
        files.put("png gray", Images.png(gray, ppi));
        files.put("png colour", Images.png(rgb, ppi));
        files.put("png palette", palette("png"));
        files.put("jpeg gray", Images.jpeg(gray, ppi, 90));
        files.put("jpeg colour", Images.jpeg(rgb, ppi, 90));
        files.put("jpeg 2000 gray", Images.jpeg2000(gray));
        files.put("jpeg 2000 colour", Images.jpeg2000(rgb));
        files.put("bmp colour", Pictures.file(JavaImages.of(rgb), "bmp"));
        files.put("bmp palette", palette("bmp"));
        files.put("tiff plain", TiffFiles.plain(gray, 1, 500));
        files.put("tiff lzw", TiffFiles.of(rgb, "LZW"));
        files.put("tiff deflate", TiffFiles.of(gray, "Deflate"));
        files.put("pnm", pgm());
        return files;
    }

    private static byte[] palette(String format) {
        return Pictures.file(new BufferedImage(61, 47, BufferedImage.TYPE_BYTE_INDEXED), format);
    }

    private static byte[] pgm() {
        var head = "P5 61 47 255\n".getBytes(US_ASCII);
        var file = Arrays.copyOf(head, head.length + 61 * 47);
        System.arraycopy(Pictures.gray(61, 47, 3).toBytes(), 0, file, head.length, 61 * 47);
        return file;
    }

    static Stream<Map.Entry<String, byte[]>> eachFile() throws IOException {
        return files().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("eachFile")
    void aWholeFileIsRead(Map.Entry<String, byte[]> file) {
        assertThat(Images.decode(file.getValue())).isInstanceOf(Decoded.class);
    }

    @ParameterizedTest
    @MethodSource("eachFile")
    void aFileCutShortIsUnreadable(Map.Entry<String, byte[]> file) {
        var whole = file.getValue();
        int step = Math.max(1, whole.length / 200);
        for (int length = 0; length < whole.length - 12; length += step) {
            assertThat(Images.decode(Arrays.copyOf(whole, length)))
                    .as("the first %d of %d bytes", length, whole.length)
                    .isInstanceOf(Unreadable.class);
        }
    }

    static Stream<Map.Entry<String, byte[]>> eachJpeg2000() throws IOException {
        return eachFile().filter(file -> file.getKey().startsWith("jpeg 2000"));
    }

    /// Behind the start of the data stand packet headers, whose bits the decoder reads until a zero
    /// comes.
    @ParameterizedTest
    @MethodSource("eachJpeg2000")
    void onesInPacketsNeverLoop(Map.Entry<String, byte[]> file) {
        var whole = file.getValue();
        int data = startOfData(whole);
        int step = Math.max(1, (whole.length - data) / 200);
        for (int from = data; from < whole.length; from += step) {
            for (int length : List.of(1, 2, 5)) {
                var bad = whole.clone();
                Arrays.fill(bad, from, Math.min(from + length, bad.length), (byte) 0xFF);
                assertThat(Images.decode(bad)).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("eachJpeg2000")
    void onesToTheEndOfAPictureAreUnreadable(Map.Entry<String, byte[]> file) {
        var bad = file.getValue().clone();
        Arrays.fill(bad, startOfData(bad), bad.length - 2, (byte) 0xFF);
        assertThat(Images.decode(bad)).isInstanceOf(Unreadable.class);
    }

    private static int startOfData(byte[] jpeg2000) {
        int at = 0;
        while ((jpeg2000[at] & 0xFF) != 0xFF || (jpeg2000[at + 1] & 0xFF) != 0x93) {
            at++;
        }
        return at + 2;
    }

    @ParameterizedTest
    @MethodSource("eachFile")
    void turnedBitsNeverThrow(Map.Entry<String, byte[]> file) {
        var random = new Random(20261122);
        for (int i = 0; i < MUTATIONS; i++) {
            var bad = file.getValue().clone();
            // half of them in the first bytes, where sizes and lengths are
            int reach = i % 2 == 0 ? Math.min(200, bad.length) : bad.length;
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                bad[random.nextInt(reach)] ^= (byte) (1 << random.nextInt(8));
            }
            assertThat(Images.decode(bad)).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("eachFile")
    void replacedBytesNeverThrow(Map.Entry<String, byte[]> file) {
        var random = new Random(42);
        for (int i = 0; i < MUTATIONS; i++) {
            var bad = file.getValue().clone();
            int from = random.nextInt(Math.min(400, bad.length));
            int to = Math.min(bad.length, from + 1 + random.nextInt(8));
            Arrays.fill(bad, from, to, (byte) (random.nextBoolean() ? 0xFF : random.nextInt(256)));
            assertThat(Images.decode(bad)).isNotNull();
        }
    }
}
