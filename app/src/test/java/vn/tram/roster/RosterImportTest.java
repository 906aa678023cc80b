package vn.tram.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.domain.Field;
import vn.tram.domain.Mode;
import vn.tram.enroll.StationFault;
import vn.tram.store.Database;
import vn.tram.store.RosterOnDisk;

/// Lists as they come, into the store as it is.
class RosterImportTest {
    private static final String HEAD =
            "hamlet,household,personal_number,name,birth_date,sex,away,done\n";
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T03:00:00Z"), ZoneOffset.UTC);

    @TempDir Path folder;
    private Database database;
    private Roster roster;
    private final List<String> audit = new ArrayList<>();
    private boolean signatureHolds = true;

    @BeforeEach
    void open() throws StationFault {
        database = RosterOnDisk.in(folder.resolve("state"));
        roster = database.roster();
    }

    @AfterEach
    void close() throws StationFault {
        database.close();
    }

    private ImportReport take(byte[] content, Map<String, Column> told, Mode mode, boolean signed)
            throws IOException, Unreadable, StationFault {
        var rules =
                new RosterRules(
                        new Eligibility(
                                List.of(new Eligibility.Rule(LocalDate.of(2016, 1, 1), 14))),
                        signed);
        var file = Files.write(folder.resolve("list"), content);
        return new RosterImport(
                        roster,
                        (_, _) -> signatureHolds,
                        (event, by, _, detail) -> audit.add(event + " " + by + " " + detail),
                        rules,
                        mode,
                        CLOCK)
                .take(file, told, "canbo");
    }

    private ImportReport take(String content) throws IOException, Unreadable, StationFault {
        return take(content.getBytes(StandardCharsets.UTF_8), Map.of(), Mode.TRAINING, false);
    }

    private List<Person> people() throws StationFault {
        var people = new ArrayList<Person>();
        roster.each(listed -> people.add(listed.person()));
        return people;
    }

    private static String told(ImportReport report) {
        return String.join(
                " ",
                report.remarks().stream()
                        .map(r ->
                                r.line() + ":" + r.flaw() + r.column().map(c -> "/" + c).orElse(""))
                        .toList());
    }

    @Test
    void goodRowsAreTakenAndEachBadRowIsToldWithItsLine() throws Exception {
        var report =
                take(
                        HEAD
                                + "Thôn 1,Hộ 1,000199000123,Nguyễn Thị Mẫu,15/2/1999,Nữ,,x\n"
                                + "Thôn 1,Hộ 1,00019900012,Trần Văn Thử,1/2/1990,Nam,,\n"
                                + "\n"
                                + "Thôn 1,Hộ 1,,Lê Văn Ba,31/2/1990,Nam,,\n"
                                + ",Hộ 1,,Lê Văn Tư,1950,Nam,,\n"
                                + "Thôn 1,Hộ 1,,Lê 5 Năm,1950,Nam,,\n"
                                + "Thôn 2,Hộ 2,000050000007,Lò Thị Sáu,1950,Gái,đi làm ăn xa,20/10/2026\n"
                                + "Thôn 2,Hộ 2,000199000123,Nguyễn Thị Mẫu,15/2/1999,Nữ,,\n"
                                + "Thôn 2,Hộ 2,,Lê Văn Tám,1/1/2030,đực,đâu đó,hôm qua\n"
                                + "Thôn 2,Hộ 2,,Lê Văn Chín,1/1/2000,Nam,,,thừa\n");
        assertThat(told(report))
                .isEqualTo(
                        "3:ZEROS_LOST/PERSONAL_NUMBER 5:DATE_MALFORMED/BIRTH_DATE 6:MISSING/HAMLET"
                                + " 7:NAME_MALFORMED/NAME 9:NUMBER_TWICE 10:DATE_IN_FUTURE/BIRTH_DATE"
                                + " 10:WORD_UNKNOWN/AWAY 10:WORD_UNKNOWN/DONE 10:WORD_UNKNOWN/SEX"
                                + " 11:CELLS_SHIFTED");
        assertThat(report.rows()).isEqualTo(9);
        assertThat(report.added()).isEqualTo(2);
        assertThat(report.refused()).isEqualTo(7);
        var people = people();
        assertThat(people).hasSize(2);
        assertThat(people.getFirst().birth()).isEqualTo(Birth.on(LocalDate.of(1999, 2, 15)));
        assertThat(people.getFirst().done()).contains(new Done(Optional.empty()));
        var lo = people.getLast();
        assertThat(lo.birth()).isEqualTo(Birth.in(1950));
        assertThat(lo.citizen().value(Field.SEX)).contains("F");
        assertThat(lo.absence()).contains(new Absence(Absence.Reason.WORK, Optional.empty()));
        assertThat(lo.done()).contains(new Done(Optional.of(LocalDate.of(2026, 10, 20))));
        assertThat(audit)
                .singleElement()
                .asString()
                .startsWith("roster-imported canbo file=" + report.digest())
                .endsWith("rows=9 added=2 changed=0 refused=7 signed=false");
    }

