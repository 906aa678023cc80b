package vn.tram.quality.fingerprint;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.tram.device.FaultException;
import vn.tram.device.Request;
import vn.tram.domain.Judgement;
import vn.tram.domain.PrintState;
import vn.tram.driver.simulated.LaidFinger;
import vn.tram.driver.simulated.Truth;
import vn.tram.image.Frame;
import vn.tram.image.Position;
import vn.tram.image.Resolution;
import vn.tram.quality.Policy;

/// Prints whose state is known, because the simulator was asked for it, or a good score of others
/// vouches for it.
final class StateSamples {
    /// A print: what is true of it and what the judge says.
    ///
    /// @param asked what was asked of the simulator, or `real`
    record Sample(String asked, PrintState state, Judgement judged) {}

    /// What is asked of the simulator, and the state that is then true.
    private record Asked(String name, PrintState state, String query) {
        Optional<PrintState> state(boolean met) {
            return met ? Optional.of(state) : Optional.empty();
        }
    }

    private static final List<Asked> ASKED =
            List.of(
                    new Asked("good", PrintState.GOOD, "skin=normal"),
                    new Asked("dry", PrintState.DRY, "skin=dry"),
                    new Asked("wet", PrintState.WET, "skin=wet"),
                    new Asked("worn", PrintState.WORN, "skin=worn"),
                    new Asked("too light", PrintState.LIGHT, "skin=normal&hand=light"),
                    new Asked("too hard", PrintState.HARD, "skin=normal&hand=hard"),
                    new Asked("tip only", PrintState.SMALL, "skin=normal&hand=steep"),
                    new Asked("off centre", PrintState.OFF_CENTRE, "skin=normal&hand=aside"),
                    new Asked("moved", PrintState.MOVED, "skin=normal&hand=moving"),
                    new Asked("ghost", PrintState.DIRTY_GLASS, "skin=normal&glass=ghost"),
                    new Asked("dirt", PrintState.DIRTY_GLASS, "skin=normal&glass=dirty"));

    /// NFIQ 2 from which on a public print is taken for good.
    static final double GOOD_NFIQ2 = 45;

    private StateSamples() {}

    private static FingerprintJudge judge() {
        return new FingerprintJudge(new Policy("none", "2026-11-23", 3, Map.of()));
    }

    /// A slap and two single fingers of each person in each condition.
    static List<Sample> simulated(long seed, int people) {
        var judge = judge();
        return ASKED.stream()
                .flatMap(asked ->
                        Stream.iterate(0, i -> i + 1)
                                .limit(people)
                                .map(i -> new One(asked, seed, i)))
                .toList()
                .parallelStream()
                .flatMap(one ->
                        Stream.of(
                                        one.at(
                                                "slap",
                                                one.person % 2 == 0
                                                        ? Position.RIGHT_FOUR
                                                        : Position.LEFT_FOUR),
                                        one.at("single", Position.RIGHT_THUMB),
                                        one.at("single", Position.LEFT_INDEX))
                                .flatMap(print -> print.samples(judge).stream()))
                .toList();
    }

    private record One(Asked asked, long seed, int person) {
        Shot at(String device, Position position) {
            var address =
                    "sim://%s?seed=%d&person=%d&%s".formatted(device, seed, person, asked.query);
            return new Shot(asked, URI.create(address), position);
        }
    }

    private record Shot(Asked asked, URI address, Position position) {
        List<Sample> samples(FingerprintJudge judge) {
            var truth = truth();
            var frame =
                    new Frame(
                            truth.picture(),
                            Resolution.Ppi.of(500),
                            Instant.EPOCH,
                            address.toString());
            var samples = new ArrayList<Sample>();
            for (var judged : judge.judge(frame, position, Set.of())) {
                truth.fingers().stream()
                        .filter(f -> f.position() == judged.position())
                        .findFirst()
                        .flatMap(f -> state(f.condition()))
                        .ifPresent(s -> samples.add(new Sample(asked.name, s, judged)));
            }
            return samples;
        }

        private Truth truth() {
            try {
                var request = Request.of(position, Duration.ofSeconds(30), "states");
                return Truth.of(address, request, 0);
            } catch (FaultException e) {
                throw new IllegalStateException(address.toString(), e);
            }
        }

        /// What was asked for, where the simulator's dice made it so; empty where the print lies
        /// between two states.
        private Optional<PrintState> state(LaidFinger.Condition c) {
            return switch (asked.state) {
                case DRY -> asked.state(c.moisture() < -0.35);
                case WET -> asked.state(c.moisture() > 0.35);
                case LIGHT -> asked.state(c.pressure() < 0.35);
                case HARD -> asked.state(c.pressure() > 0.65);
                case OFF_CENTRE ->
                        c.aside() < 0.05 && c.covered() > 0.65
                                ? Optional.of(
                                        PrintState.GOOD) // a neighbour was cut off, not this one
                                : asked.state(c.aside() >= 0.2);
                case GOOD, WORN, SMALL, MOVED, DIRTY_GLASS, NOT_A_FINGER -> asked.state(true);
            };
        }
    }

    /// Public prints of the fingers `odd` or not, those with a good score, or with a poor one.
    static List<Sample> real(PublicSets sets, boolean odd, boolean good) {
        var judge = judge();
        return sets.images().parallelStream()
                .filter(i -> finger(i) % 2 == 1 == odd)
                .filter(i -> sets.nfiq2().get(i.file()) >= GOOD_NFIQ2 == good)
                .flatMap(i -> {
                    var frame =
                            new Frame(
                                    sets.picture(i),
                                    Resolution.Ppi.of(i.ppi()),
                                    Instant.EPOCH,
                                    i.file());
                    return judge.judge(frame, Position.RIGHT_INDEX, Set.of()).stream()
                            .map(j -> new Sample("real", PrintState.GOOD, j));
                })
                .toList();
    }

    /// `fvc2000_db1_b/103_4.png` is of finger 103.
    private static int finger(PublicSets.Image image) {
        return Integer.parseInt(image.file().replaceAll(".*/(\\d+)_.*", "$1"));
    }
}
