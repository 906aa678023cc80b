package vn.tram.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import vn.tram.calibration.Limit;
import vn.tram.calibration.Rules;
import vn.tram.calibration.Target;
import vn.tram.enroll.StationFault;

/// Reads `calibration/targets.toml` and `calibration/limits.toml`.
final class CalibrationFiles {
    private static final int LONGEST_SCANNER = 1825;
    private static final int LONGEST_CAMERA = 365;
    private static final int LONGEST_EXTENSION = 31;

    /// Finest pattern that is worth printing, cycles per millimetre.
    private static final double FINEST = 40;

    private static final double LARGEST_MM = 500;
    private static final int MOST_CORNERS = 50;

    /// What a target's geometry is called in the file.
    private enum Shape {
        RONCHI,
        GRID,
        BAR_CHART,
        DARK_COVER,
        CHECKERBOARD,
        GRAY_CARD,
        SLANTED_SQUARE
    }

    private CalibrationFiles() {}

    static Rules read(Table targets, Table limits) throws StationFault {
        targets.only("target");
        limits.only("policy", "limit");
        var all = new ArrayList<Target>();
        for (var table : targets.tables("target")) {
            var target = table.made(CalibrationFiles::target);
            if (all.stream().anyMatch(t -> t.id().equals(target.id()))) {
                throw table.fault("id", target.id() + " stands there twice");
            }
            all.add(target);
        }
        var byMetric = new LinkedHashMap<String, Limit>();
        for (var table : limits.tables("limit")) {
            var metric = table.word("metric");
            if (byMetric.put(metric, table.made(CalibrationFiles::limit)) != null) {
                throw table.fault("metric", metric + " stands there twice");
            }
        }
        return limits.table("policy").made(t -> rules(t, all, byMetric));
    }

    private static Rules rules(Table t, List<Target> targets, Map<String, Limit> limits)
            throws StationFault {
        t.only(
                "scanner-days",
                "camera-days",
                "missing",
                "expired",
                "failed",
                "extension-days",
                "scanner-needs",
                "camera-needs");
        return new Rules(
                targets,
                limits,
                needs(t, "scanner-needs", limits),
                needs(t, "camera-needs", limits),
                days(t, "scanner-days", LONGEST_SCANNER),
                days(t, "camera-days", LONGEST_CAMERA),
                t.choice("missing", Rules.Consequence.class),
                t.choice("expired", Rules.Consequence.class),
                t.choice("failed", Rules.Consequence.class),
                days(t, "extension-days", LONGEST_EXTENSION));
    }

    private static Duration days(Table t, String key, int most) throws StationFault {
        int days = t.whole(key);
        OutOfRange.check(key, days, 1, most);
        return Duration.ofDays(days);
    }

    private static List<String> needs(Table t, String key, Map<String, Limit> limits)
            throws StationFault {
        var needs = t.texts(key);
        for (var metric : needs) {
            if (!limits.containsKey(metric)) {
                throw t.fault(key, metric + " has no [[limit]]");
            }
        }
        return needs;
    }

    private static Limit limit(Table t) throws StationFault {
        t.only("metric", "min", "max", "source");
        if (!t.has("min") && !t.has("max")) {
            throw t.fault("metric", "needs min or max");
        }
        var source = t.text("source");
        OutOfRange.check("source", source, 120);
        return new Limit(bound(t, "min"), bound(t, "max"), source);
    }

    private static OptionalDouble bound(Table t, String key) throws StationFault {
        return t.has(key) ? OptionalDouble.of(t.number(key, 0)) : OptionalDouble.empty();
    }

    private static Target target(Table t) throws StationFault {
        var shape = t.choice("geometry", Shape.class);
        t.only(keys(shape));
        var id = t.text("id");
        var by = t.text("certified-by");
        OutOfRange.check("id", id, 40);
        OutOfRange.check("certified-by", by, 120);
        return new Target(id, geometry(t, shape), by, t.date("valid-until"));
    }

    private static String[] keys(Shape shape) {
        var keys = new ArrayList<>(List.of("id", "geometry", "certified-by", "valid-until"));
        keys.addAll(
                switch (shape) {
                    case RONCHI, GRID -> List.of("cycles-per-mm");
                    case BAR_CHART -> List.of("frequencies", "patch-mm");
                    case DARK_COVER, SLANTED_SQUARE -> List.<String>of();
                    case CHECKERBOARD -> List.of("columns", "rows", "square-mm");
                    case GRAY_CARD -> List.of("reflectance");
                });
        return keys.toArray(String[]::new);
    }

    private static Target.Geometry geometry(Table t, Shape shape) throws StationFault {
        return switch (shape) {
            case RONCHI -> new Target.Geometry.Ronchi(number(t, "cycles-per-mm", FINEST));
            case GRID -> new Target.Geometry.Grid(number(t, "cycles-per-mm", FINEST));
            case BAR_CHART ->
                    new Target.Geometry.BarChart(frequencies(t), number(t, "patch-mm", LARGEST_MM));
            case DARK_COVER -> new Target.Geometry.DarkCover();
            case CHECKERBOARD ->
                    new Target.Geometry.Checkerboard(
                            corners(t, "columns"),
                            corners(t, "rows"),
                            number(t, "square-mm", LARGEST_MM));
            case GRAY_CARD -> new Target.Geometry.GrayCard(number(t, "reflectance", 1));
            case SLANTED_SQUARE -> new Target.Geometry.SlantedSquare();
        };
    }

    private static int corners(Table t, String key) throws StationFault {
        int corners = t.whole(key);
        OutOfRange.check(key, corners, 3, MOST_CORNERS);
        return corners;
    }

    /// Above 0, up to `most`.
    private static double number(Table t, String key, double most) throws StationFault {
        double number = t.number(key, -1);
        if (!(number > 0) || number > most) {
            throw t.fault(key, number + " is not above 0 and up to " + most);
        }
        return number;
    }

    private static List<Double> frequencies(Table t) throws StationFault {
        var frequencies = t.numbers("frequencies");
        for (double frequency : frequencies) {
            if (!(frequency > 0) || frequency > FINEST) {
                throw t.fault("frequencies", frequency + " is not above 0 and up to " + FINEST);
            }
        }
        return frequencies.stream().sorted().toList();
    }
}
