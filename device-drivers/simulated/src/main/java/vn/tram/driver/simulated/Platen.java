package vn.tram.driver.simulated;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.tram.device.Kind;
import vn.tram.device.Request;
import vn.tram.image.Gray8;
import vn.tram.image.Pixels;
import vn.tram.image.Position;
import vn.tram.image.Resolution;

/// A fingerprint scanner's glass and the hands that come down on it.
///
/// Try n of one person and position is always the same picture but for the sensor's noise in the
/// preview. Tries are counted from the opening of the device: each capture is one, and a hand that
/// lies in the preview for a while and is not captured leaves and tries again, better.
final class Platen implements Scene {
    static final Resolution.Ppi RESOLUTION = Resolution.Ppi.of(500);

    /// Size of the picture of a rolled finger: 1.6 by 1.5 inches, the field of a ten-print card
    /// (ANSI/NIST-ITL 1, table of finger impressions).
    private static final int ROLLED_WIDTH = 800;

    private static final int ROLLED_HEIGHT = 750;

    private static final int PEOPLE_KEPT = 6;
    private static final int COUNTS_KEPT = 512;

    private static final Duration PAUSE = Duration.ofMillis(450);
    private static final Duration DESCENT = Duration.ofMillis(800);
    private static final Duration ROLLING = Duration.ofMillis(2200);
    private static final Duration ASCENT = Duration.ofMillis(350);

    /// After this long the person follows the advice on the screen and lays the hand anew.
    private static final Duration REST = Duration.ofSeconds(7);

    private record Asked(long person, Position position, Set<Position> missing) {}

    private record Laid(Asked asked, int attempt, Glass glass, List<LaidFinger> fingers) {}

    private final Script script;
    private final Grain grain;
    private final Glass clean;
    private final Glass cleanForRolling;
    private final Map<Long, Person> people = new Recent<>(PEOPLE_KEPT);
    private final Map<Asked, Integer> tries = new Recent<>(COUNTS_KEPT);
    private final Map<Asked, Glass> bare = new Recent<>(PEOPLE_KEPT);
    private Optional<Laid> last = Optional.empty();

    Platen(Script script, int width, int height) {
        this.script = script;
        this.grain = new Grain(script.seed());
        this.clean = Glass.clean(width, height, grain);
        this.cleanForRolling = Glass.clean(ROLLED_WIDTH, ROLLED_HEIGHT, grain);
    }

    @Override
    public Optional<String> refusal(Request request) {
        var position = request.position();
        boolean slap = position.isSlap() && script.kind() == Kind.SLAP_SCANNER;
        if (!slap && !position.isFinger()) {
            return Optional.of(script.kind() + " cannot show " + position);
        }
        if (position.isRolled() && !script.rolls()) {
            return Optional.of(script.kind() + " cannot roll fingers");
        }
        return present(request).isEmpty()
                ? Optional.of("every finger of " + position + " is missing")
                : Optional.empty();
    }

    private static List<Position> present(Request request) {
        return request.position().members().stream()
                .filter(finger -> !request.missing().contains(finger))
                .toList();
    }

    @Override
    public Duration interval() {
        return Duration.ofMillis(script.kind() == Kind.SLAP_SCANNER ? 80 : 50);
    }

    @Override
    public Pixels shot(Request request) {
        var asked = asked(request);
        int attempt = tries.getOrDefault(asked, 0);
        tries.put(asked, attempt + 1);
        return laid(asked, attempt).glass.exposure(Glass.RESTING, grain, attempt);
    }

    private Asked asked(Request request) {
        return new Asked(
                script.personKey(request.transaction()), request.position(), request.missing());
    }

    private Person person(Asked asked) {
        return people.computeIfAbsent(asked.person, key -> new Person(key, script.skin()));
    }

    /// What is true of the try of that number, from 0 on.
    Truth truth(Request request, int attempt) {
        var laid = laid(asked(request), attempt);
        return new Truth(laid.glass.exposure(Glass.RESTING, grain, attempt), laid.fingers);
    }

