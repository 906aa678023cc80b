package vn.tram.cli;

import java.io.PrintStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A table on the terminal, RFC 4180: first the columns that are always there, then what the rows
/// have more.
final class Csv {
    private Csv() {}

    static void print(
            List<String> first, List<? extends Map<String, String>> rows, PrintStream out) {
        var columns = new LinkedHashSet<>(first);
        rows.forEach(r -> columns.addAll(r.keySet()));
        out.println(columns.stream().map(Csv::cell).collect(Collectors.joining(",")));
        for (var row : rows) {
            out.println(
                    columns.stream()
                            .map(c -> cell(row.getOrDefault(c, "")))
                            .collect(Collectors.joining(",")));
        }
    }

    private static String cell(String value) {
        return value.matches("[^,\"\r\n]*") ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
