package vn.tram.imaging;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tram.image.Gray8;
import vn.tram.image.Pixels;
import vn.tram.image.Resolution;
import vn.tram.image.Rgb8;
import vn.tram.imaging.Decoding.Decoded;
import vn.tram.imaging.Decoding.Unreadable;

class ImagesTest {
    private static final Resolution UNKNOWN = new Resolution.Unknown();
    private static final Gray8 GRAY = Pictures.gray(83, 61, 1);
    private static final Rgb8 RGB = Pictures.rgb(83, 61, 1);

    @Test
    void aGrayPngComesBackAsItWas() {
        assertThat(decoded(Images.png(GRAY, UNKNOWN))).isEqualTo(new Decoded(GRAY, UNKNOWN));
    }

    @Test
    void aColourPngComesBackAsItWas() {
        assertThat(decoded(Images.png(RGB, UNKNOWN))).isEqualTo(new Decoded(RGB, UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(doubles = {250, 500, 569, 1000})
    void aPngKeepsItsResolution(double ppi) {
        var back = decoded(Images.png(GRAY, new Resolution.Ppi(ppi, 2 * ppi)));
        var read = (Resolution.Ppi) back.resolution();
        assertThat(read.x()).isCloseTo(ppi, within(0.02)); // pHYs holds whole pixels per metre
        assertThat(read.y()).isCloseTo(2 * ppi, within(0.02));
    }

    @Test
    void theSamePictureGivesTheSamePng() {
        var ppi = Resolution.Ppi.of(500);
        assertThat(Images.png(GRAY, ppi))
                .isEqualTo(Images.png(Gray8.of(83, 61, GRAY.toBytes()), ppi));
    }

    @Test
    void jpeg2000LosesNothing() {
        assertThat(decoded(Images.jpeg2000(GRAY))).isEqualTo(new Decoded(GRAY, UNKNOWN));
        assertThat(decoded(Images.jpeg2000(RGB))).isEqualTo(new Decoded(RGB, UNKNOWN));
    }

    @Test
    void aBareCodestreamIsReadToo() {
        var file = Images.jpeg2000(GRAY);
        int start = indexOf(file, new byte[] {(byte) 0xFF, 0x4F, (byte) 0xFF, 0x51});
        var codestream = java.util.Arrays.copyOfRange(file, start, file.length);
        assertThat(decoded(codestream).pixels()).isEqualTo(GRAY);
    }

    @Test
    void aJpegAtHighQualityIsCloseAndKeepsItsResolution() {
        var back = decoded(Images.jpeg(GRAY, Resolution.Ppi.of(300), 98));
        assertThat(back.resolution()).isEqualTo(Resolution.Ppi.of(300));
        assertThat(largestDifference((Gray8) back.pixels(), GRAY)).isLessThanOrEqualTo(4);
    }

    @Test
    void aLowerQualityMakesASmallerJpeg() {
        assertThat(Images.jpeg(RGB, UNKNOWN, 30))
                .hasSizeLessThan(Images.jpeg(RGB, UNKNOWN, 90).length);
    }

    @Test
    void bmpIsReadWithItsResolution() {
        var file = Pictures.file(JavaImages.of(RGB), "bmp");
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(38, 19685).putInt(42, 39370);
        assertThat(decoded(file))
                .isEqualTo(new Decoded(RGB, new Resolution.Ppi(19685 * 0.0254, 39370 * 0.0254)));
    }

    @Test
    void tiffIsReadInEveryCompressionThatIsNamed() throws IOException {
        for (var compression : new String[] {"LZW", "Deflate", "PackBits", "ZLib"}) {
            assertThat(decoded(TiffFiles.of(GRAY, compression)).pixels())
                    .as(compression)
                    .isEqualTo(GRAY);
            assertThat(decoded(TiffFiles.of(RGB, compression)).pixels())
                    .as(compression)
                    .isEqualTo(RGB);
        }
    }

    @Test
    void aHandMadeTiffIsReadWithItsResolution() {
        assertThat(decoded(TiffFiles.plain(GRAY, 1, 500)))
                .isEqualTo(new Decoded(GRAY, Resolution.Ppi.of(500)));
    }

    @Test
    void aTiffWhoseWhiteIsZeroIsTurnedAround() {
        assertThat(decoded(TiffFiles.plain(inverted(GRAY), 0, 500)).pixels()).isEqualTo(GRAY);
    }

    @Test
    void plainAndRawPnmAreRead() {
        var two = Gray8.of(2, 1, new byte[] {0, (byte) 255});
        assertThat(pnm("P2 # made by hand\n2 1\n255\n0 255")).isEqualTo(two);
        assertThat(pnm("P1\n2 1\n10")).isEqualTo(two);
        assertThat(pnm("P4\n2 1\n\u0080")).isEqualTo(two);
        assertThat(pnm("P5 2 1 255 \u0000\u00ff")).isEqualTo(two);
        assertThat(pnm("P5 2 1 65535 \u0000\u00ff\u00ff\u0000")).isEqualTo(two);
        assertThat(pnm("P6 1 1 255 abc")).isEqualTo(Rgb8.of(1, 1, new byte[] {'a', 'b', 'c'}));
        assertThat(pnm("P3\n1 1\n1\n1 0 1\n")).isEqualTo(Rgb8.of(1, 1, new byte[] {-1, 0, -1}));
    }

    @Test
    void sixteenBitsBecomeTheUpperEight() {
        var image = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setSample(0, 0, 0, 0x12FF);
        image.getRaster().setSample(1, 0, 0, 0xFE00);
        assertThat(decoded(Pictures.file(image, "png")).pixels())
                .isEqualTo(Gray8.of(2, 1, new byte[] {0x12, (byte) 0xFE}));
    }

    @Test
    void aBilevelPngIsBlackAndWhite() {
        var image = new BufferedImage(9, 1, BufferedImage.TYPE_BYTE_BINARY);
        image.setRGB(8, 0, 0xFFFFFFFF);
        var expected = new byte[9];
        expected[8] = (byte) 255;
        assertThat(decoded(Pictures.file(image, "png")).pixels())
                .isEqualTo(Gray8.of(9, 1, expected));
    }

    @Test
    void aPaletteBecomesColour() {
        var image = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_INDEXED);
        image.setRGB(0, 0, new Color(0xFF, 0x00, 0x33).getRGB());
        assertThat(decoded(Pictures.file(image, "png")).pixels())
                .isEqualTo(Rgb8.of(1, 1, new byte[] {-1, 0, 0x33}));
    }

    @Test
    void whatIsTransparentIsWhite() {
        var image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(1, 0, 0xFF102030);
        assertThat(decoded(Pictures.file(image, "png")).pixels())
                .isEqualTo(Rgb8.of(2, 1, new byte[] {-1, -1, -1, 0x10, 0x20, 0x30}));
    }

    @Test
    void aPictureTooLargeIsRefusedByItsHeaderAlone() throws IOException {
        var header =
                ByteBuffer.allocate(13)
                        .putInt(40_000)
                        .putInt(40_000)
                        .put(new byte[] {8, 0, 0, 0, 0});
        var file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n'});
        chunk(file, "IHDR", header.array());
        chunk(file, "IDAT", new byte[10]);
        chunk(file, "IEND", new byte[0]);
        assertThat(Images.decode(file.toByteArray()))
                .isEqualTo(new Unreadable("has more than 50000000 pixels: 40000 x 40000"));
        assertThat(Images.decode("P5 40000 40000 255 ".getBytes(US_ASCII)))
                .isEqualTo(new Unreadable("has more than 50000000 pixels: 40000 x 40000"));
    }

    @Test
    void aDamagedPngIsNamed() {
        var file = Images.png(GRAY, UNKNOWN);
        file[file.length / 2] ^= 1;
        assertThat(Images.decode(file)).isEqualTo(new Unreadable("is damaged: wrong CRC of IDAT"));
    }

    @Test
    void whatIsNoPictureIsUnreadable() {
        var nothing = new Unreadable("not a picture file of a known kind");
        assertThat(Images.decode(new byte[0])).isEqualTo(nothing);
        assertThat(Images.decode("<html>".getBytes(US_ASCII))).isEqualTo(nothing);
    }

    @Test
    void filesAreReadByContentNotByName(@TempDir Path folder) throws IOException {
        var file = Files.write(folder.resolve("print.jpg"), Images.png(GRAY, UNKNOWN));
        assertThat(Images.read(file)).isEqualTo(new Decoded(GRAY, UNKNOWN));
        assertThat(Images.read(folder.resolve("absent.png"))).isInstanceOf(Unreadable.class);
        assertThat(Images.looksLikePicture(file)).isTrue();
        assertThat(Images.looksLikePicture(folder.resolve("labels.csv"))).isFalse();
    }

    private static Decoded decoded(byte[] file) {
        var decoding = Images.decode(file);
        assertThat(decoding).isInstanceOf(Decoded.class);
        return (Decoded) decoding;
    }

    private static Pixels pnm(String text) {
        return decoded(text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)).pixels();
    }

    private static Gray8 inverted(Gray8 gray) {
        var samples = gray.toBytes();
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) ~samples[i];
        }
        return Gray8.wrap(gray.width(), gray.height(), samples);
    }

    private static int largestDifference(Gray8 a, Gray8 b) {
        int largest = 0;
        for (int y = 0; y < a.height(); y++) {
            for (int x = 0; x < a.width(); x++) {
                largest = Math.max(largest, Math.abs(a.at(x, y) - b.at(x, y)));
            }
        }
        return largest;
    }

    private static int indexOf(byte[] all, byte[] part) {
        for (int i = 0; i + part.length <= all.length; i++) {
            if (java.util.Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new AssertionError("not found");
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] content) {
        var body =
                ByteBuffer.allocate(4 + content.length).put(name.getBytes(US_ASCII)).put(content);
        var crc = new CRC32();
        crc.update(body.array());
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(body.array());
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
