package vn.tram.store;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import vn.tram.domain.Attempt;
import vn.tram.domain.Condition;
import vn.tram.domain.Judgement;
import vn.tram.domain.PrintState;
import vn.tram.domain.Reading;
import vn.tram.domain.Verdict;
import vn.tram.image.Box;
import vn.tram.image.Position;
import vn.tram.image.Resolution;

/// What was measured of an attempt, as it lies in the column `attempt.report`. Its shape is stored
/// data: it grows, nothing in it is renamed.
///
/// @param ppiX null where the resolution is unknown, as `ppiY` is then
record AttemptReport(
        Maker device,
        int width,
        int height,
        @Nullable Double ppiX,
        @Nullable Double ppiY,
        @Nullable Integer deviceScore,
        List<Position> expected,
        List<Judged> judgements) {
    record Maker(
            String address,
            String make,
            String model,
            String serial,
            String firmware,
            String certification) {}

    record Judged(
            Position position,
            Place box,
            @Nullable Integer score,
            List<Read> readings,
            Held verdict,
            @Nullable PrintState state,
            @Nullable List<String> evidence) {}

    record Place(double centreX, double centreY, double width, double height, double angle) {}

    /// Value and unit, or else why there are none.
    record Read(
            String metric, @Nullable Double value, @Nullable String unit, @Nullable String why) {}

    record Held(
            Verdict.Outcome outcome, String policy, List<Checked> checks, List<String> advice) {}

    /// A limit that is not there is null: JSON knows no infinity.
    record Checked(
            Read reading,
            @Nullable Double min,
            @Nullable Double max,
            boolean required,
            @Nullable Boolean open) {}

    static AttemptReport of(Attempt attempt) {
        var device = attempt.device();
        var ppi = attempt.resolution() instanceof Resolution.Ppi known ? known : null;
        return new AttemptReport(
                new Maker(
                        device.address(),
                        device.make(),
                        device.model(),
                        device.serial(),
                        device.firmware(),
                        device.certification()),
                attempt.width(),
                attempt.height(),
                ppi == null ? null : ppi.x(),
                ppi == null ? null : ppi.y(),
                nullable(attempt.deviceScore()),
                attempt.expected(),
                attempt.judgements().stream().map(AttemptReport::judged).toList());
    }

    Attempt.Device toDevice() {
        return new Attempt.Device(
                device.address(),
                device.make(),
                device.model(),
                device.serial(),
                device.firmware(),
                device.certification());
    }

    Resolution toResolution() {
        return ppiX == null || ppiY == null
                ? new Resolution.Unknown()
                : new Resolution.Ppi(ppiX, ppiY);
    }

    OptionalInt toDeviceScore() {
        return optional(deviceScore);
    }

    List<Judgement> toJudgements() {
        return judgements.stream().map(AttemptReport::judgement).toList();
    }

    private static Judged judged(Judgement judgement) {
        var box = judgement.box();
        var verdict = judgement.verdict();
        return new Judged(
                judgement.position(),
                new Place(box.centreX(), box.centreY(), box.width(), box.height(), box.angle()),
                nullable(judgement.score()),
                judgement.readings().stream().map(AttemptReport::read).toList(),
                new Held(
                        verdict.outcome(),
                        verdict.policy(),
                        verdict.checks().stream().map(AttemptReport::checked).toList(),
                        verdict.advice()),
                judgement.condition().map(Condition::state).orElse(null),
                judgement.condition().map(Condition::evidence).orElse(null));
    }

    private static Judgement judgement(Judged judged) {
        var box = judged.box();
        var verdict = judged.verdict();
        return new Judgement(
                judged.position(),
                new Box(box.centreX(), box.centreY(), box.width(), box.height(), box.angle()),
                optional(judged.score()),
                judged.readings().stream().map(AttemptReport::reading).toList(),
                new Verdict(
                        verdict.outcome(),
                        verdict.policy(),
                        verdict.checks().stream().map(AttemptReport::check).toList(),
                        verdict.advice()),
                judged.state() == null || judged.evidence() == null
                        ? Optional.empty()
                        : Optional.of(new Condition(judged.state(), judged.evidence())));
    }

    private static Read read(Reading reading) {
        return switch (reading) {
            case Reading.Measured(var metric, var value, var unit) ->
                    new Read(metric, value, unit, null);
            case Reading.NotMeasurable(var metric, var why) -> new Read(metric, null, null, why);
        };
    }

    private static Reading reading(Read read) {
        return read.value() == null || read.unit() == null
                ? new Reading.NotMeasurable(read.metric(), read.why() == null ? "" : read.why())
                : new Reading.Measured(read.metric(), read.value(), read.unit());
    }

    private static Checked checked(Verdict.Check check) {
        return new Checked(
                read(check.reading()),
                check.min() == Double.NEGATIVE_INFINITY ? null : check.min(),
                check.max() == Double.POSITIVE_INFINITY ? null : check.max(),
                check.required(),
                check.open());
    }

    private static Verdict.Check check(Checked checked) {
        return new Verdict.Check(
                reading(checked.reading()),
                checked.min() == null ? Double.NEGATIVE_INFINITY : checked.min(),
                checked.max() == null ? Double.POSITIVE_INFINITY : checked.max(),
                checked.required(),
                Boolean.TRUE.equals(checked.open()));
    }

    private static @Nullable Integer nullable(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }

    private static OptionalInt optional(@Nullable Integer number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
