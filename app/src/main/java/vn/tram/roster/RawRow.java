package vn.tram.roster;

import java.util.List;
import java.util.Set;

/// A row of a list as the file has it.
///
/// @param line where the file has it, from 1
/// @param cells clean texts; dates of worksheets in ISO 8601
/// @param unread which cells, from 0, have something that could not be read
/// @param encoding what the row's bytes are
record RawRow(int line, List<String> cells, Set<Integer> unread, Encoding encoding) {
    /// How the row is written.
    enum Encoding {
        /// Unicode, or nothing but ASCII.
        UNICODE,
        /// Letters that Unicode has, and that may be something else in an old encoding.
        EITHER,
        /// Text in VNI, each mark a letter of its own.
        VNI,
        /// Text in TCVN3 (ABC), each letter with mark another sign.
        TCVN3,
        /// Not UTF-8, and neither of those.
        OTHER
    }

    RawRow {
        cells = List.copyOf(cells);
        unread = Set.copyOf(unread);
    }

    boolean isBlank() {
        return unread.isEmpty() && cells.stream().allMatch(String::isEmpty);
    }

    String cell(int index) {
        return index < cells.size() ? cells.get(index) : "";
    }

    @Override
    public String toString() {
        return "RawRow[" + line + "]";
    }
}