    @Test
    void theSameListTwiceIsTheSamePeople() throws Exception {
        var list =
                HEAD
                        + "Thôn 1,Hộ 1,000199000123,Nguyễn Thị Hoà,15/2/1999,Nữ,,x\n"
                        + "Thôn 1,Hộ 1,,Trần Văn Thử,1990,Nam,,\n";
        take(list);
        var again =
                take(
                        list.replace("Hoà", "Hòa")
                                .replace(",x\n", ",\n")
                                .replace("Nam,,", "Nam,học,"));
        assertThat(told(again)).isEmpty();
        assertThat(again.changed()).isEqualTo(2);
        var people = people();
        assertThat(people).hasSize(2);
        assertThat(people.getFirst().name()).isEqualTo("Nguyễn Thị Hòa");
        assertThat(people.getFirst().done()).as("done stays done").isPresent();
        assertThat(people.getLast().absence()).isPresent();
    }

    @Test
    void likenessIsToldAndNeverTakenForTheSame() throws Exception {
        take(
                HEAD
                        + "Thôn 1,Hộ 1,,Nguyễn Thị Hoà,15/2/1999,Nữ,,\n"
                        + "Thôn 1,Hộ 2,000199000124,Lê Thị Na,1/2/1999,Nữ,,\n");
        var report =
                take(
                        HEAD
                                + "Thôn 1,Hộ 1,000199000123,Nguyễn Thị Hòa,15/2/1999,Nữ,,\n"
                                + "Thôn 3,Hộ 9,000199000125,Lê Thị Na,1/2/1999,Nữ,,\n"
                                + "Thôn 1,Hộ 2,000199000124,Lê Thị Nga,1/2/1999,Nữ,,\n"
                                + "Thôn 4,Hộ 4,,Lê Thị Na,1/2/1999,Nữ,,\n");
        assertThat(told(report)).isEqualTo("2:MAYBE_KNOWN 4:CHANGED 5:MAYBE_KNOWN");
        assertThat(people()).hasSize(5);
        var another = take(HEAD + "Thôn 1,Hộ 2,000199000124,Trần Văn Khác,3/4/1980,Nam,,\n");
        assertThat(told(another)).isEqualTo("2:NUMBER_OF_ANOTHER");
        assertThat(people()).hasSize(5);
    }

    @Test
    void semicolonsTabsMarksAndTitlesAreUnderstood() throws Exception {
        var rows =
                "DANH SÁCH\tCÔNG DÂN\n\nSTT\tThôn/xóm\tHọ và tên\tNăm sinh\n1\tThôn 1\tLê Ba\t1950\n";
        assertThat(take("\ufeff" + rows.replace('\t', ';')).added()).isEqualTo(1);
        assertThat(take(rows.replace("Lê Ba", "Lê Bốn")).unknown()).containsExactly("STT");
        var utf16 =
                ("\ufeff" + rows.replace("Lê Ba", "Lê Năm")).getBytes(StandardCharsets.UTF_16LE);
        assertThat(take(utf16, Map.of(), Mode.TRAINING, false).added()).isEqualTo(1);
        var decomposed = java.text.Normalizer.normalize(rows, java.text.Normalizer.Form.NFD);
        assertThat(take(decomposed).changed()).as("Lê Ba again").isEqualTo(1);
        assertThat(people()).hasSize(3);
    }