    private Laid laid(Asked asked, int attempt) {
        var known = last.filter(it -> it.asked.equals(asked) && it.attempt == attempt);
        if (known.isPresent()) {
            return known.get();
        }
        var dice = Dice.of(asked.person, 3, asked.position.code(), attempt);
        var glass = Glass.over(bare(asked));
        var mood = Dice.of(asked.person, 6, asked.position.code(), attempt);
        var manner = Manner.draw(script.habit(), mood, attempt);
        var fingers =
                Hand.lay(person(asked), asked.position, asked.missing, glass, grain, manner, dice);
        var laid = new Laid(asked, attempt, glass, fingers);
        last = Optional.of(laid);
        return laid;
    }

    /// The glass before the hand comes, with what lies on it.
    private Glass bare(Asked asked) {
        return bare.computeIfAbsent(asked, this::soiled);
    }

    private Glass soiled(Asked asked) {
        var dice = Dice.of(asked.person, 7, asked.position.code());
        var clean = asked.position.isRolled() ? cleanForRolling : this.clean;
        return switch (script.residue()) {
            case CLEAN -> clean;
            case DIRTY -> Dirt.on(Glass.over(clean), dice);
            case GHOST -> {
                var before = new Person(dice.next(), Optional.of(Skin.WET));
                var manner = Manner.draw(Script.Habit.CAREFUL, dice, 0);
                var pressed = Glass.over(clean);
                Hand.lay(
                        before,
                        asked.position,
                        Set.of(),
                        pressed,
                        grain,
                        manner.shifted(dice),
                        dice);
                yield clean.keeping(pressed, dice.between(0.14, 0.24));
            }
        };
    }

    @Override
    public Live live(Request request) {
        return new Approach(asked(request));
    }

    /// The hand comes down, rests until it is captured or has rested for long, leaves, and comes
    /// down for the next try.
    private final class Approach implements Live {
        private final Asked asked;
        private Glass shown;
        private int attempt;
        private Duration begun = Duration.ZERO;
        private boolean leaving;
        private int exposures;

        private Approach(Asked asked) {
            this.asked = asked;
            this.attempt = tries.getOrDefault(asked, 0);
            this.shown = bare(asked);
        }

        @Override
        public Gray8 at(Duration time) {
            int now = tries.getOrDefault(asked, 0);
            if (now != attempt) {
                attempt = now;
                begun = time;
                leaving = true;
            }
            if (leaving && time.minus(begun).compareTo(ASCENT) >= 0) {
                begun = time;
                leaving = false;
                shown = bare(asked);
            }
            int stage = stage(time.minus(begun));
            if (!leaving && time.minus(begun).compareTo(REST) >= 0) {
                tries.put(asked, attempt + 1);
            }
            if (!leaving && stage > Glass.OFF) {
                if (growOne()) {
                    begun = time.minus(PAUSE); // the hand waits until all its fingers are there
                    return bare(asked).exposure(Glass.OFF, grain, ++exposures);
                }
                shown = laid(asked, attempt).glass;
            }
            return shown.exposure(stage, grain, ++exposures);
        }

        /// Grows one more finger, so that no look takes long; whether one was left to grow.
        private boolean growOne() {
            var person = person(asked);
            var next =
                    asked.position.members().stream()
                            .filter(finger -> !asked.missing.contains(finger))
                            .filter(finger -> !person.hasGrown(finger))
                            .findFirst();
            next.ifPresent(person::finger);
            return next.isPresent();
        }

        private int stage(Duration since) {
            return leaving
                    ? Glass.RESTING - share(since, ASCENT)
                    : share(since.minus(PAUSE), asked.position.isRolled() ? ROLLING : DESCENT);
        }

        private static int share(Duration since, Duration whole) {
            long part = Glass.RESTING * since.toMillis() / whole.toMillis();
            return Math.clamp(part, Glass.OFF, Glass.RESTING);
        }
    }
}
