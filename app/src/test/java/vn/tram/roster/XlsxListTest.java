package vn.tram.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class XlsxListTest {
    private static byte[] workbook(Consumer<Worksheet> fill) throws IOException {
        var out = new ByteArrayOutputStream();
        var workbook = new Workbook(out, "Test", "1.0");
        fill.accept(workbook.newWorksheet("Danh sách"));
        workbook.finish();
        return out.toByteArray();
    }

    /// The workbook with a part's text changed.
    private static byte[] changed(byte[] workbook, String part, String from, String to)
            throws IOException {
        var out = new ByteArrayOutputStream();
        try (var in = ZipFile.builder().setByteArray(workbook).get();
                var zip = new ZipOutputStream(out)) {
            for (var entry : Collections.list(in.getEntries())) {
                var content = in.getInputStream(entry).readAllBytes();
                if (entry.getName().equals(part)) {
                    var text = new String(content, StandardCharsets.UTF_8);
                    assertThat(text).contains(from);
                    content = text.replace(from, to).getBytes(StandardCharsets.UTF_8);
                }
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(content);
            }
        }
        return out.toByteArray();
    }

    private static List<RawRow> rows(byte[] workbook) throws Unreadable {
        var rows = new ArrayList<RawRow>();
        XlsxList.of(workbook).each(rows::add);
        return rows;
    }

    @Test
    void textsNumbersAndDatesComeAsTheyAreMeant() throws Exception {
        var rows =
                rows(
                        workbook(sheet -> {
                            sheet.value(0, 0, "Họ  và tên");
                            sheet.value(2, 0, "Nguyễn Thị Mẫu");
                            sheet.value(2, 1, LocalDate.of(1999, 2, 15));
                            sheet.style(2, 1).format("dd/MM/yyyy").set();
                            sheet.value(2, 2, 1950);
                            sheet.value(2, 3, 1199000123L);
                            sheet.value(2, 5, "15/2/1999");
                            sheet.value(2, 6, 36206);
                        }));
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().cells()).containsExactly("Họ và tên");
        assertThat(rows.getLast().line()).isEqualTo(3);
        assertThat(rows.getLast().cells())
                .containsExactly(
                        "Nguyễn Thị Mẫu",
                        "1999-02-15",
                        "1950",
                        "1199000123",
                        "",
                        "15/2/1999",
                        "36206");
    }

    @Test
    void mergedCellsStandInEachOfTheirRows() throws Exception {
        var rows =
                rows(
                        workbook(sheet -> {
                            sheet.value(0, 0, "DANH SÁCH");
                            sheet.range(0, 0, 0, 3).merge();
                            sheet.value(1, 0, "Thôn 1");
                            sheet.range(1, 0, 3, 0).merge();
                            for (int i = 1; i < 5; i++) {
                                sheet.value(i, 1, "Người " + i);
                            }
                        }));
        assertThat(rows)
                .extracting(r -> r.cell(0))
                .containsExactly("DANH SÁCH", "Thôn 1", "Thôn 1", "Thôn 1", "");
        assertThat(rows.getFirst().cell(1)).isEmpty();
    }

    @Test
    void aFormulaIsTheValueItHadAndOneWithoutCannotBeRead() throws Exception {
        var plain =
                workbook(sheet -> {
                    sheet.value(0, 0, "x");
                    sheet.value(0, 1, "x");
                    sheet.formula(0, 2, "1+1");
                });
        assertThat(rows(plain).getFirst().unread()).containsExactly(2);
        var saved = changed(plain, "xl/worksheets/sheet1.xml", "<f>1+1</f>", "<f>1+1</f><v>2</v>");
        assertThat(rows(saved).getFirst().cell(2)).isEqualTo("2");
        assertThat(rows(saved).getFirst().unread()).isEmpty();
    }

    @Test
    void anArchiveThatUnpacksToTooMuchIsRefusedBeforeItIsMadeAnythingOf() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            var nothing = new byte[1 << 20];
            for (int i = 0; i < 97; i++) {
                zip.write(nothing);
            }
        }
        assertRefused(out.toByteArray(), Unreadable.Why.TOO_LARGE);
    }

    @Test
    @Tag("endurance")
    void twoHundredThousandRowsAreRead() throws Exception {
        var people = new InventedCommunes(1).people(InventedCommunes.MOST);
        var workbook =
                workbook(sheet -> {
                    for (int i = 0; i < 200_000; i++) {
                        var person = people.get(i % people.size());
                        for (var column : Column.values()) {
                            sheet.value(i, column.ordinal(), PeopleFile.cell(person, column));
                        }
                    }
                });
        assertThat(rows(workbook)).hasSize(200_000);
    }

    @Test
    void aCellFarOutsideIsRefused() throws IOException {
        var workbook = workbook(sheet -> sheet.value(0, 0, "x"));
        assertRefused(
                changed(workbook, "xl/worksheets/sheet1.xml", "r=\"A1\"", "r=\"ZZZZZZ1\""),
                Unreadable.Why.TOO_LARGE);
    }

    @Test
    void whatIsNoWorkbookIsRefused() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
        }
        assertRefused(out.toByteArray(), Unreadable.Why.NOT_A_LIST);
        assertRefused("PK\u0003\u0004 and no more".getBytes(), Unreadable.Why.NOT_A_LIST);
        var workbook = workbook(sheet -> sheet.value(0, 0, "x"));
        for (int length = 100; length < workbook.length; length += 97) {
            var cut = java.util.Arrays.copyOf(workbook, length);
            assertThatThrownBy(() -> rows(cut)).isInstanceOf(Unreadable.class);
        }
        var entities = "<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet>";
        assertRefused(
                changed(
                        workbook,
                        "xl/worksheets/sheet1.xml",
                        "<worksheet",
                        entities + "<worksheet"),
                Unreadable.Why.NOT_A_LIST);
    }

    private static void assertRefused(byte[] content, Unreadable.Why why) {
        assertThatThrownBy(() -> rows(content))
                .isInstanceOfSatisfying(Unreadable.class, e -> assertThat(e.why()).isEqualTo(why));
    }
}