    @Test
    void aHeadThatWasToldIsRemembered() throws Exception {
        var list = "Ở đâu,Ai,Bao giờ\nThôn 1,Lê Ba,1950\n";
        assertThatThrownBy(() -> take(list))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        e -> assertThat(e.why()).isEqualTo(Unreadable.Why.NO_HEAD));
        var told = Map.of("Ở đâu", Column.HAMLET, "Ai", Column.NAME, "Bao giờ", Column.BIRTH_DATE);
        var bytes = list.getBytes(StandardCharsets.UTF_8);
        assertThat(take(bytes, told, Mode.TRAINING, false).added()).isEqualTo(1);
        assertThat(take(list.replace("Lê Ba", "Lê Bốn")).added()).isEqualTo(1);
    }

    @Test
    void rowsInOldEncodingsAreRefusedByLineAndWhatMayBeIsToo() throws Exception {
        var utf8 =
                HEAD
                        + "Thon 1,1,,Nguyễn Văn An,1950,,,\n"
                        + ("Thon 1,1,," + OldEncodings.vni("Bùi Thị Lan") + ",1951,,,\n")
                        + ("Thon 1,1,," + OldEncodings.vni("Chi Thị Na") + ",1952,,,\n")
                        + "Thon 1,1,,Le Ba,1953,,,\n";
        assertThat(told(take(utf8))).isEqualTo("3:IN_VNI 4:MAYBE_OLD_ENCODING");
        assertThat(people()).extracting(Person::name).containsExactly("Nguyễn Văn An", "Le Ba");
        var bytes =
                (HEAD
                                + ("Thon 1,1,,"
                                        + OldEncodings.tcvn3("Nguyễn Văn An")
                                        + ",1950,,,\n")
                                + "Thon 1,1,,Le Tu,1953,,,\n")
                        .getBytes(Charset.forName("windows-1252"));
        assertThat(told(take(bytes, Map.of(), Mode.TRAINING, false))).isEqualTo("2:IN_TCVN3");
        assertThat(people()).hasSize(3);
    }

    @Test
    void aQuoteLeftOpenCostsItsLineOnly() throws Exception {
        var report =
                take(
                        HEAD
                                + "Thôn 1,\"Hộ 1,,Lê Ba,1950,,,\n"
                                + "Thôn 1,\"Hộ \"\"2\"\"\nở đầu làng\",,Lê Tư,1951,,,\n"
                                + "Thôn 1,Hộ 3,,Lê Năm,1952,,,\n".repeat(1)
                                + "Thôn 1,Hộ 3,,Lê Sáu,1953,,,\n");
        assertThat(people()).extracting(Person::name).contains("Lê Năm", "Lê Sáu");
        assertThat(report.remarks()).isNotEmpty().allMatch(r -> r.line() <= 4);
    }

    @Test
    void trainingPeopleStayInTraining() throws Exception {
        var list =
                "hamlet,name,birth_date,training\nThôn 1,Lê Ba,1950,TẬP HUẤN\nThôn 1,Lê Tư,1950,\n";
        var bytes = list.getBytes(StandardCharsets.UTF_8);
        assertThat(told(take(bytes, Map.of(), Mode.PRODUCTION, false)))
                .isEqualTo("2:TRAINING_PERSON/TRAINING");
        assertThat(people()).hasSize(1);
    }

    @Test
    void aSignatureMustHoldWhereThereIsOneAndBeThereWhereItIsWanted() throws Exception {
        var list = (HEAD + "Thôn 1,Hộ 1,,Lê Ba,1950,,,\n").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> take(list, Map.of(), Mode.TRAINING, true))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        e -> assertThat(e.why()).isEqualTo(Unreadable.Why.NOT_SIGNED));
        Files.write(folder.resolve("list.p7s"), new byte[] {1});
        signatureHolds = false;
        assertThatThrownBy(() -> take(list, Map.of(), Mode.TRAINING, false))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        e -> assertThat(e.why()).isEqualTo(Unreadable.Why.SIGNATURE));
        assertThat(people()).isEmpty();
        signatureHolds = true;
        assertThat(take(list, Map.of(), Mode.TRAINING, true).signed()).isTrue();
    }

    @Test
    void whatIsNoListIsRefusedWhole() {
        for (var content : List.of("", "\u0000\u0001", "một hai ba", "a,b\n1,2\n")) {
            assertThatThrownBy(() -> take(content)).isInstanceOf(Unreadable.class);
        }
    }
}
