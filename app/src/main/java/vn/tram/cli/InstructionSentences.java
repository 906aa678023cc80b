package vn.tram.cli;

import java.util.Locale;
import vn.tram.calibration.Instruction;
import vn.tram.calibration.View;

/// What a procedure wants done, in words for the terminal.
final class InstructionSentences {
    private InstructionSentences() {}

    static String of(Instruction instruction) {
        return switch (instruction) {
            case Instruction.NoTarget(var view) -> "This does not show " + named(view) + ".";
            case Instruction.MorePictures(var view, var have, var want) ->
                    "Picture " + (have + 1) + " of " + want + ": " + named(view) + ".";
            case Instruction.MoveCloser _ -> "Move the target closer: it fills too little.";
            case Instruction.MoveBack _ -> "Move the target back: its border must be seen.";
            case Instruction.Turn(var clockwise) ->
                    say(
                            "Turn the target %.1f degrees %s.",
                            Math.abs(clockwise), clockwise > 0 ? "clockwise" : "anticlockwise");
            case Instruction.Move(var right, var down) ->
                    say(
                            "Move the target %.0f %% of the picture to the %s and %.0f %% %s.",
                            100 * Math.abs(right),
                            right > 0 ? "right" : "left",
                            100 * Math.abs(down),
                            down > 0 ? "down" : "up");
            case Instruction.AnotherAngle(var have, var want) ->
                    say("Hold the board at another angle: %d of %d are seen.", have, want);
            case Instruction.LightUneven(var levels) ->
                    say("The light is too uneven to measure: %.0f levels.", levels);
            case Instruction.TooDark(var level) -> say("Too dark: level %.0f.", level);
            case Instruction.TooBright(var level) -> say("Too bright: level %.0f.", level);
            case Instruction.CleanGlass(var specks) -> say("Clean the glass: %d specks.", specks);
            case Instruction.OtherPicture(var width, var height) ->
                    say("A picture of %d x %d does not fit.", width, height);
            case Instruction.OtherTarget(var id) -> "The papers of target " + id + " have ended.";
        };
    }

    private static String say(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    static String named(View view) {
        return switch (view) {
            case CLEAN -> "the clean platen, nothing on it";
            case DARK -> "the platen under its dark cover";
            case BARS -> "the bars, upright";
            case BARS_TURNED -> "the bars, a quarter turned";
            case GRID -> "the grid";
            case BAR_CHART -> "the chart of bars";
            case PRINT -> "a finger of the next person";
            case CHECKERBOARD -> "the checkerboard";
            case GRAY_CARD -> "the gray card in the middle";
            case EYE_EDGE -> "the dark square where eyes will be";
            case FACE_PLACE -> "the gray card where a face will be";
            case FRONTAL_FACE -> "the next person, looking into the camera";
        };
    }
}
