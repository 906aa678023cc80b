package vn.tram.imaging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tram.image.Gray8;
import vn.tram.image.Resolution;
import vn.tram.imaging.MjpegStream.Next;

class MjpegStreamTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PipedOutputStream out = new PipedOutputStream();
    private MjpegStream stream = MjpegStream.start(new PipedInputStream(), "");

    @BeforeEach
    void start() throws IOException {
        var in = new PipedInputStream(out, 1 << 20);
        stream = MjpegStream.start(in, "multipart/x-mixed-replace; boundary=b");
    }

    private static byte[] jpeg(int width) {
        return Images.jpeg(Gray8.wrap(width, 8, new byte[width * 8]), new Resolution.Unknown(), 90);
    }

    private void send(byte[] jpeg) throws IOException {
        out.write(("--b\r\nContent-Length: " + jpeg.length + "\r\n\r\n").getBytes(ISO_8859_1));
        out.write(jpeg);
        out.write("\r\n".getBytes(ISO_8859_1));
        out.flush();
    }

    private int shownWidth() throws InterruptedException {
        var next = stream.next(PATIENCE);
        assertThat(next).isInstanceOf(Next.Shown.class);
        var decoding = ((Next.Shown) next).part().decode();
        return ((Decoding.Decoded) decoding).pixels().width();
    }

    @Test
    void theNewestPictureWinsAndIsShownOnce() throws Exception {
        send(jpeg(8));
        assertThat(shownWidth()).isEqualTo(8);
        for (int width = 16; width <= 64; width += 8) {
            send(jpeg(width));
        }
        int seen = 0;
        while (seen < 64) { // the reader may be between any two of them
            int width = shownWidth();
            assertThat(width).isGreaterThan(seen);
            seen = width;
        }
        assertThat(stream.next(Duration.ofMillis(20))).isEqualTo(new Next.Silent());
    }

    @Test
    void theEndTellsTheLastWords() throws Exception {
        send(jpeg(8));
        assertThat(shownWidth()).isEqualTo(8);
        out.write("{\"errorCode\":\"609\"}".getBytes(ISO_8859_1));
        out.close();
        assertThat(stream.next(PATIENCE))
                .isEqualTo(new Next.Ended(Optional.of("{\"errorCode\":\"609\"}")));
    }

    @Test
    void closingWakesWhoWaits() throws Exception {
        var closer = Thread.ofPlatform().start(stream::close);
        assertThat(stream.next(PATIENCE)).isEqualTo(new Next.Ended(Optional.empty()));
        closer.join();
    }

    @Test
    void whatIsNoStreamIsBroken() throws Exception {
        stream = MjpegStream.start(new PipedInputStream(), "text/html");
        assertThat(stream.next(PATIENCE))
                .isEqualTo(new Next.Broken("not a stream of parts but 'text/html'"));
    }
}
