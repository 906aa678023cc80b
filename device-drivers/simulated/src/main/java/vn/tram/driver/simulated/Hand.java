package vn.tram.driver.simulated;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.tram.image.Position;

/// Where the fingers of a hand come to lie on the glass.
final class Hand {
    /// Middle of a finger's pad on a glass of 1600 x 1500, and how the finger leans, clockwise.
    private record Spot(double x, double y, double leanDegrees) {}

    /// The right hand; the left one is its mirror image.
    private static final List<Spot> FOUR =
            List.of(
                    new Spot(235, 790, -9),
                    new Spot(605, 560, -3),
                    new Spot(985, 640, 3),
                    new Spot(1340, 900, 10));

    private static final Map<Position, Spot> THUMBS =
            Map.of(
                    Position.LEFT_THUMB, new Spot(520, 740, 12),
                    Position.RIGHT_THUMB, new Spot(1080, 740, -12));

    /// Half a fingertip's width, pixels at 500 ppi.
    private static final double BESIDE = 165;

    private Hand() {}

    /// Lays down the fingers of that position that are not missing; where they came to lie.
    static List<LaidFinger> lay(
            Person person,
            Position position,
            Set<Position> missing,
            Glass glass,
            Grain grain,
            Manner usual,
            Dice dice) {
        var manner = position.isRolled() ? usual.rolling() : usual;
        double turn = Math.toRadians(4) * dice.normal();
        double shiftX = (position.isFinger() ? 0.02 : 0.008) * glass.width() * dice.normal();
        shiftX += manner.beside() * BESIDE;
        double shiftY = 0.02 * glass.height() * dice.normal();
        var laid = new ArrayList<LaidFinger>();
        for (var member : position.members()) {
            var own = Dice.of(dice.next(), member.code());
            if (missing.contains(member)) {
                continue;
            }
            var finger = person.finger(member);
            var spot = spot(position, member, glass);
            double fromX = spot.x - glass.width() / 2.0;
            double fromY = spot.y - glass.height() / 2.0;
            double x = Math.cos(turn) * fromX - Math.sin(turn) * fromY + 7 * own.normal();
            double y = Math.sin(turn) * fromX + Math.cos(turn) * fromY + 12 * own.normal();
            var touch =
                    Touch.draw(own, finger, manner).turned(turn + Math.toRadians(spot.leanDegrees));
            var roll = member.isRolled() ? Optional.of(Roll.draw(own)) : Optional.<Roll>empty();
            new Contact(finger, touch, roll, grain, own)
                    .press(
                            member,
                            glass,
                            glass.width() / 2.0 + x + shiftX,
                            glass.height() / 2.0 + y + shiftY)
                    .ifPresent(laid::add);
        }
        return List.copyOf(laid);
    }

    private static Spot spot(Position position, Position member, Glass glass) {
        return switch (position) {
            case RIGHT_FOUR -> FOUR.get(position.members().indexOf(member));
            case LEFT_FOUR -> {
                var mirrored = FOUR.get(position.members().indexOf(member));
                yield new Spot(glass.width() - mirrored.x, mirrored.y, -mirrored.leanDegrees);
            }
            case TWO_THUMBS -> THUMBS.getOrDefault(member, new Spot(0, 0, 0));
            default -> new Spot(glass.width() / 2.0, glass.height() / 2.0, 0);
        };
    }
}
