package vn.tram.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;

/// What a maker needs to help, without anybody's data: facts are counted or chosen one by one here,
/// nothing of the store is copied. The log is, which by rule holds no personal data.
final class SupportBundle {
    /// Of the log, its newest part.
    private static final int LONGEST_LOG = 2_000_000;

    private static final Pattern EVENT = Pattern.compile("\"event\":\"([a-z0-9-]+)\"");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8);

    private SupportBundle() {}

    /// @param config the station's settings folder
    static byte[] of(Assembly station, Path config) throws StationFault {
        var bundle = new SupportBundle();
        try (var zip = bundle.zip) {
            bundle.add("about.json", Json.of(about(station)));
            bundle.add("sessions.csv", counted("state", sessions(station)));
            bundle.add("batches.csv", batches(station));
            bundle.add("audit-events.csv", counted("event", events(station)));
            bundle.add("station.toml", Files.readString(config.resolve("station.toml")));
            bundle.add("tram.log", log(station.folder().path().resolve("log").resolve("tram.log")));
            zip.finish();
            return bundle.bytes.toByteArray();
        } catch (IOException e) {
            throw new StationFault(Code.LT_406, "the support bundle", e);
        }
    }

    private void add(String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static Map<String, Object> about(Assembly station) throws StationFault {
        var about = new LinkedHashMap<String, Object>();
        about.put("schema", "tram-support/1");
        about.put("at", Instant.now().toString());
        about.put("version", Assembly.VERSION);
        about.put("station", station.keys().station());
        about.put("incarnation", station.folder().incarnation());
        about.put("mode", station.folder().mode().text());
        about.put("settings", station.settings().bundleDigest().hex());
        about.put("java", System.getProperty("java.runtime.version", ""));
        about.put(
                "system",
                System.getProperty("os.name", "") + " " + System.getProperty("os.version", ""));
        about.put("processors", Runtime.getRuntime().availableProcessors());
        about.put("memory-bytes", Runtime.getRuntime().maxMemory());
        about.put("disk-free-bytes", station.folder().path().toFile().getUsableSpace());
        about.put("station-certificate-until", station.keys().certificateUntil().toString());
        about.put("sealing-certificate-until", station.keys().sealingUntil().toString());
        about.put(
                "unsealed-at-start", station.unsealed().values().stream().map(Code::text).toList());
        return about;
    }

    private static Map<String, Integer> sessions(Assembly station) throws StationFault {
        var counts = new TreeMap<String, Integer>();
        station.enrollment()
                .list()
                .forEach(s -> counts.merge(Words.of(s.stage()), 1, Integer::sum));
        return counts;
    }

    private static String batches(Assembly station) throws StationFault {
        return csv(
                List.of("number", "state", "made", "dossiers"),
                station.database().outbox().batches().stream()
                        .map(b ->
                                Map.of(
                                        "number", String.valueOf(b.number()),
                                        "state", Words.of(b.state()),
                                        "made", b.at().toString(),
                                        "dossiers", String.valueOf(b.entries().size())))
                        .toList());
    }

    private static Map<String, Integer> events(Assembly station) throws IOException {
        var counts = new TreeMap<String, Integer>();
        var file = station.folder().path().resolve("audit").resolve("audit.jsonl");
        try (var lines = Files.lines(file)) {
            lines.map(EVENT::matcher)
                    .filter(java.util.regex.Matcher::find)
                    .forEach(m -> counts.merge(m.group(1), 1, Integer::sum));
        }
        return counts;
    }

    private static String counted(String what, Map<String, Integer> counts) {
        return csv(
                List.of(what, "count"),
                counts.entrySet().stream()
                        .map(e -> Map.of(what, e.getKey(), "count", String.valueOf(e.getValue())))
                        .toList());
    }

    private static String csv(List<String> columns, List<Map<String, String>> rows) {
        var text = new ByteArrayOutputStream();
        Csv.print(columns, rows, new PrintStream(text, true, StandardCharsets.UTF_8));
        return text.toString(StandardCharsets.UTF_8);
    }

    private static String log(Path file) throws IOException {
        var text = Files.exists(file) ? Files.readString(file) : "";
        return text.substring(Math.max(0, text.length() - LONGEST_LOG));
    }
}
