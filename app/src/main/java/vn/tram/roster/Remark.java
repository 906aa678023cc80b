package vn.tram.roster;

import java.util.Optional;

/// What is to be told of a row.
///
/// @param line where the file has it, from 1
/// @param column which cell; empty when it is the whole row
public record Remark(int line, Flaw flaw, Optional<Column> column) {
    static Remark of(int line, Flaw flaw) {
        return new Remark(line, flaw, Optional.empty());
    }
}
