package vn.tram.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vn.tram.calibration.Pictures.frame;
import static vn.tram.calibration.Pictures.instruction;
import static vn.tram.calibration.Pictures.reading;

import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.tram.domain.Judgement;
import vn.tram.domain.Reading;
import vn.tram.domain.Verdict;
import vn.tram.driver.simulated.BoardPicture;
import vn.tram.driver.simulated.BoardPicture.Held;
import vn.tram.image.Box;
import vn.tram.image.Frame;
import vn.tram.image.Gray8;
import vn.tram.image.Position;
import vn.tram.image.Rgb8;
import vn.tram.quality.FrameJudge;

class CameraTest {
    private static final Procedure BOARD =
            new Checkerboard(new Target.Geometry.Checkerboard(8, 5, 25));

    private static Held held(int i) {
        return new Held(
                330 + 15 * (i % 3),
                -30 + 12 * (i % 5),
                -20 + 13 * (i % 4),
                -28 + 14 * (i % 5),
                -25 + 17 * (i % 4));
    }

    private static Shots board(BoardPicture camera, int views) {
        var shots = Shots.none();
        for (int i = 0; i < views; i++) {
            shots = shots.with(View.CHECKERBOARD, frame(camera.of(held(i), 8, 5, 25)));
        }
        return shots;
    }

    @Test
    void theLensIsTheTruth() {
        for (int seed = 1; seed <= 3; seed++) {
            var dice = new Random(seed);
            double focal = 650 + 100 * dice.nextDouble();
            double k1 = -0.25 + 0.3 * dice.nextDouble();
            var answer = BOARD.measure(board(new BoardPicture(640, 480, focal, k1, 2, seed), 10));
            double reach = 320 / focal;
            assertThat(reading(answer, "focal-length")).isCloseTo(focal, within(0.01 * focal));
            assertThat(reading(answer, "pixel-aspect")).isCloseTo(1, within(0.003));
            assertThat(reading(answer, "lens-distortion"))
                    .isCloseTo(100 * k1 * reach * reach, within(0.4));
            assertThat(reading(answer, "reprojection")).isLessThan(0.15);
        }
    }

    @Test
    void tooFewViewsAndTheSameViewAreTold() {
        var camera = new BoardPicture(640, 480, 700, 0, 0, 1);
        assertThat(instruction(BOARD.measure(board(camera, 2))))
                .isEqualTo(new Instruction.MorePictures(View.CHECKERBOARD, 2, 10));
        var twice = board(camera, 1).with(View.CHECKERBOARD, frame(camera.of(held(0), 8, 5, 25)));
        assertThat(instruction(BOARD.measure(twice)))
                .isEqualTo(new Instruction.AnotherAngle(1, 10));
        var far = camera.of(new Held(1050, 0, 0, 0, 0), 8, 5, 25);
        assertThat(instruction(BOARD.measure(Shots.of(View.CHECKERBOARD, frame(far)))))
                .isEqualTo(new Instruction.MoveCloser());
    }

    private static Rgb8 card(int red, int green, int blue, double slope) {
        var samples = new byte[3 * 300 * 200];
        for (int i = 0; i < samples.length / 3; i++) {
            double off = slope * (i % 300 - 150);
            samples[3 * i] = (byte) Math.round(Math.clamp(red + off, 0.0, 255.0));
            samples[3 * i + 1] = (byte) Math.round(Math.clamp(green + off, 0.0, 255.0));
            samples[3 * i + 2] = (byte) Math.round(Math.clamp(blue + off, 0.0, 255.0));
        }
        return Rgb8.wrap(300, 200, samples);
    }

    @Test
    void aCardsCastAndExposureAreWhatItWasDrawnWith() {
        var dice = new Random(3);
        for (int i = 0; i < 20; i++) {
            int red = 100 + dice.nextInt(40);
            int green = 100 + dice.nextInt(40);
            int blue = 100 + dice.nextInt(40);
            var answer =
                    new GrayCard()
                            .measure(Shots.of(View.GRAY_CARD, frame(card(red, green, blue, 0))));
            assertThat(reading(answer, "white-balance"))
                    .isEqualTo(
                            Math.max(red, Math.max(green, blue))
                                    - Math.min(red, Math.min(green, blue)));
            assertThat(reading(answer, "exposure"))
                    .isCloseTo(0.299 * red + 0.587 * green + 0.114 * blue, within(0.51));
            assertThat(reading(answer, "clipped")).isZero();
        }
    }

    @Test
    void aCardInBadLightIsNotMeasured() {
        assertThat(card(instructionOf(card(20, 20, 20, 0)))).isEqualTo("TooDark");
        assertThat(card(instructionOf(card(250, 250, 250, 0)))).isEqualTo("TooBright");
        assertThat(card(instructionOf(card(120, 120, 120, 0.7)))).isEqualTo("LightUneven");
    }

    private static Instruction instructionOf(Rgb8 pixels) {
        return instruction(new GrayCard().measure(Shots.of(View.GRAY_CARD, frame(pixels))));
    }

    private static String card(Instruction instruction) {
        return instruction.getClass().getSimpleName();
    }

    @Test
    void lightFromTheSideIsTheRatioOfTheCheeks() {
        for (double share : new double[] {1, 0.8, 0.5, 0.3}) {
            var samples = new byte[400 * 400];
            for (int i = 0; i < samples.length; i++) {
                double light = 0.4 * (i % 400 < 200 ? 1 : share);
                samples[i] = (byte) Math.round(level(light));
            }
            // the zones in the middle see both halves: draw them bright
            for (int y = 0; y < 400; y++) {
                boolean cheeks = y > 160 && y < 208;
                for (int x = 180; x < 220 && !cheeks; x++) {
                    samples[y * 400 + x] = (byte) Math.round(level(0.4));
                }
            }
            var answer =
                    new FaceLight()
                            .measure(Shots.of(View.FACE_PLACE, frame(Gray8.of(400, 400, samples))));
            assertThat(reading(answer, "face-light")).isCloseTo(share, within(0.01));
        }
    }

    /// The sRGB level of a light, 0 to 1.
    private static double level(double light) {
        return 255 * (1.055 * Math.pow(light, 1 / 2.4) - 0.055);
    }

    private static FrameJudge judging(double... pitches) {
        return new FrameJudge() {
            private int next;

            @Override
            public List<Judgement> judge(Frame frame, Position position, Set<Position> missing) {
                var reading =
                        new Reading.Measured(
                                "head-pose-pitch", pitches[next++ % pitches.length], "deg");
                return List.of(
                        new Judgement(
                                position,
                                Box.whole(frame.pixels()),
                                OptionalInt.empty(),
                                List.of(reading),
                                Verdict.of("test", List.of(), List.of())));
            }
        };
    }

    @Test
    void theCamerasPitchIsTheMedianOfItsFaces() {
        var shots = Shots.none();
        var face = frame(Gray8.of(100, 100, new byte[10_000]));
        for (int i = 0; i < 5; i++) {
            assertThat(instruction(new PitchOffset(judging(4)).measure(shots)))
                    .isEqualTo(new Instruction.MorePictures(View.FRONTAL_FACE, i, 5));
            shots = shots.with(View.FRONTAL_FACE, face);
        }
        assertThat(reading(new PitchOffset(judging(2, 9, 4, 5, 1)).measure(shots), "pitch-offset"))
                .isEqualTo(4);
        assertThat(instruction(new PitchOffset(judging(40)).measure(shots)))
                .isEqualTo(new Instruction.NoTarget(View.FRONTAL_FACE));
    }
}
