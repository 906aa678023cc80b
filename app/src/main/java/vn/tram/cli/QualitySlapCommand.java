package vn.tram.cli;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.tram.cli.ImageFiles.ImageFile;
import vn.tram.domain.Judgement;
import vn.tram.domain.Reading;
import vn.tram.image.Frame;
import vn.tram.image.Position;
import vn.tram.imaging.Decoding;
import vn.tram.quality.FrameJudge;
import vn.tram.quality.fingerprint.FingerprintJudge;
import vn.tram.quality.fingerprint.SlapSegmenter;
import vn.tram.settings.Settings;

@Command(
        name = "slap",
        mixinStandardHelpOptions = true,
        description = "Finds, cuts, numbers and judges the fingers of four-finger and thumb slaps.",
        footer = {
            "",
            "One row a finger found, in order of merit; one row a picture without any.",
            "  file           as given, and what was found under it",
            "  hand           right, left, both (thumbs); empty: one finger tells no hand",
            "  position       right-index … left-thumb; empty where the hand is",
            "  x, y           upper left corner of the box before it is turned, pixels",
            "  width, height  of the box, pixels, around the fingertip down to the joint",
            "  angle          degrees clockwise that the box is turned about its centre",
            "  score          0 to 100, the live one; empty where it could not be given",
            "  state          good, dry, wet, worn, light, hard, small, off-centre, moved, dirty-glass,",
            "                 not-a-finger; nothing-found; refused",
            "  centre_x, centre_y  of the box, pixels",
            "  slap           whole; short: fewer fingers than expected; none",
            "  hand_share     how likely it is that hand and not the other, 0.5 to 1 if decided here",
        })
