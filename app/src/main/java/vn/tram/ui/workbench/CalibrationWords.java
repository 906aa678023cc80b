package vn.tram.ui.workbench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import vn.tram.calibration.CalibrationRun;
import vn.tram.calibration.CalibrationRun.Step;
import vn.tram.calibration.Certificate;
import vn.tram.calibration.Fitness;
import vn.tram.calibration.Instruction;
import vn.tram.calibration.Limit;
import vn.tram.ui.kit.FaultTexts;
import vn.tram.ui.kit.HintWords;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.Tone;

/// What is said while a device is calibrated.
final class CalibrationWords {
    /// Units of what is a share of something or a ratio: they are not written.
    private static final Set<String> SHARES = Set.of("of-allowed", "of-1", "ratio");

    private CalibrationWords() {}

    static Phrase day(Instant at, ZoneId zone) {
        return Phrase.of("workbench.day", LocalDate.ofInstant(at, zone));
    }

    /// How the device stands, and what follows of it.
    static HintWords of(Fitness fitness, ZoneId zone) {
        return switch (fitness) {
            case Fitness.Fit(_, var until) ->
                    DeviceWords.hint(
                            Tone.GOOD,
                            Phrase.of("workbench.proof.fit"),
                            Phrase.of("workbench.proof.fit.why", day(until, zone)));
            case Fitness.Extended(var why, _, var until) ->
                    DeviceWords.hint(
                            Tone.WARN,
                            Phrase.of("workbench.proof.calibrate"),
                            Phrase.of(
                                    "workbench.proof.extended.why",
                                    Phrase.of("lack." + why),
                                    day(until, zone)));
            case Fitness.Unfit(Fitness.Why why, var consequence, _)
                    when why == Fitness.Why.BROKEN ->
                    DeviceWords.hint(
                            Tone.BAD,
                            Phrase.of("calibration.broken"),
                            Phrase.of(
                                    "calibration.broken.why",
                                    Phrase.of("calibration.consequence." + consequence)));
            case Fitness.Unfit(var why, var consequence, _) ->
                    DeviceWords.hint(
                            consequence == vn.tram.calibration.Rules.Consequence.BLOCK
                                    ? Tone.BAD
                                    : Tone.WARN,
                            Phrase.of("workbench.proof.calibrate"),
                            Phrase.of(
                                    "calibration.unfit.why",
                                    Phrase.of("lack." + why),
                                    Phrase.of("calibration.consequence." + consequence)));
        };
    }

    /// What to do for the next picture.
    static HintWords of(CalibrationRun run, Eye eye, vn.tram.device.Kind kind) {
        if (!(run.step() instanceof Step.Wanted wanted)) {
            return DeviceWords.hint(
                    Tone.HERE,
                    Phrase.of("calibration.measuring"),
                    Phrase.of("calibration.measuring.note"));
        }
        var place = Phrase.of("calibration.place." + wanted.view());
        var count = Phrase.of("calibration.count", wanted.have(), wanted.want());
        return switch (eye) {
            case Eye.NotHere _ ->
                    DeviceWords.hint(
                            Tone.WARN,
                            Phrase.of("calibration.not-here"),
                            Phrase.of("calibration.not-here.note", count));
            case Eye.Broke(var fault) -> {
                var told = FaultTexts.of(fault, kind);
                yield new HintWords(
                        Tone.WARN,
                        HintWords.Who.OFFICER,
                        told.what(),
                        Optional.of(told.todo()),
                        Optional.of(count));
            }
            case Eye.Guided(var refusal) when refusal.isPresent() ->
                    hint(Tone.WARN, of(refusal.get()), place, count);
            case Eye.Guided _ -> hint(Tone.GOOD, Phrase.of("calibration.seen"), place, count);
            case Eye.Opening _, Eye.Blind _ ->
                    wanted.wrong()
                            .map(wrong -> hint(Tone.WARN, of(wrong), place, count))
                            .orElseGet(() ->
                                    hint(Tone.HERE, place, Phrase.of("calibration.press"), count));
        };
    }

    private static HintWords hint(Tone tone, Phrase order, Phrase why, Phrase count) {
        return new HintWords(
                tone, HintWords.Who.OFFICER, order, Optional.of(why), Optional.of(count));
    }

