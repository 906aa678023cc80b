package vn.tram.export;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import vn.tram.domain.Attempt;
import vn.tram.domain.CardFormat;
import vn.tram.domain.SessionId;
import vn.tram.enroll.Sealer.Kept;
import vn.tram.image.Position;
import vn.tram.task.Lane;

/// The pictures that are encoded ahead, of the one session at the desk. Safe for several threads.
final class Preparation {
    private record Begun(Attempt attempt, Set<CardFormat> cards, Future<EncodedPictures> pictures) {
        boolean isOf(Kept kept) {
            return attempt.equals(kept.attempt()) && cards.equals(kept.cards());
        }
    }

    /// One after the other: the live picture wants the other core.
    private final Lane ahead = Lane.serial("encoding ahead");

    private final Lane now = Lane.parallel("encoding");
    private final Map<Position, Begun> begun = new EnumMap<>(Position.class);
    private @Nullable SessionId session;

    synchronized Future<?> prepare(SessionId of, Kept kept) {
        if (!of.equals(session)) {
            drop();
            session = of;
        }
        var pictures = ahead.submit(() -> EncodedPictures.of(kept));
        var next = new Begun(kept.attempt(), kept.cards(), pictures);
        var before = begun.put(kept.attempt().position(), next);
        if (before != null) {
            before.pictures().cancel(false); // begun or not, nobody waits for it
        }
        return pictures;
    }

    synchronized void forget(SessionId of) {
        if (of.equals(session)) {
            drop();
        }
    }

    /// The pictures of each, prepared, being encoded, or begun now.
    synchronized List<Future<EncodedPictures>> pictures(SessionId of, List<Kept> kept) {
        return kept.stream()
                .map(one ->
                        prepared(of, one)
                                .orElseGet(() -> now.submit(() -> EncodedPictures.of(one))))
                .toList();
    }

    private Optional<Future<EncodedPictures>> prepared(SessionId of, Kept kept) {
        var found = of.equals(session) ? begun.get(kept.attempt().position()) : null;
        return found != null && found.isOf(kept) ? Optional.of(found.pictures()) : Optional.empty();
    }

    private void drop() {
        begun.values().forEach(one -> one.pictures().cancel(false));
        begun.clear();
        session = null;
    }
}
