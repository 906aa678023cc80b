package vn.tram.roster;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import vn.tram.domain.Field;
import vn.tram.task.WholeFile;

/// Writes people as the station's own list: CSV by RFC 4180, UTF-8, a row a person.
public final class PeopleFile {
    /// Stands in each row of invented people.
    public static final String MARK = "TẬP HUẤN";

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180
                    .builder()
                    .setHeader(Stream.of(Column.values()).map(Column::head).toArray(String[]::new))
                    .setRecordSeparator('\n')
                    .get();

    private PeopleFile() {}

    /// Replaces `file` with invented `people`; whole or not at all.
    public static void writeTraining(Path file, List<Person> people) throws IOException {
        WholeFile.write(
                file,
                out -> {
                    var writer =
                            new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                    var printer =
                            new CSVPrinter(
                                    writer, FORMAT); // its close would close the file's channel
                    for (var person : people) {
                        printer.printRecord(cells(person));
                    }
                    printer.flush();
                });
    }

    private static List<String> cells(Person person) {
        var cells = new ArrayList<String>();
        for (var column : Column.values()) {
            cells.add(cell(person, column));
        }
        return cells;
    }

    static String cell(Person person, Column column) {
        return switch (column) {
            case HAMLET -> person.home().hamlet();
            case GROUP -> person.home().group();
            case HOUSEHOLD -> person.home().household();
            case PERSONAL_NUMBER -> value(person, Field.PERSONAL_NUMBER);
            case NAME -> person.name();
            case BIRTH_DATE -> person.birth().text();
            case SEX -> value(person, Field.SEX);
            case ETHNIC_GROUP -> value(person, Field.ETHNIC_GROUP);
            case RESIDENCE -> value(person, Field.RESIDENCE);
            case PHONE -> value(person, Field.PHONE);
            case CATEGORIES ->
                    person.categories().stream()
                            .sorted()
                            .map(Words::of)
                            .collect(Collectors.joining(" "));
            case AWAY -> person.absence().map(a -> Words.of(a.reason())).orElse("");
            case EXPECTED_RETURN ->
                    person.absence()
                            .flatMap(Absence::expectedReturn)
                            .map(LocalDate::toString)
                            .orElse("");
            case DONE ->
                    person.done()
                            .map(d -> d.on().map(LocalDate::toString).orElse(Words.YES))
                            .orElse("");
            case TRAINING -> MARK;
        };
    }

    private static String value(Person person, Field field) {
        return person.citizen().value(field).orElse("");
    }
}
