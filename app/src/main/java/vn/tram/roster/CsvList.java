package vn.tram.roster;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import vn.tram.identity.Names;
import vn.tram.roster.RawRow.Encoding;

/// Reads CSV as it comes: UTF-8 with or without a byte order mark, UTF-16 with one, commas,
/// semicolons, tabs or bars between the cells. A line with something wrong costs no other line.
final class CsvList {
    /// A cell may go on over so many lines; a quote that is not closed by then costs its line only.
    private static final int LINES_OF_ROW = 10;

    private static final char[] BETWEEN = {',', ';', '\t', '|'};

    /// Lines at the top by which the sign between cells is told: titles have few of them.
    private static final int TOP = 20;

    private final List<Line> lines;
    private final CSVFormat format;

    /// A line of the file, with what its bytes are.
    private record Line(String text, Encoding encoding) {}

    private CsvList(List<Line> lines, char between) {
        this.lines = lines;
        format =
                CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(between)
                        .setIgnoreEmptyLines(false)
                        .setTrim(true)
                        .get();
    }

    static CsvList of(byte[] content) throws Unreadable {
        var lines = lines(content);
        return new CsvList(lines, between(lines));
    }

    /// Each row that is not blank.
    void each(Consumer<RawRow> rows) {
        int at = 0;
        while (at < lines.size()) {
            int end = end(at);
            var row = row(at, end);
            if (!row.isBlank() && !isHint(row)) {
                rows.accept(row);
            }
            at = end;
        }
    }

    /// The line behind the row that begins at `at`: quotes are closed there.
    private int end(int at) {
        boolean open = false;
        for (int i = at; i < Math.min(lines.size(), at + LINES_OF_ROW); i++) {
            open ^= lines.get(i).text().chars().filter(c -> c == '"').count() % 2 == 1;
            if (!open) {
                return i + 1;
            }
        }
        return at + 1;
    }

    private RawRow row(int at, int end) {
        var text = new StringBuilder();
        var encoding = Encoding.UNICODE;
        for (var line : lines.subList(at, end)) {
            text.append(text.isEmpty() ? "" : "\n").append(line.text());
            if (line.encoding().ordinal() > encoding.ordinal()) {
                encoding = line.encoding();
            }
        }
        var cells = new ArrayList<String>();
        try (var parser = CSVParser.parse(new StringReader(text.toString()), format)) {
            for (var row : parser) {
                row.forEach(c -> cells.add(Names.clean(c)));
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            // an expected outcome: quotes that do not match
            return new RawRow(at + 1, List.of(), Set.of(0), encoding);
        }
        var unicode = encoding == Encoding.UNICODE ? OldEncoding.of(cells) : encoding;
        return new RawRow(at + 1, cells, Set.of(), unicode);
    }

    /// Excel's first line that tells the sign between cells.
    private static boolean isHint(RawRow row) {
        return row.line() == 1 && row.cell(0).startsWith("sep=");
    }

    private static char between(List<Line> lines) {
        char best = BETWEEN[0];
        long most = 0;
        for (char sign : BETWEEN) {
            long found =
                    lines.stream()
                            .limit(TOP)
                            .mapToLong(l -> l.text().chars().filter(c -> c == sign).count())
                            .max()
                            .orElse(0);
            if (found > most) {
                most = found;
                best = sign;
            }
        }
        return best;
    }

    private static List<Line> lines(byte[] content) throws Unreadable {
        if (starts(content, 0xff, 0xfe)) {
            return split(new String(content, StandardCharsets.UTF_16));
        }
        if (starts(content, 0xfe, 0xff)) {
            return split(new String(content, StandardCharsets.UTF_16));
        }
        for (byte b : content) {
            if (b == 0) {
                throw new Unreadable(Unreadable.Why.NOT_A_LIST, "the file has zero bytes");
            }
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return split(text.toString().replace("\ufeff", ""));
        } catch (CharacterCodingException e) {
            return inParts(content); // an expected outcome: each line is told what it is
        }
    }

    private static List<Line> split(String text) {
        return text.replace("\ufeff", "").lines().map(l -> new Line(l, Encoding.UNICODE)).toList();
    }

    /// Line by line: what is UTF-8 is; the rest is what its bytes look like.
    private static List<Line> inParts(byte[] content) {
        var lines = new ArrayList<Line>();
        var bytewise = new String(content, Charset.forName("windows-1252"));
        for (var line : bytewise.lines().toList()) {
            lines.add(line(line));
        }
        return lines;
    }

    private static Line line(String bytewise) {
        var bytes = bytewise.getBytes(Charset.forName("windows-1252"));
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return new Line(text.toString(), Encoding.UNICODE);
        } catch (CharacterCodingException e) {
            var looks = OldEncoding.of(List.of(bytewise));
            boolean old = looks == Encoding.VNI || looks == Encoding.TCVN3;
            return new Line(bytewise, old ? looks : Encoding.OTHER);
        }
    }

    private static boolean starts(byte[] content, int first, int second) {
        return content.length >= 2 && (content[0] & 0xff) == first && (content[1] & 0xff) == second;
    }
}
