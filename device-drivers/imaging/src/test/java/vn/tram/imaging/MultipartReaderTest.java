package vn.tram.imaging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartReaderTest {
    /// As MOSIP's device service answers: the dashes are part of the boundary's name.
    private static final String MOSIP = "multipart/x-mixed-replace; boundary=--BoundaryString";

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(ISO_8859_1));
    }

    private static List<String> texts(String contentType, InputStream in) throws IOException {
        var reader = new MultipartReader(in, contentType);
        var texts = new ArrayList<String>();
        for (var part = reader.next(); part.isPresent(); part = reader.next()) {
            texts.add(part.get().mediaType() + ":" + new String(part.get().content(), ISO_8859_1));
        }
        return texts;
    }

    @Test
    void partsWithALengthAreReadWhateverIsInThem() throws Exception {
        var body = "--BoundaryString\r\nContent-Type:image/jpeg\r\nContent-Length:20\r\n\r\n";
        assertThat(
                        texts(
                                MOSIP,
                                in(
                                        body
                                                + "a--BoundaryString\nb"
                                                + "1\r\n"
                                                + body
                                                + "01234567890123456789")))
                .containsExactly(
                        "image/jpeg:a--BoundaryString\nb1", "image/jpeg:01234567890123456789");
    }

    @Test
    void partsWithoutALengthGoToTheNextBoundary() throws Exception {
        assertThat(
                        texts(
                                "Multipart/X-Mixed-Replace;boundary=\"abc\"",
                                in(
                                        "preamble\r\n--abc\r\nContent-Type: image/jpeg; x=y\r\n\r\n"
                                                + "one\r\n\r\n--abc\n\ntwo\n--abc--\r\nepilogue")))
                .containsExactly("image/jpeg:one\r\n", ":two");
    }

    @Test
    void lastWordsBehindThePartsAreAPartWithoutAType() throws Exception {
        assertThat(
                        texts(
                                MOSIP,
                                in(
                                        "--BoundaryString\r\nContent-Length: 1\r\n\r\nx\r\n"
                                                + "{\"errorCode\":\"609\"}")))
                .containsExactly(":x", ":{\"errorCode\":\"609\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image/jpeg",
                "multipart/x-mixed-replace",
                "multipart/x-mixed-replace; boundary=",
                "multipart/x-mixed-replace; boundary=--",
                ""
            })
    void aTypeWithoutABoundaryIsNoStream(String contentType) {
        assertThatThrownBy(() -> new MultipartReader(in(""), contentType))
                .isInstanceOf(BadStream.class);
    }

    /// Endless, and counts what was taken from it.
    private static InputStream endless(String head, String again, AtomicLong taken) {
        return new InputStream() {
            private int at;

            @Override
            public int read() {
                taken.incrementAndGet();
                int here = at++;
                return here < head.length()
                        ? head.charAt(here)
                        : again.charAt((here - head.length()) % again.length());
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                for (int i = 0; i < length; i++) {
                    into[offset + i] = (byte) read();
                }
                return length;
            }
        };
    }

    private static void refusedWithin(long mostBytes, String head, String again, String why) {
        var taken = new AtomicLong();
        assertThatThrownBy(() -> texts(MOSIP, endless(head, again, taken)))
                .isInstanceOf(BadStream.class)
                .hasMessageContaining(why);
        assertThat(taken.get()).isLessThan(mostBytes);
    }

    @Test
    void whatHasNoEndIsGivenUpSoon() {
        var part = "--BoundaryString\r\n";
        refusedWithin(200_000, "", "no boundary here\r\n", "no boundary where");
        refusedWithin(200_000, "", "x", "a line of more than");
        refusedWithin(200_000, part, "X-Header: y\r\n", "more than 32 lines");
        refusedWithin(
                200_000, part + "Content-Length: 10000000000\r\n\r\n", "x", "10000000000 bytes");
        refusedWithin(
                200_000, part + "Content-Length: 99999999999999999999\r\n\r\n", "x", "no number");
        refusedWithin(9_000_000, part + "\r\n", "x", "a part of more than");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--BoundaryString\r\nContent-Length: 5\r\n\r\nabc",
                "--BoundaryString\r\nContent-Length: 5\r\n",
                "--BoundaryString\r\n\r\nabc",
                "--BoundaryString\r\nContent-Length: -1\r\n\r\nabc"
            })
    void aCutStreamOrANonsenseLengthIsNoPart(String body) {
        assertThatThrownBy(() -> texts(MOSIP, in(body))).isInstanceOf(BadStream.class);
    }

    /// A stream made of the words that matter to the reader, in any order, cut and changed.
    private static byte[] hostile(Random random) {
        var words =
                List.of(
                        "--BoundaryString",
                        "--BoundaryString--",
                        "BoundaryString",
                        "\r\n",
                        "\n",
                        "\r\n\r\n",
                        "Content-Length:",
                        "Content-Type: image/jpeg",
                        "7",
                        "-5",
                        "999999999",
                        "\u00ff\u00d8\u00ff\u00e0",
                        "\0",
                        "--",
                        ":",
                        "{\"error\":{}}");
        var text = new StringBuilder();
        for (int i = random.nextInt(24); i > 0; i--) {
            text.append(words.get(random.nextInt(words.size())));
        }
        var bytes = text.toString().getBytes(ISO_8859_1);
        for (int i = random.nextInt(3); i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static void fuzz(long seed, int inputs) {
        var random = new Random(seed);
        for (int i = 0; i < inputs; i++) {
            var bytes = hostile(random);
            try {
                long sum = 0;
                for (var text : texts(MOSIP, new ByteArrayInputStream(bytes))) {
                    sum += text.length();
                }
                assertThat(sum).isLessThanOrEqualTo(bytes.length + 26L * bytes.length);
            } catch (BadStream e) {
                assertThat(e.getMessage()).isNotBlank();
            } catch (IOException e) {
                throw new AssertionError("an array in memory does not break", e);
            }
        }
    }

    @Test
    void anyBytesAreAnsweredByPartsOrAReason() {
        fuzz(20261123, 20_000);
    }

    @Test
    @Tag("endurance")
    void aMillionStreamsAreAnsweredByPartsOrAReason() {
        fuzz(1, 1_000_000);
    }
}