    /// One sentence for what a procedure wants done.
    static Phrase of(Instruction instruction) {
        return switch (instruction) {
            case Instruction.NoTarget _ -> Phrase.of("calibration.do.no-target");
            case Instruction.MorePictures _ -> Phrase.of("calibration.press");
            case Instruction.MoveCloser _ -> Phrase.of("calibration.do.closer");
            case Instruction.MoveBack _ -> Phrase.of("calibration.do.back");
            case Instruction.Turn(var clockwise) ->
                    Phrase.of(
                            clockwise > 0
                                    ? "calibration.do.turn-right"
                                    : "calibration.do.turn-left",
                            rounded(Math.abs(clockwise), 1));
            case Instruction.Move(var right, var down) ->
                    Math.abs(right) >= Math.abs(down)
                            ? Phrase.of(
                                    right > 0 ? "calibration.do.right" : "calibration.do.left",
                                    Math.round(100 * Math.abs(right)))
                            : Phrase.of(
                                    down > 0 ? "calibration.do.down" : "calibration.do.up",
                                    Math.round(100 * Math.abs(down)));
            case Instruction.AnotherAngle _ -> Phrase.of("calibration.do.angle");
            case Instruction.LightUneven _ -> Phrase.of("calibration.do.uneven");
            case Instruction.TooDark _ -> Phrase.of("calibration.do.dark");
            case Instruction.TooBright _ -> Phrase.of("calibration.do.bright");
            case Instruction.CleanGlass(var specks) -> Phrase.of("calibration.do.clean", specks);
            case Instruction.OtherPicture(var width, var height) ->
                    Phrase.of("calibration.do.size", width, height);
            case Instruction.OtherTarget(var id) -> Phrase.of("calibration.do.target", id);
        };
    }

    /// How a certificate, issued or not, came out.
    static HintWords of(Certificate certificate, boolean issued, ZoneId zone) {
        var until = day(certificate.until(), zone);
        if (certificate.passed()) {
            return DeviceWords.hint(
                    Tone.GOOD,
                    Phrase.of(issued ? "calibration.passed" : "calibration.all-good"),
                    Phrase.of(
                            issued ? "calibration.passed.why" : "calibration.all-good.why", until));
        }
        long beyond = certificate.measures().stream().filter(m -> !m.passed()).count();
        return DeviceWords.hint(
                beyond > 0 ? Tone.BAD : Tone.WARN,
                beyond > 0
                        ? Phrase.of("calibration.beyond", beyond)
                        : Phrase.of("calibration.incomplete", certificate.missing().size()),
                Phrase.of(issued ? "calibration.failed.why" : "calibration.beyond.why"));
    }

    static Phrase metric(String name) {
        if (name.startsWith("ctf-")) {
            return Phrase.of("calibration.ctf", name.substring(4));
        }
        return name.startsWith("mtf-")
                ? Phrase.of("calibration.mtf", name.substring(4))
                : Phrase.of("calibration.measure." + name);
    }

    static Phrase value(double value, String unit) {
        if (SHARES.contains(unit)) {
            return Phrase.of("home.number", rounded(value, digits(value)));
        }
        return Phrase.of(
                "calibration.value",
                rounded(value, digits(value)),
                Phrase.of("calibration.unit." + unit.replace('/', '-')));
    }

    static Phrase allowed(Limit limit) {
        if (limit.least().isEmpty() && limit.most().isEmpty()) {
            return Phrase.of("calibration.recorded");
        }
        if (limit.least().isEmpty()) {
            return Phrase.of("calibration.most", number(limit.most()));
        }
        return limit.most().isEmpty()
                ? Phrase.of("calibration.least", number(limit.least()))
                : Phrase.of("calibration.between", number(limit.least()), number(limit.most()));
    }

    private static double number(OptionalDouble value) {
        return value.getAsDouble();
    }

    private static int digits(double value) {
        double size = Math.abs(value);
        return size >= 100 ? 1 : size >= 10 ? 2 : 3;
    }

    private static double rounded(double value, int digits) {
        double scale = Math.pow(10, digits);
        return Math.round(value * scale) / scale;
    }
}
