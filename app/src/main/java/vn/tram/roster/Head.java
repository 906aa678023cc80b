package vn.tram.roster;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The row that names the columns.
///
/// @param columns where each stands, from 0
/// @param unknown heads that mean nothing to the station; their columns are left out
record Head(int line, int width, Map<Column, Integer> columns, List<String> unknown) {
    /// Without these no row is a person's.
    private static final Set<Column> NEEDED =
            EnumSet.of(Column.NAME, Column.BIRTH_DATE, Column.HAMLET);

    Head {
        columns = new EnumMap<>(columns);
        unknown = List.copyOf(unknown);
    }

    /// The row as a head; empty when it is none.
    ///
    /// @param meanings of heads that were told, by their text; they go before the station's own
    /// @throws Unreadable when a column is named twice
    static Optional<Head> of(RawRow row, Map<String, Column> meanings) throws Unreadable {
        var columns = new EnumMap<Column, Integer>(Column.class);
        var unknown = new ArrayList<String>();
        var twice = Optional.<Column>empty();
        for (int i = 0; i < row.cells().size(); i++) {
            var text = row.cell(i);
            var column = Optional.ofNullable(meanings.get(text)).or(() -> Words.column(text));
            if (column.isEmpty()) {
                if (!text.isEmpty()) {
                    unknown.add(text);
                }
            } else if (columns.putIfAbsent(column.get(), i) != null) {
                twice = column;
            }
        }
        if (!columns.keySet().containsAll(NEEDED)) {
            return Optional.empty();
        }
        if (twice.isPresent()) {
            throw new Unreadable(
                    Unreadable.Why.COLUMN_TWICE,
                    "line " + row.line() + " names " + twice.get().head() + " twice");
        }
        return Optional.of(new Head(row.line(), row.cells().size(), columns, unknown));
    }
}
