package vn.tram.imaging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Reads a stream of pictures in parts, `multipart/x-mixed-replace`, as network cameras and device
/// services send it (RFC 2046, 5.1, and the custom of Netscape's server push).
///
/// A boundary is taken with the two dashes before it that the standard wants, and without: half of
/// all senders put the dashes into the boundary's name. A part is as long as its `Content-Length`
/// says, or goes on to the next boundary. Everything is bounded: a line, the lines of a header,
/// what comes between parts, a part. A part's length that is not true costs no memory: a part grows
/// as its bytes come.
///
/// Blocks as the stream does; used by one thread.
public final class MultipartReader {
    /// The most bytes of one part: far more than any camera's live picture has.
    public static final int MOST_PART_BYTES = 8 << 20;

    private static final int MOST_LINE_BYTES = 1024;
    private static final int MOST_HEADER_LINES = 32;

    /// What may stand before the first and between any two boundaries.
    private static final int MOST_BETWEEN_BYTES = 4096;

    private final InputStream in;
    private final String boundary;
    private boolean ended;

    /// Whether the boundary of the next part has been read with the part before it.
    private boolean atHeader;

    /// What a part's header tells.
    ///
    /// @param length −1 where it tells none
    private record PartHeader(String mediaType, int length, Optional<Instant> stamp) {}

    /// @param contentType the response's, with the parameter `boundary`
    /// @throws BadStream when it is another type, or has no boundary of 1 to 70 characters
    public MultipartReader(InputStream in, String contentType) throws BadStream {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.boundary = boundary(contentType);
    }

    private static String boundary(String contentType) throws BadStream {
        var fields = contentType.split(";", -1);
        if (!fields[0].strip().toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            throw new BadStream("not a stream of parts but '" + shown(contentType) + "'");
        }
        for (int i = 1; i < fields.length; i++) {
            var field = fields[i].strip();
            if (field.regionMatches(true, 0, "boundary=", 0, 9)) {
                var name = field.substring(9).strip();
                if (name.length() >= 2 && name.startsWith("\"") && name.endsWith("\"")) {
                    name = name.substring(1, name.length() - 1);
                }
                if (name.startsWith("--")) {
                    name = name.substring(2);
                }
                if (!name.isBlank() && name.length() <= 70) {
                    return name;
                }
            }
        }
        throw new BadStream("a stream of parts without a boundary");
    }

    private static String shown(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }

    /// The next part; empty when the stream has ended. Text that stands behind the last boundary is
    /// a part of its own, without a type: some services end with a word about why.
    ///
    /// @throws BadStream when the stream is not one of parts, or ends within one
    /// @throws IOException when it breaks
    public Optional<StreamPart> next() throws IOException {
        if (ended) {
            return Optional.empty();
        }
        if (atHeader) {
            atHeader = false;
            return part(header());
        }
        var between = new StringBuilder();
        while (true) {
            var line = line();
            if (line.isEmpty()) {
                ended = true;
                return between.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new StreamPart(
                                        "",
                                        Optional.empty(),
                                        between.toString().getBytes(ISO_8859_1)));
            }
            if (isBoundary(line.get(), "")) {
                return part(header());
            }
            if (isBoundary(line.get(), "--")) {
                ended = true;
                return Optional.empty();
            }
            between.append(line.get().strip());
            if (between.length() > MOST_BETWEEN_BYTES) {
                throw new BadStream("no boundary where one must be");
            }
        }
    }

    /// Whether the line is the boundary, with or without its dashes, and that after it.
    private boolean isBoundary(String line, String after) {
        var text = line.stripTrailing();
        int dashes = text.startsWith("--") ? 2 : 0;
        return text.length() == dashes + boundary.length() + after.length()
                && text.startsWith(boundary, dashes)
                && text.endsWith(after);
    }

    private PartHeader header() throws IOException {
        var mediaType = "";
        int length = -1;
        var stamp = Optional.<Instant>empty();
        for (int i = 0; i < MOST_HEADER_LINES; i++) {
            var line = line().orElseThrow(MultipartReader::cut).strip();
            if (line.isEmpty()) {
                return new PartHeader(mediaType, length, stamp);
            }
            int colon = line.indexOf(':');
            var name = line.substring(0, Math.max(0, colon)).strip().toLowerCase(Locale.ROOT);
            var value = line.substring(colon + 1).strip();
            if (name.equals("content-type")) {
                mediaType = value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
            } else if (name.equals("content-length")) {
                length = length(value);
            } else if (name.equals("x-timestamp")) {
                stamp = stamp(value);
            }
        }
        throw new BadStream("a part's header with more than " + MOST_HEADER_LINES + " lines");
    }

    private static int length(String value) throws BadStream {
        if (!value.matches("[0-9]{1,15}")) {
            throw new BadStream("a part's length that is no number: '" + shown(value) + "'");
        }
        long length = Long.parseLong(value);
        if (length > MOST_PART_BYTES) {
            throw new BadStream(
                    "a part of %d bytes; %d are the most".formatted(length, MOST_PART_BYTES));
        }
        return (int) length;
    }

    /// Seconds, as many senders write it; anything else tells nothing.
    private static Optional<Instant> stamp(String value) {
        return value.matches("[0-9]{1,11}([.][0-9]{1,9})?")
                ? Optional.of(
                        Instant.EPOCH.plus(
                                new BigDecimal(value).movePointRight(6).longValue(),
                                ChronoUnit.MICROS))
                : Optional.empty();
    }

    private Optional<StreamPart> part(PartHeader header) throws IOException {
        var content = header.length >= 0 ? measured(header.length) : upToBoundary();
        return Optional.of(new StreamPart(header.mediaType, header.stamp, content));
    }

    private byte[] measured(int length) throws IOException {
        var content = in.readNBytes(length);
        if (content.length < length) {
            throw cut();
        }
        return content;
    }

    /// All bytes before the line end and boundary that follow; those are consumed.
    private byte[] upToBoundary() throws IOException {
        var end = ("\n--" + boundary).getBytes(ISO_8859_1);
        var content = new Growing();
        while (!content.endsWith(end)) {
            int next = in.read();
            if (next < 0) {
                throw cut();
            }
            content.write(next);
            if (content.size() > MOST_PART_BYTES) {
                throw new BadStream("a part of more than " + MOST_PART_BYTES + " bytes");
            }
        }
        ended = line().orElse("--").strip().equals("--");
        atHeader = true;
        return content.before(end.length);
    }

    private static final class Growing extends ByteArrayOutputStream {
        boolean endsWith(byte[] end) {
            if (count < end.length || buf[count - 1] != end[end.length - 1]) {
                return false;
            }
            for (int i = 1; i <= end.length; i++) {
                if (buf[count - i] != end[end.length - i]) {
                    return false;
                }
            }
            return true;
        }

        byte[] before(int endLength) {
            int length = count - endLength;
            if (length > 0 && buf[length - 1] == '\r') {
                length--;
            }
            return Arrays.copyOf(buf, length);
        }
    }

    private static BadStream cut() {
        return new BadStream("the stream ends within a part");
    }

    /// One line without its end; empty at the end of the stream.
    private Optional<String> line() throws IOException {
        var line = new StringBuilder();
        int next = in.read();
        if (next < 0) {
            return Optional.empty();
        }
        while (next >= 0 && next != '\n') {
            line.append((char) next);
            if (line.length() > MOST_LINE_BYTES) {
                throw new BadStream("a line of more than " + MOST_LINE_BYTES + " bytes");
            }
            next = in.read();
        }
        return Optional.of(line.toString());
    }
}
