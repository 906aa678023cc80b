package vn.tram.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.tram.domain.Officer;
import vn.tram.enroll.Remark;

/// All remarks of a station as bytes that it can sign. Each row names the station, so that rows of
/// several reports can be laid together.
final class InspectionReport {
    private static final List<String> COLUMNS =
            List.of("station", "mode", "session", "seed", "grade", "words", "by", "at");

    private InspectionReport() {}

    static byte[] of(
            Assembly station, List<Remark> remarks, Officer reporter, Instant at, boolean csv) {
        var rows = remarks.stream().map(r -> row(station, r)).toList();
        if (csv) {
            var bytes = new ByteArrayOutputStream();
            Csv.print(COLUMNS, rows, new PrintStream(bytes, false, StandardCharsets.UTF_8));
            return bytes.toByteArray();
        }
        var report = new LinkedHashMap<String, Object>();
        report.put("schema", "tram-inspection/1");
        report.put("station", station.keys().station());
        report.put("incarnation", station.folder().incarnation());
        report.put("mode", station.folder().mode().text());
        report.put("reported-by", reporter.id());
        report.put("reported-at", at.toString());
        report.put("remarks", rows);
        return Json.of(report).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> row(Assembly station, Remark remark) {
        var row = new LinkedHashMap<String, String>();
        row.put("station", station.keys().station());
        row.put("mode", station.folder().mode().text());
        row.put("session", remark.session().toString());
        row.put("seed", String.valueOf(remark.seed()));
        row.put("grade", Words.of(remark.grade()));
        row.put("words", remark.words());
        row.put("by", remark.by());
        row.put("at", remark.at().toString());
        return row;
    }
}
