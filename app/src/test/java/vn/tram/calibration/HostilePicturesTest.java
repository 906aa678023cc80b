package vn.tram.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tram.calibration.Pictures.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vn.tram.image.Frame;
import vn.tram.image.Gray8;
import vn.tram.image.Pixels;
import vn.tram.image.Rgb8;

/// Whatever a device shows, a procedure answers with what to do.
class HostilePicturesTest {
    private static List<Procedure> procedures() {
        return List.of(
                Geometry.of(new Target.Geometry.Ronchi(1)),
                Geometry.of(new Target.Geometry.Grid(1)),
                new Uniformity(),
                new GrayRange(),
                new BarContrast(new Target.Geometry.BarChart(List.of(1.0, 5.0, 10.0), 5)),
                EdgeContrast.ofScanner(),
                EdgeContrast.atTheEyes(),
                new Checkerboard(new Target.Geometry.Checkerboard(8, 5, 25)),
                new GrayCard(),
                new FaceLight());
    }

    private static Gray8 plain(int width, int height, int level) {
        var samples = new byte[width * height];
        Arrays.fill(samples, (byte) level);
        return Gray8.wrap(width, height, samples);
    }

    private static Gray8 noise(int width, int height, long seed) {
        var samples = new byte[width * height];
        new Random(seed).nextBytes(samples);
        return Gray8.wrap(width, height, samples);
    }

    private static Gray8 gradient(int width, int height) {
        var samples = new byte[width * height];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (255 * (i % width) / width);
        }
        return Gray8.wrap(width, height, samples);
    }

    private static List<Pixels> pictures() {
        var huge = plain(3200, 3000, 0);
        return List.of(
                plain(400, 400, 0),
                plain(400, 400, 255),
                noise(400, 400, 1),
                noise(97, 2000, 2),
                noise(2000, 97, 3),
                plain(1, 1, 128),
                noise(1, 500, 4),
                noise(500, 1, 5),
                Rgb8.wrap(1, 1, new byte[3]),
                huge);
    }

    @TestFactory
    Stream<DynamicTest> eachProcedureAsksForSomethingInsteadOfMeasuringNonsense() {
        return procedures().stream()
                .map(p ->
                        DynamicTest.dynamicTest(
                                p.getClass().getSimpleName(),
                                () -> {
                                    assertThat(p.measure(Shots.none()))
                                            .isInstanceOf(Answer.Do.class);
                                    for (var picture : pictures()) {
                                        assertThat(p.measure(all(p, picture)))
                                                .as("%s", picture)
                                                .isInstanceOf(Answer.Do.class);
                                    }
                                    // what is smooth may be an unevenly lit card
                                    assertThat(p.measure(all(p, gradient(400, 400)))).isNotNull();
                                    assertThat(p.measure(all(p, gradient(300, 900)))).isNotNull();
                                }));
    }

    @TestFactory
    Stream<DynamicTest> picturesOfDifferentSizesAreNoSet() {
        return procedures().stream()
                .filter(p -> p.needs().values().stream().anyMatch(n -> n > 1))
                .map(p ->
                        DynamicTest.dynamicTest(
                                p.getClass().getSimpleName(),
                                () -> {
                                    var shots = all(p, gradient(400, 400));
                                    for (var view : p.needs().keySet()) {
                                        shots = shots.with(view, frame(gradient(300, 300)));
                                    }
                                    assertThat(p.measure(shots)).isInstanceOf(Answer.Do.class);
                                }));
    }

    private static Shots all(Procedure procedure, Pixels picture) {
        var shots = Shots.none();
        for (var need : procedure.needs().entrySet()) {
            var frames = new ArrayList<Frame>();
            for (int i = 0; i < need.getValue(); i++) {
                frames.add(frame(picture));
            }
            for (var frame : frames) {
                shots = shots.with(need.getKey(), frame);
            }
        }
        return shots;
    }
}
