package vn.tram.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.tram.cli.ImageFiles.ImageFile;
import vn.tram.domain.Judgement;
import vn.tram.domain.Reading;
import vn.tram.domain.Verdict;
import vn.tram.enroll.StationFault;
import vn.tram.image.Frame;
import vn.tram.image.Position;
import vn.tram.image.Resolution;
import vn.tram.imaging.Decoding;
import vn.tram.quality.FrameJudge;
import vn.tram.quality.fingerprint.FinalScore;
import vn.tram.quality.fingerprint.FingerprintJudge;
import vn.tram.quality.portrait.PortraitJudge;
import vn.tram.settings.Settings;

@Command(
        name = "quality",
        mixinStandardHelpOptions = true,
        description = "Judges image files as the station judges captures.",
        subcommands = {
            QualityCommand.Fingerprint.class,
            QualitySlapCommand.class,
            QualityCommand.Portrait.class
        })
final class QualityCommand {
    private QualityCommand() {}

    /// What the three have in common: files in, one table out.
    abstract static class Judging implements Callable<Integer> {
        @Parameters(
                arity = "1..*",
                paramLabel = "PATH",
                description = "Image files, or directories searched in name order.")
        private List<Path> paths = List.of();

        @Option(names = "--csv", description = "A table of every metric (the default).")
        private boolean csv;

        @Override
        public Integer call() throws StationFault, IOException, Failure {
            var judge = judge(Settings.load(Places.config()));
            var rows = new ArrayList<Map<String, String>>();
            for (var image : ImageFiles.find(paths, System.err)) {
                rows.addAll(rows(image, judge));
            }
            Csv.print(columns(), rows, System.out);
            return 0;
        }

        abstract FrameJudge judge(Settings settings);

        /// Columns that are there even without a row.
        abstract List<String> columns();

        abstract List<Map<String, String>> rows(ImageFile image, FrameJudge judge);

        static void readings(Map<String, String> row, Judgement judgement) {
            for (var reading : judgement.readings()) {
                row.putIfAbsent(
                        reading.metric(),
                        switch (reading) {
                            case Reading.Measured(_, var value, _) ->
                                    String.format(Locale.ROOT, "%.6g", value);
                            case Reading.NotMeasurable _ -> "";
                        });
            }
        }

