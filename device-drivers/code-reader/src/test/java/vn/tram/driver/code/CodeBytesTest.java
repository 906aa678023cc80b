package vn.tram.driver.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.tram.device.CodeReader.Reading;
import vn.tram.device.Fault;

class CodeBytesTest {
    private final CodeBytes bytes = new CodeBytes();
    private final List<Reading> found = new ArrayList<>();

    private void came(String text) {
        came(text.getBytes(StandardCharsets.UTF_8));
    }

    private void came(byte[] chunk) {
        bytes.add(chunk, chunk.length, found::add);
    }

    private static List<Reading> codes(String... texts) {
        return Arrays.stream(texts).<Reading>map(Reading.Code::new).toList();
    }

    private static Reading garbled(String expected, String got) {
        return new Reading.Missed(new Fault.Garbled(expected, got));
    }

    @Test
    void everyEndSignEndsACode() {
        came("one\rtwo\nthree\r\nfour\n\r");
        assertEquals(codes("one", "two", "three", "four"), found);
        assertFalse(bytes.begun());
    }

    @Test
    void anEndSignOfTwoReadsEndsOneCode() {
        came("one\r");
        came("\ntwo\r");
        came("\n");
        assertEquals(codes("one", "two"), found);
    }

    @Test
    void silenceEndsACodeWithoutEndSign() {
        came("001199000123");
        assertEquals(List.of(), found);
        assertTrue(bytes.begun());
        assertEquals(codes("001199000123"), bytes.end().stream().toList());
        assertTrue(bytes.end().isEmpty());
    }

    @Test
    void aLetterCutByAReadIsWhole() {
        var whole = "Nguyễn Thị Mẫu\r".getBytes(StandardCharsets.UTF_8);
        for (byte one : whole) {
            came(new byte[] {one});
        }
        assertEquals(codes("Nguyễn Thị Mẫu"), found);
    }

    @Test
    void whatIsNotUtf8IsToldAndTheNextCodeIsRead() {
        came("Nguyên\r".getBytes(StandardCharsets.ISO_8859_1));
        came(new byte[] {(byte) 0xC3, '\r'}); // half a letter
        came("next\r");
        assertEquals("code in UTF-8", expected(found.get(0)));
        assertEquals("code in UTF-8", expected(found.get(1)));
        assertEquals(codes("next"), found.subList(2, found.size()));
    }

    private static String expected(Reading reading) {
        return reading instanceof Reading.Missed(Fault.Garbled(var expected, _))
                ? expected.replace("a code", "code")
                : reading.toString();
    }

    @Test
    void theLongestCodeIsRead() {
        var longest = "7".repeat(CodeBytes.LONGEST);
        came(longest + "\r");
        assertEquals(codes(longest), found);
    }

    @Test
    void aLongerCodeIsToldOnceAndTheNextOneIsRead() {
        came("7".repeat(CodeBytes.LONGEST + 1));
        came("7".repeat(100_000));
        came("\rnext\r");
        var tooLong = garbled("a code of at most 7089 bytes", "more");
        assertEquals(List.of(tooLong, new Reading.Code("next")), found);
    }

    @Test
    void endlessNoiseWithoutEndIsToldOnce() {
        var noise = new byte[4096];
        Arrays.fill(noise, (byte) 0xA5);
        for (int i = 0; i < 5_000; i++) { // 20 MB
            came(noise);
        }
        assertEquals(List.of(garbled("a code of at most 7089 bytes", "more")), found);
    }

    @Test
    void anythingIsACodeOrAFault() {
        fuzz(20_000);
    }

    @Test
    @Tag("endurance")
    void anythingIsACodeOrAFaultAMillionTimes() {
        fuzz(1_000_000);
    }

    /// Whatever comes, what is found are the pieces between the end signs.
    private void fuzz(int times) {
        var random = new Random(5);
        for (int i = 0; i < times; i++) {
            var chunk = new byte[random.nextInt(64)];
            random.nextBytes(chunk);
            if (random.nextBoolean()) {
                for (int k = 0; k < chunk.length; k++) {
                    chunk[k] = (byte) (chunk[k] & 0x7F);
                }
            }
            found.clear();
            came(chunk);
            bytes.end().ifPresent(found::add);
            long pieces =
                    Arrays.stream(
                                    new String(chunk, StandardCharsets.ISO_8859_1)
                                            .split("[\r\n]", -1))
                            .filter(p -> !p.isEmpty())
                            .count();
            assertEquals(pieces, found.size());
            assertFalse(bytes.begun());
        }
    }
}
