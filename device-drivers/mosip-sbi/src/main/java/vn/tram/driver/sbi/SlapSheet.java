package vn.tram.driver.sbi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import vn.tram.device.Evidence;
import vn.tram.device.Fault;
import vn.tram.device.FaultException;
import vn.tram.device.Sample;
import vn.tram.image.Frame;
import vn.tram.image.Gray8;
import vn.tram.image.Position;

/// Lays the fingers of a slap side by side again: the interface hands out the fingers cut apart,
/// the station judges a slap. Each finger's pixels stay as they came. How far the fingers reach is
/// a hand's usual shape, not this hand's: it was lost when the service cut them.
final class SlapSheet {
    /// Bare glass about and between the fingers, 2 mm at 500 ppi.
    private static final int GAP = 40;

    /// How far a finger's tip lies below that of the longest, in shares of the picture's height.
    private static final Map<String, Double> DROP =
            Map.of("INDEX", 0.2, "MIDDLE", 0.0, "RING", 0.1, "LITTLE", 0.5, "THUMB", 0.0);

    private SlapSheet() {}

    /// @param slap what was asked for
    /// @param fingers that were taken, at least one
    /// @return one sample whose evidence is all the fingers' evidence, a line each
    static Sample of(Position slap, List<Sample> fingers) throws FaultException {
        var inOrder = fingers.stream().sorted(Comparator.comparing(SlapSheet::place)).toList();
        var first = inOrder.getFirst().frame();
        int width = GAP;
        int height = 0;
        for (var finger : inOrder) {
            if (!finger.frame().resolution().equals(first.resolution())) {
                throw new FaultException(
                        new Fault.Garbled("fingers of one resolution", "several resolutions"));
            }
            width += pixels(finger).width() + GAP;
            height = Math.max(height, top(finger) + pixels(finger).height() + GAP);
        }
        var sheet = new byte[width * height];
        Arrays.fill(sheet, (byte) 255);
        int left = GAP;
        for (var finger : inOrder) {
            var pixels = pixels(finger);
            for (int y = 0; y < pixels.height(); y++) {
                pixels.copyRow(y, sheet, (top(finger) + y) * width + left);
            }
            left += pixels.width() + GAP;
        }
        return new Sample(
                slap,
                new Frame(
                        Gray8.wrap(width, height, sheet),
                        first.resolution(),
                        first.takenAt(),
                        first.origin()),
                least(fingers),
                evidence(fingers));
    }

    /// From left to right as the hand lies: the codes of ISO/IEC 19794-4 count from the thumb, the
    /// left hand's fingers lie the other way round.
    private static int place(Sample finger) {
        int code = finger.position().code();
        return finger.position().slap() == Position.LEFT_FOUR
                        || finger.position() == Position.LEFT_THUMB
                ? -code
                : code;
    }

    private static int top(Sample finger) {
        var name = finger.position().name();
        double drop = DROP.getOrDefault(name.substring(name.indexOf('_') + 1), 0.0);
        return GAP + (int) Math.round(drop * pixels(finger).height());
    }

    private static Gray8 pixels(Sample finger) {
        return finger.frame().pixels().toGray();
    }

    private static OptionalInt least(List<Sample> fingers) {
        return fingers.stream().allMatch(f -> f.deviceScore().isPresent())
                ? fingers.stream().mapToInt(f -> f.deviceScore().getAsInt()).min()
                : OptionalInt.empty();
    }

    private static Optional<Evidence> evidence(List<Sample> fingers) {
        var lines =
                fingers.stream()
                        .flatMap(f -> f.evidence().stream())
                        .map(e -> new String(e.content(), UTF_8))
                        .collect(Collectors.joining("\n"));
        return Optional.of(new Evidence("application/jwt", lines.getBytes(UTF_8)));
    }
}
