package vn.tram.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The merged cells of a worksheet. A workbook keeps the text of several merged rows in the first
/// of them; a list means it in each, such as the hamlet beside all its people.
final class MergedCells {
    private static final Pattern RANGE =
            Pattern.compile("([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})");

    private static final int LETTERS = 26;

    /// Cells merged over rows: of the first column alone, from row to row, from 1.
    private record Range(int column, int first, int last) {}

    /// By their first row.
    private final Map<Integer, List<Range>> ranges = new HashMap<>();

    /// Those the rows have come into and not out of, with their texts.
    private final Map<Range, String> open = new HashMap<>();

    private int row;

    /// Adds a range such as `B2:B9`; what is merged over columns only, or no range, means nothing
    /// to other rows.
    void add(String reference) {
        var match = RANGE.matcher(reference);
        if (match.matches()) {
            int first = Integer.parseInt(match.group(2));
            int last = Integer.parseInt(match.group(4));
            int column = column(match.group(1));
            if (last > first && column(match.group(3)) == column) {
                ranges.computeIfAbsent(first, _ -> new ArrayList<>())
                        .add(new Range(column, first, last));
            }
        }
    }

    /// Puts the texts of merged cells into a row.
    ///
    /// @param row from 1; rows come in their order
    void fill(int row, List<String> cells) {
        for (; this.row < row; this.row++) {
            for (var range : ranges.getOrDefault(this.row + 1, List.of())) {
                open.put(range, this.row + 1 == row ? cell(cells, range.column) : "");
            }
        }
        open.keySet().removeIf(r -> r.last < row);
        open.forEach((range, text) -> {
            if (cell(cells, range.column).isEmpty() && !text.isEmpty()) {
                while (cells.size() <= range.column) {
                    cells.add("");
                }
                cells.set(range.column, text);
            }
        });
    }

    private static String cell(List<String> cells, int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    private static int column(String letters) {
        int column = 0;
        for (char letter : letters.toCharArray()) {
            column = column * LETTERS + letter - 'A' + 1;
        }
        return column - 1;
    }
}
