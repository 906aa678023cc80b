package vn.tram.ui.portrait;

import java.util.List;
import java.util.Optional;
import vn.tram.domain.Reading;
import vn.tram.domain.Verdict;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.Tone;

/// A light of the portrait: metrics that the operator thinks of as one thing.
enum Gate {
    ONE_FACE(Shown.NOTHING, "single-face-present"),
    PLACE(
            Shown.NOTHING,
            "face-centre-x",
            "face-centre-y",
            "leftward-crop",
            "rightward-crop",
            "margin-above",
            "margin-below"),
    SIZE(Shown.PERCENT, "head-size", "inter-eye-distance"),
    YAW(Shown.DEGREES, "head-pose-yaw"),
    PITCH(Shown.DEGREES, "head-pose-pitch", "head-pose-pitch-change"),
    ROLL(Shown.DEGREES, "head-pose-roll"),
    EYES(Shown.NOTHING, "eyes-open", "eyes-visible", "glare", "red-eye"),
    GAZE(Shown.NOTHING, "gaze"),
    MOUTH(
            Shown.NOTHING,
            "mouth-closed",
            "mouth-occlusion",
            "face-occlusion",
            "expression-neutrality"),
    SHARPNESS(Shown.NUMBER, "sharpness", "noise", "compression-artifacts"),
    LIGHT(
            Shown.NOTHING,
            "luminance-mean",
            "under-exposure",
            "over-exposure",
            "dynamic-range",
            "illumination-uniformity",
            "illumination-gradient",
            "light-balance",
            "natural-colour"),
    BACKGROUND(
            Shown.NOTHING,
            "background-lightness",
            "background-uniformity",
            "background-texture",
            "background-chroma"),
    /// What a newer policy demands and this program has no light for.
    OTHER(Shown.NOTHING);

    /// How its number is written while the gate is good. A failing check always shows its number.
    private enum Shown {
        NOTHING,
        PERCENT,
        DEGREES,
        NUMBER
    }

    /// One gate as it stands.
    ///
    /// @param number what was measured, where it says something
    record Light(Gate gate, Tone tone, Optional<Phrase> number) {
        Light unseen() {
            return new Light(gate, Tone.UNKNOWN, Optional.empty());
        }

        Phrase words() {
            return Phrase.of("portrait.gate." + gate.name());
        }
    }

    private static final int PERCENTS = 100;

    private final Shown shown;
    private final List<String> metrics;

    Gate(Shown shown, String... metrics) {
        this.shown = shown;
        this.metrics = List.of(metrics);
    }

    private static Gate of(Verdict.Check check) {
        for (var gate : values()) {
            if (gate.metrics.contains(check.reading().metric())) {
                return gate;
            }
        }
        return OTHER;
    }

    /// Every gate that the verdict's policy requires, in the order of the constants; without what
    /// the operator answers.
    static List<Light> of(Verdict verdict) {
        return List.of(values()).stream()
                .map(gate ->
                        gate.light(
                                verdict.checks().stream()
                                        .filter(c -> c.required() && !c.open())
                                        .filter(c -> of(c) == gate)
                                        .toList()))
                .flatMap(Optional::stream)
                .toList();
    }

    /// All gates before anything was measured.
    static List<Light> unknown() {
        return List.of(values()).stream()
                .filter(gate -> gate != OTHER)
                .map(gate -> new Light(gate, Tone.UNKNOWN, Optional.empty()))
                .toList();
    }

    private Optional<Light> light(List<Verdict.Check> checks) {
        if (checks.isEmpty()) {
            return Optional.empty();
        }
        var failing = checks.stream().filter(c -> !c.holds()).findFirst();
        var first =
                checks.stream()
                        .filter(c ->
                                c.reading()
                                        .metric()
                                        .equals(metrics.stream().findFirst().orElse("")))
                        .findFirst();
        var told = failing.or(() -> first).orElse(checks.getFirst());
        boolean speaks = failing.isPresent() || shown != Shown.NOTHING;
        return Optional.of(
                new Light(
                        this,
                        failing.isPresent() ? Tone.WARN : Tone.GOOD,
                        speaks ? number(told) : Optional.empty()));
    }

    /// What a check measured: "11°", "72%", "0,48".
    static Optional<Phrase> number(Verdict.Check check) {
        return check.reading() instanceof Reading.Measured(_, var value, _)
                ? Optional.of(written(check, value))
                : Optional.empty();
    }

    /// "Đo 11°, cho phép đến 8°", where one side of the limit is broken.
    static Optional<Phrase> compared(Verdict.Check check) {
        if (!(check.reading() instanceof Reading.Measured(_, var value, _))) {
            return Optional.empty();
        }
        return Optional.of(
                value < check.min()
                        ? Phrase.of(
                                "portrait.at-least",
                                written(check, value),
                                written(check, check.min()))
                        : Phrase.of(
                                "portrait.at-most",
                                written(check, value),
                                written(check, check.max())));
    }

    private static Phrase written(Verdict.Check check, double value) {
        return switch (of(check).shown) {
            case DEGREES -> Phrase.of("portrait.degrees", Math.round(value));
            case PERCENT ->
                    check.reading() instanceof Reading.Measured(_, _, var unit) && unit.equals("1")
                            ? Phrase.of("portrait.percent", Math.round(value * PERCENTS))
                            : plain(value);
            case NUMBER, NOTHING -> plain(value);
        };
    }

    private static Phrase plain(double value) {
        return Phrase.of("portrait.plain", Math.round(value * PERCENTS) / (double) PERCENTS);
    }
}
