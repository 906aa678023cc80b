package vn.tram.imaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Optional;

/// One part of a `multipart/x-mixed-replace` stream.
public final class StreamPart {
    /// A live picture in 4K has 8.3 million.
    public static final long MOST_PIXELS = 12_000_000;

    private final String mediaType;
    private final byte[] content;
    private final Optional<Instant> stamp;
    private final Instant receivedAt;

    StreamPart(String mediaType, Optional<Instant> stamp, byte[] content) {
        this.mediaType = mediaType;
        this.stamp = stamp;
        this.content = content;
        this.receivedAt = Instant.now();
    }

    /// As the part's header says, in lower case and without parameters; empty where it says none.
    public String mediaType() {
        return mediaType;
    }

    /// When it was taken by the sender's clock, where its header tells (`X-Timestamp`, in seconds).
    public Optional<Instant> stamp() {
        return stamp;
    }

    /// When its last byte was there.
    public Instant receivedAt() {
        return receivedAt;
    }

    /// Whether its first bytes are those of a JPEG, whatever its header says.
    public boolean isJpeg() {
        return content.length > 2
                && (content[0] & 0xFF) == 0xFF
                && (content[1] & 0xFF) == 0xD8
                && (content[2] & 0xFF) == 0xFF;
    }

    public byte[] content() {
        return content.clone();
    }

    public String text() {
        return new String(content, UTF_8);
    }

    /// Its picture, of at most [#MOST_PIXELS].
    public Decoding decode() {
        return Images.decode(content, MOST_PIXELS);
    }

    @Override
    public String toString() {
        return "StreamPart[" + mediaType + ", " + content.length + " bytes]";
    }
}
