package vn.tram.ui.kit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.tram.domain.Attempt;
import vn.tram.domain.Session;
import vn.tram.enroll.StationFault;
import vn.tram.image.Pixels;
import vn.tram.image.Position;

/// The stored pictures of one position, read off the thread that draws and held only while the
/// screen stands. Part of a view-model.
public final class StoredFrames {
    private record Key(Position position, int number) {}

    private final Visit visit;
    private final Background.Slot reading;
    private final Set<Key> asked = new HashSet<>();
    private final Consumer<StationFault> failed;
    private final ReadOnlyObjectWrapper<Map<Key, Pixels>> held =
            new ReadOnlyObjectWrapper<>(Map.of());

    public StoredFrames(Visit visit, Background background, Consumer<StationFault> failed) {
        this.visit = visit;
        this.reading = background.slot("stored frames");
        this.failed = failed;
    }

    /// Changes when pictures were read.
    public ReadOnlyObjectProperty<? extends Map<?, Pixels>> changes() {
        return held.getReadOnlyProperty();
    }

    public Optional<Pixels> of(Attempt attempt) {
        return Optional.ofNullable(held.get().get(new Key(attempt.position(), attempt.number())));
    }

    /// Reads what the session has of a position and is not read yet; forgets other positions.
    public void read(Session session, Position position) {
        var kept = new HashMap<Key, Pixels>();
        held.get()
                .forEach((key, pixels) -> {
                    if (key.position() == position) {
                        kept.put(key, pixels);
                    }
                });
        if (kept.size() != held.get().size()) {
            held.set(Map.copyOf(kept));
        }
        asked.removeIf(key -> key.position() != position);
        List<Attempt> wanted =
                session.attempts(position).stream()
                        .filter(a -> a.frame().isPresent())
                        .filter(a -> !kept.containsKey(new Key(position, a.number())))
                        .toList();
        boolean news =
                wanted.stream()
                        .map(a -> asked.add(new Key(position, a.number())))
                        .reduce(false, Boolean::logicalOr);
        if (!news) {
            return;
        }
        var captures = visit.enrollment().captures();
        reading.start(
                () -> {
                    for (var attempt : wanted) {
                        kept.put(
                                new Key(position, attempt.number()),
                                captures.frame(session.id(), attempt).pixels());
                    }
                    return Map.copyOf(kept);
                },
                held::set,
                failed);
    }

    /// The screen goes: no picture stays in memory.
    public void drop() {
        reading.cancel();
        asked.clear();
        held.set(Map.of());
    }
}