final class QualitySlapCommand extends QualityCommand.Prints {
    private static final String AUTO = "auto";

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--position",
            description =
                    "right-four, left-four, two-thumbs, or auto: decided from the picture. Default: ${DEFAULT-VALUE}.")
    private String position = AUTO;

    @Option(
            names = "--missing",
            split = ",",
            description =
                    "Fingers known to be missing in every picture, as right-index,right-ring.")
    private List<String> missing = List.of();

    private final SlapSegmenter segmenter = new SlapSegmenter();

    @Override
    List<String> columns() {
        return List.of(
                "file",
                "hand",
                "position",
                "x",
                "y",
                "width",
                "height",
                "angle",
                "score",
                "state",
                "centre_x",
                "centre_y",
                "slap",
                "hand_share");
    }

    /// Wrong words are told before the first picture is read.
    @Override
    FrameJudge judge(Settings settings) {
        asked();
        missing();
        return super.judge(settings);
    }

    @Override
    List<Map<String, String>> rows(ImageFile image, FrameJudge judge) {
        var asked = asked();
        var gone = missing();
        return switch (image.read()) {
            case Decoding.Decoded decoded ->
                    found(image, frame(image, decoded), asked, gone, judge);
            case Decoding.Unreadable(var why) -> {
                System.err.println(image.name() + ": " + why);
                yield List.of(none(image, "refused"));
            }
        };
    }

    private Optional<Position> asked() {
        if (position.equals(AUTO)) {
            return Optional.empty();
        }
        return Optional.of(
                Words.position(position)
                        .filter(Position::isSlap)
                        .orElseThrow(() -> wrong("--position", position)));
    }

    private Set<Position> missing() {
        var fingers = EnumSet.noneOf(Position.class);
        for (var word : missing) {
            fingers.add(
                    Words.position(word)
                            .filter(Position.fingers()::contains)
                            .orElseThrow(() -> wrong("--missing", word)));
        }
        return fingers;
    }

    private ParameterException wrong(String option, String value) {
        var known =
                Arrays.stream(Position.values())
                        .filter(p ->
                                option.equals("--missing")
                                        ? Position.fingers().contains(p)
                                        : p.isSlap())
                        .map(Words::of)
                        .toList();
        return new ParameterException(
                spec.commandLine(),
                option + ": \"" + value + "\" is none of " + String.join(", ", known));
    }

    private List<Map<String, String>> found(
            ImageFile image,
            Frame frame,
            Optional<Position> asked,
            Set<Position> gone,
            FrameJudge judge) {
        if (ppi(frame) < FingerprintJudge.LEAST_PPI) {
            System.err.printf(
                    Locale.ROOT,
                    "%s: %.0f ppi is too coarse, %.0f are needed%n",
                    image.name(),
                    ppi(frame),
                    FingerprintJudge.LEAST_PPI);
            return List.of(none(image, "refused"));
        }
        var picture = frame.pixels().toGray();
        var slap = asked.or(() -> segmenter.slapIn(picture, ppi(frame), gone));
        var judgements = judge.judge(frame, slap.orElse(Position.RIGHT_FOUR), gone);
        if (judgements.isEmpty()) {
            System.err.println(image.name() + ": no finger was found");
            return List.of(none(image, "nothing-found"));
        }
        if (judgements.stream().allMatch(j -> j.score().isEmpty())) {
            System.err.println(image.name() + ": " + why(judgements.getFirst()));
            return List.of(none(image, "refused"));
        }
        return judgements.stream().map(j -> row(image, slap, gone, judgements, j)).toList();
    }

    private static String why(Judgement judgement) {
        return judgement.readings().stream()
                .filter(r -> r.metric().equals(FingerprintJudge.SCORE))
                .map(r ->
                        switch (r) {
                            case Reading.NotMeasurable(_, var why) -> why;
                            case Reading.Measured _ -> "";
                        })
                .findFirst()
                .orElse("");
    }

    private Map<String, String> none(ImageFile image, String state) {
        var row = new LinkedHashMap<String, String>();
        row.put("file", image.name());
        row.put("state", state);
        row.put("slap", "none");
        return row;
    }

    private Map<String, String> row(
            ImageFile image,
            Optional<Position> slap,
            Set<Position> gone,
            List<Judgement> all,
            Judgement judgement) {
        var row = new LinkedHashMap<String, String>();
        var box = judgement.box();
        row.put("file", image.name());
        row.put("hand", slap.map(QualitySlapCommand::hand).orElse(""));
        row.put("position", slap.map(_ -> Words.of(judgement.position())).orElse(""));
        row.put("x", number(box.centreX() - box.width() / 2));
        row.put("y", number(box.centreY() - box.height() / 2));
        row.put("width", number(box.width()));
        row.put("height", number(box.height()));
        row.put("angle", number(box.angle()));
        row.put("score", score(Optional.of(judgement)));
        row.put("state", state(Optional.of(judgement)));
        row.put("centre_x", number(box.centreX()));
        row.put("centre_y", number(box.centreY()));
        row.put("slap", isWhole(slap, gone, all) ? "whole" : "short");
        row.put("hand_share", handShare(judgement));
        return row;
    }

    /// Whether every finger is there that the slap should show; one finger of an unknown hand is
    /// never a whole slap.
    private static boolean isWhole(
            Optional<Position> slap, Set<Position> gone, List<Judgement> all) {
        var found = all.stream().map(Judgement::position).toList();
        return slap.isPresent()
                && slap.get().members().stream()
                        .allMatch(finger -> gone.contains(finger) || found.contains(finger));
    }

    private static String hand(Position slap) {
        return slap == Position.TWO_THUMBS ? "both" : slap == Position.LEFT_FOUR ? "left" : "right";
    }

    private static String handShare(Judgement judgement) {
        return judgement.readings().stream()
                .filter(r -> r.metric().equals(FingerprintJudge.HAND))
                .map(r ->
                        switch (r) {
                            case Reading.Measured(_, var value, _) ->
                                    String.format(Locale.ROOT, "%.3f", value);
                            case Reading.NotMeasurable _ -> "";
                        })
                .findFirst()
                .orElse("");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
