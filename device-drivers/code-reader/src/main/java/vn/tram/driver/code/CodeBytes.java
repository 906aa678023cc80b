package vn.tram.driver.code;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import vn.tram.device.CodeReader.Reading;
import vn.tram.device.Fault;

/// Finds codes in what comes over a line. A code ends with a carriage return, a line feed, both, or
/// when nothing follows it. Holds at most [#LONGEST] bytes, whatever comes.
final class CodeBytes {
    /// No code is longer: a QR of version 40 holds 7,089 digits (ISO/IEC 18004, table 7).
    static final int LONGEST = 7_089;

    private final byte[] held = new byte[LONGEST];
    private int count;
    private boolean overlong;

    /// Takes the first `length` bytes.
    ///
    /// @param found told of every code, and of what is none
    void add(byte[] bytes, int length, Consumer<Reading> found) {
        for (int i = 0; i < length; i++) {
            byte next = bytes[i];
            if (next == '\r' || next == '\n') {
                end().ifPresent(found);
            } else if (count < LONGEST) {
                held[count++] = next;
            } else if (!overlong) {
                overlong = true;
                found.accept(missed("a code of at most " + LONGEST + " bytes", "more"));
            }
        }
    }

    /// Whether something came whose end did not.
    boolean begun() {
        return count > 0;
    }

    /// What is held is over; nothing when it is empty, or was told to be too long.
    Optional<Reading> end() {
        var reading = count == 0 || overlong ? Optional.<Reading>empty() : Optional.of(read());
        count = 0;
        overlong = false;
        return reading;
    }

    private Reading read() {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(held, 0, count));
            return new Reading.Code(text.toString());
        } catch (CharacterCodingException _) {
            return missed("a code in UTF-8", count + " bytes that are not");
        }
    }

    private static Reading missed(String expected, String got) {
        return new Reading.Missed(new Fault.Garbled(expected, got));
    }
}
