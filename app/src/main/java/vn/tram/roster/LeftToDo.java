package vn.tram.roster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.tram.domain.Field;
import vn.tram.identity.Writing;
import vn.tram.task.WholeFile;

/// Who has still to be enrolled, as a workbook for those who go from door to door: all of them;
/// those to be visited at home; and those who became eligible in the last seven days or will in the
/// next. Each sheet goes hamlet by hamlet and household by household.
public final class LeftToDo {
    private static final List<String> HEADS =
            List.of(
                    "Thôn",
                    "Liên gia",
                    "Hộ",
                    "Họ và tên",
                    "Ngày sinh",
                    "Giới tính",
                    "Số định danh",
                    "Số điện thoại",
                    "Diện",
                    "Vắng",
                    "Ngày về dự kiến");

    private static final double WIDTH = 20;
    private static final int DAYS = 7;

    private final Eligibility eligibility;
    private final LocalDate day;
    private final List<Person> people = new ArrayList<>();
    private final List<Person> comingOfAge = new ArrayList<>();

    /// @param day on which ages are reckoned
    public LeftToDo(Eligibility eligibility, LocalDate day) {
        this.eligibility = eligibility;
        this.day = day;
    }

    /// Takes somebody on who is not done and eligible, or will be; nobody else.
    public void add(Person person) {
        if (person.done().isPresent()) {
            return;
        }
        if (eligibility.holds(person.birth(), day)) {
            people.add(person);
        }
        if (eligibility.holds(person.birth(), day.plusDays(DAYS))
                && !eligibility.holds(person.birth(), day.minusDays(DAYS))) {
            comingOfAge.add(person);
        }
    }

    public int size() {
        return people.size();
    }

    /// Replaces `file`, which its owner alone may read (POSIX mode 0600); whole or not at all.
    public void write(Path file) throws IOException {
        var out = new ByteArrayOutputStream();
        var workbook = new Workbook(out, "Tram", "1.0");
        sheet(workbook.newWorksheet("Còn lại"), people);
        sheet(
                workbook.newWorksheet("Đến nhà"),
                people.stream()
                        .filter(p -> !p.categories().isEmpty() && p.absence().isEmpty())
                        .toList());
        sheet(workbook.newWorksheet("Vừa đủ tuổi"), comingOfAge);
        workbook.finish();
        WholeFile.writeSecret(file, out.toByteArray());
    }

    private static List<Person> byHome(List<Person> people) {
        return people.stream()
                .sorted(
                        Comparator.comparing((Person p) -> p.home().hamlet(), Coverage::inOrder)
                                .thenComparing(p -> p.home().group(), Coverage::inOrder)
                                .thenComparing(p -> p.home().household(), Coverage::inOrder))
                .toList();
    }

    private static void sheet(Worksheet sheet, List<Person> people) throws IOException {
        for (int i = 0; i < HEADS.size(); i++) {
            sheet.value(0, i, HEADS.get(i));
            sheet.style(0, i).bold().set();
            sheet.width(i, WIDTH);
        }
        sheet.freezePane(0, 1);
        int row = 1;
        for (var person : byHome(people)) {
            var cells = cells(person);
            for (int i = 0; i < cells.size(); i++) {
                if (!cells.get(i).isEmpty()) {
                    sheet.value(row, i, cells.get(i));
                }
            }
            row++;
        }
        sheet.finish();
    }

    /// All texts: a number or a date that a worksheet takes for its own comes back changed.
    private static List<String> cells(Person person) {
        return List.of(
                person.home().hamlet(),
                person.home().group(),
                person.home().household(),
                person.name(),
                person.birth()
                        .date()
                        .map(d -> Writing.shown(Field.BIRTH_DATE, d.toString()))
                        .orElseGet(() -> person.birth().text()),
                person.citizen().value(Field.SEX).map(s -> s.equals("F") ? "Nữ" : "Nam").orElse(""),
                person.number().orElse(""),
                person.citizen().value(Field.PHONE).orElse(""),
                person.categories().stream()
                        .sorted()
                        .map(Words::shown)
                        .collect(Collectors.joining(", ")),
                person.absence().map(a -> Words.shown(a.reason())).orElse(""),
                person.absence()
                        .flatMap(Absence::expectedReturn)
                        .map(d -> Writing.shown(Field.BIRTH_DATE, d.toString()))
                        .orElse(""));
    }
}
