package vn.tram.roster;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import vn.tram.identity.Names;

/// Reads the first worksheet of an Excel workbook (`.xlsx`, ECMA-376): formulas by the value they
/// had when the workbook was saved, dates by their format, merged cells in each of their rows.
final class XlsxList {
    /// Columns; what stands further right is no list of people.
    private static final int WIDEST = 60;

    /// Literal texts and colours of a number format, which may have a `d` or `y` in them.
    private static final Pattern NOT_OF_FORMAT = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");

    private final byte[] content;
    private final MergedCells merged;

    private XlsxList(byte[] content, MergedCells merged) {
        this.content = content;
        this.merged = merged;
    }

    /// @throws Unreadable when it is no workbook, or unpacks to more than any list has
    static XlsxList of(byte[] content) throws Unreadable {
        return new XlsxList(content, WorkbookParts.merged(content));
    }

    /// Each row that is not blank.
    void each(Consumer<RawRow> rows) throws Unreadable {
        try (var workbook =
                        new ReadableWorkbook(
                                new ByteArrayInputStream(content), new ReadingOptions(true, true));
                var stream = workbook.getFirstSheet().openStream()) {
            stream.forEach(row -> {
                var read = row(row);
                if (!read.isBlank()) {
                    rows.accept(read);
                }
            });
        } catch (IOException | ExcelReaderException | IllegalArgumentException e) {
            throw new Unreadable(
                    Unreadable.Why.NOT_A_LIST, "the workbook's first sheet cannot be read", e);
        }
    }

    private RawRow row(Row row) {
        var cells = new ArrayList<String>();
        var unread = new HashSet<Integer>();
        for (int i = 0; i < Math.min(WIDEST, row.getCellCount()); i++) {
            cells.add(text(row, i, unread));
        }
        merged.fill(row.getRowNum(), cells);
        return new RawRow(
                row.getRowNum(), List.copyOf(cells), Set.copyOf(unread), OldEncoding.of(cells));
    }

    private static String text(Row row, int index, Set<Integer> unread) {
        var cell = row.hasCell(index) ? row.getOptionalCell(index) : Optional.<Cell>empty();
        if (cell.isEmpty() || cell.get().getType() == CellType.EMPTY) {
            return "";
        }
        return switch (cell.get().getType()) {
            case STRING -> Names.clean(cell.get().getText());
            case NUMBER -> number(cell.get(), index, unread);
            case FORMULA -> formula(cell.get(), index, unread);
            case BOOLEAN -> cell.get().asBoolean() ? "true" : "false";
            case ERROR -> {
                unread.add(index);
                yield "";
            }
            case EMPTY -> "";
        };
    }

    /// The value that was saved with a formula; one that was never reckoned cannot be read.
    private static String formula(Cell cell, int index, Set<Integer> unread) {
        var raw = cell.getRawValue();
        if (raw == null || raw.isEmpty() || raw.startsWith("#")) {
            unread.add(index);
            return "";
        }
        return isDate(cell) ? date(cell, index, unread) : Names.clean(plain(raw));
    }

    private static String number(Cell cell, int index, Set<Integer> unread) {
        return isDate(cell) ? date(cell, index, unread) : plain(cell.getRawValue());
    }

    /// `1.99E11` and `1950.0` as the digits they are.
    private static String plain(String raw) {
        try {
            return new BigDecimal(raw).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return raw; // an expected outcome: a formula's text
        }
    }

    private static boolean isDate(Cell cell) {
        var format = cell.getDataFormatString();
        if (format == null || cell.getRawValue() == null) {
            return false;
        }
        var bare = NOT_OF_FORMAT.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("");
        return bare.contains("d") && bare.contains("m") || bare.contains("yy");
    }

    private static String date(Cell cell, int index, Set<Integer> unread) {
        try {
            return cell.asDate().toLocalDate().toString();
        } catch (DateTimeException | ExcelReaderException | IllegalArgumentException e) {
            unread.add(index); // told with its line
            return "";
        }
    }
}
