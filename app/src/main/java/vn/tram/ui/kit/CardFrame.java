package vn.tram.ui.kit;

import java.util.List;
import java.util.stream.Stream;
import vn.tram.image.Box;

/// Where the card's picture, 3 x 4, lies in a camera's frame, and where the face belongs in it.
/// Guides for people; what is good is judged by the policy alone.
///
/// @param width columns of the camera's frame
/// @param height rows of the camera's frame
public record CardFrame(int width, int height) {
    /// The card's picture is as high as the frame but for a border.
    private static final double SHARE = 0.96;

    /// 3 x 4 centimetres.
    private static final double ASPECT = 3.0 / 4;

    /// Chin to crown over the picture's height, so that head, hair and shoulders show; chosen by
    /// eye on the simulated camera, 2026-11-22.
    private static final double HEAD = 0.5;

    /// Ear to ear over chin to crown.
    private static final double HEAD_ASPECT = 0.74;

    /// The middle of the head, from the top of the picture.
    private static final double MIDDLE = 0.42;

    public static CardFrame of(int width, int height) {
        return new CardFrame(width, height);
    }

    private double tall() {
        return Math.min(SHARE * height, SHARE * width / ASPECT);
    }

    private double top() {
        return (height - tall()) / 2;
    }

    public Mark crop() {
        return new Mark.Crop(new Box(width / 2.0, height / 2.0, tall() * ASPECT, tall(), 0));
    }

    /// Crop frame, oval and eye line.
    public List<Mark> guides() {
        return Stream.concat(Stream.of(crop()), face().stream()).toList();
    }

    /// The ring that closes before the shot, in the upper right corner of the crop.
    ///
    /// @param share of the hold that has passed, 0 to 1
    public Mark countdown(double share) {
        double size = tall() / 9;
        return new Mark.Countdown(
                new Box(
                        width / 2.0 + tall() * ASPECT / 2 - 0.8 * size,
                        top() + 0.8 * size,
                        size,
                        size,
                        0),
                share);
    }

    /// Oval and eye line: where the face belongs. Eyes lie half-way between chin and crown.
    public List<Mark> face() {
        double middle = top() + MIDDLE * tall();
        double head = HEAD * tall();
        double half = tall() * ASPECT / 2 * SHARE;
        return List.of(
                new Mark.Oval(new Box(width / 2.0, middle, head * HEAD_ASPECT, head, 0)),
                new Mark.Guide(width / 2.0 - half, middle, width / 2.0 + half, middle));
    }
}