        static String millis(long from) {
            return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - from) / 1e6);
        }

        static String score(Optional<Judgement> judgement) {
            return judgement
                    .map(j -> j.score().isPresent() ? String.valueOf(j.score().getAsInt()) : "")
                    .orElse("");
        }

        /// What the print looks like; `refused` where nothing was measured, `nothing-found`.
        static String state(Optional<Judgement> judgement) {
            return judgement
                    .map(j -> j.condition().map(c -> Words.of(c.state())).orElse("refused"))
                    .orElse("nothing-found");
        }
    }

    abstract static class Prints extends Judging {
        @Option(
                names = "--ppi",
                description =
                        "Resolution where the file does not state one. Default: ${DEFAULT-VALUE}.")
        private double ppi = 500;

        @Override
        FrameJudge judge(Settings settings) {
            return new FingerprintJudge(settings.fingerprint(), settings.advice());
        }

        Frame frame(ImageFile image, Decoding.Decoded decoded) {
            return image.frame(decoded, Resolution.Ppi.of(ppi));
        }

        static double ppi(Frame frame) {
            return switch (frame.resolution()) {
                case Resolution.Ppi(var x, _) -> x;
                case Resolution.Unknown _ ->
                        throw new IllegalStateException("a print without resolution");
            };
        }
    }

    @Command(
            name = "fingerprint",
            mixinStandardHelpOptions = true,
            description =
                    "One row an image of a single print: score is the final one, live the one from the image alone, state what the print looks like: good, dry, wet, worn, light, hard, small, off-centre, moved, dirty-glass, not-a-finger; refused, nothing-found.")
    static final class Fingerprint extends Prints {
        @Option(
                names = "--rolled",
                description = "They are rolled from nail to nail: adds rolled-width, in mm.")
        private boolean rolled;

        private Optional<FinalScore> last = Optional.empty();

        @Override
        FrameJudge judge(Settings settings) {
            last = Optional.of(new FinalScore(settings.fingerprint()));
            return super.judge(settings);
        }

        @Override
        List<String> columns() {
            return List.of(
                    "file",
                    "width",
                    "height",
                    "ppi",
                    "score",
                    "live",
                    "state",
                    "millis",
                    "live_millis");
        }

        @Override
        List<Map<String, String>> rows(ImageFile image, FrameJudge judge) {
            var decoding = image.read();
            var row = image.row(decoding);
            switch (decoding) {
                case Decoding.Decoded decoded -> judged(row, frame(image, decoded), judge);
                case Decoding.Unreadable(var why) -> refused(row, image, why);
            }
            return List.of(row);
        }

        private void judged(Map<String, String> row, Frame frame, FrameJudge judge) {
            row.put("ppi", String.format(Locale.ROOT, "%.0f", ppi(frame)));
            var start = System.nanoTime();
            var finger = rolled ? Position.ROLLED_RIGHT_INDEX : Position.RIGHT_INDEX;
            var live = judge.judge(frame, finger, Set.of()).stream().findFirst();
            row.put("live_millis", millis(start));
            var finished = live.flatMap(j -> last.orElseThrow().of(frame, j));
            row.put("millis", millis(start));
            var told = finished.map(FinalScore.Finished::judgement).or(() -> live);
            row.put("score", score(told));
            row.put("live", score(live));
            row.put("state", state(told));
            told.ifPresent(j -> readings(row, j));
        }

        private static void refused(Map<String, String> row, ImageFile image, String why) {
            System.err.println(image.name() + ": " + why);
            row.put("state", "refused");
        }
    }

    @Command(name = "portrait", mixinStandardHelpOptions = true, description = "One row an image.")
    static final class Portrait extends Judging {
        @Override
        FrameJudge judge(Settings settings) {
            return new PortraitJudge(settings.portrait());
        }

        @Override
        List<String> columns() {
            return List.of("file", "faces", "verdict", "failed", "millis");
        }

        @Override
        List<Map<String, String>> rows(ImageFile image, FrameJudge judge) {
            var row = new LinkedHashMap<String, String>();
            row.put("file", image.name());
            var decoding = image.read();
            var start = System.nanoTime();
            switch (decoding) {
                case Decoding.Decoded decoded ->
                        judged(row, image.frame(decoded, new Resolution.Unknown()), judge);
                case Decoding.Unreadable(var why) -> {
                    System.err.println(image.name() + ": " + why);
                    row.put("verdict", "refused");
                }
            }
            row.put("millis", millis(start));
            return List.of(row);
        }

        private static void judged(Map<String, String> row, Frame frame, FrameJudge judge) {
            var judged = judge.judge(frame, Position.FACE, Set.of()).stream().findFirst();
            row.put("faces", faces(judged));
            row.put("verdict", judged.map(j -> verdict(j.verdict())).orElse("refused"));
            row.put(
                    "failed",
                    judged.map(j -> String.join(";", j.verdict().failed()))
                            .orElse("single-face-present"));
            judged.ifPresent(j -> readings(row, j));
        }

        private static String faces(Optional<Judgement> judged) {
            return judged.map(j ->
                            j.readings().stream()
                                    .filter(r -> r.metric().equals("faces"))
                                    .map(r ->
                                            r instanceof Reading.Measured(_, var value, _)
                                                    ? String.valueOf((int) value)
                                                    : "")
                                    .findFirst()
                                    .orElse("1"))
                    .orElse("0");
        }

        private static String verdict(Verdict verdict) {
            return switch (verdict.outcome()) {
                case ACCEPTED -> "accepted";
                case REFUSED -> "refused";
                case NEEDS_OPERATOR -> "needs-operator";
            };
        }
    }
}
