package vn.tram.ui.export;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import vn.tram.domain.Batch;
import vn.tram.domain.SessionId;
import vn.tram.domain.Stage;
import vn.tram.enroll.Outbox;
import vn.tram.enroll.Sessions;
import vn.tram.enroll.StationFault;
import vn.tram.ui.kit.Background;
import vn.tram.ui.kit.Visit;

/// Takes sealed dossiers out and brings receipts in. On the thread that draws; knows no control.
public final class ExportViewModel {
    /// Where the export stands.
    public sealed interface State {
        record Loading() implements State {}

        /// @param last what the last action brought; [News.None] after entering
        record Idle(Books books, News last) implements State {}

        /// @param at empty before the first station is reached
        record Working(Books books, Task task, Optional<Exports.Station> at) implements State {}

        /// @param interrupted what was under way; empty when the books could not be read
        record Failed(StationFault.Code code, Optional<Task> interrupted) implements State {}
    }

    public enum Task {
        EXPORT,
        RECEIPTS
    }

    /// What the last action brought.
    public sealed interface News {
        record None() implements News {}

        /// Everything was delivered and read back.
        record Delivered() implements News {}

        record Received(Exports.Receipts receipts) implements News {}

        /// There is no destination.
        record NoDestination() implements News {}
    }

    /// One batch with what the registry answered.
    ///
    /// @param answers how many dossiers are at each stage of the answer; empty before the receipt
    public record Line(Batch batch, Map<Stage, Integer> answers) {
        public Line {
            answers = Map.copyOf(answers);
        }
    }

    /// What is on its way.
    ///
    /// @param waiting sealed dossiers in no batch
    /// @param lines newest batch first
    /// @param recaptures queue numbers of sessions the registry wants again
    public record Books(int waiting, List<Line> lines, List<Integer> recaptures) {
        public Books {
            lines = List.copyOf(lines);
            recaptures = List.copyOf(recaptures);
        }

        /// Dossiers that are not yet at the destination.
        public int toExport() {
            return waiting
                    + lines.stream()
                            .filter(l -> l.batch().state() == Batch.State.MADE)
                            .mapToInt(l -> l.batch().entries().size())
                            .sum();
        }

        /// Whether a receipt is awaited.
        public boolean awaitsReceipt() {
            return lines.stream().anyMatch(l -> l.batch().state() == Batch.State.DELIVERED);
        }
    }

    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Set<Stage> ANSWERED =
            Set.of(Stage.ACCEPTED, Stage.REJECTED, Stage.RECAPTURE_WANTED, Stage.PURGED);

    private static final Books NO_BOOKS = new Books(0, List.of(), List.of());

    private final Visit visit;
    private final Outbox outbox;
    private final Exports exports;
    private final Background background;
    private final Background.Slot reading;
    private final Background.Slot working;
    private final StringProperty destination = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Loading());

    public ExportViewModel(Visit visit, Outbox outbox, Exports exports, Background background) {
        this.visit = visit;
        this.outbox = outbox;
        this.exports = exports;
        this.background = background;
        reading = background.slot("export books");
        working = background.slot("export");
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Where batches go: a folder.
    public StringProperty destinationProperty() {
        return destination;
    }

    public Visit visit() {
        return visit;
    }

    /// What was read in one go.
    private record Read(Books books, String destination) {}

    /// Reads what there is; takes up an export that still runs.
    public void load() {
        reading.start(
                () -> new Read(books(), exports.lastDestination()),
                read -> {
                    if (destination.get().isEmpty()) {
                        destination.set(read.destination());
                    }
                    if (exports.progress().isPresent()) {
                        state.set(new State.Working(read.books(), Task.EXPORT, exports.progress()));
                        lookLater(true);
                    } else {
                        state.set(new State.Idle(read.books(), new News.None()));
                    }
                },
                fault -> state.set(new State.Failed(fault.code(), Optional.empty())));
    }

    private Books books() throws StationFault {
        var sessions = new HashMap<SessionId, Sessions.Summary>();
        var recaptures = new ArrayList<Integer>();
        for (var session : visit.enrollment().list()) {
            sessions.put(session.id(), session);
            if (session.stage() == Stage.RECAPTURE_WANTED) {
                recaptures.add(session.queueNumber());
            }
        }
        var lines = new ArrayList<Line>();
        for (var batch : outbox.batches().reversed()) {
            var answers = new HashMap<Stage, Integer>();
            for (var entry : batch.entries()) {
                var session = sessions.get(entry.session());
                if (session != null && ANSWERED.contains(session.stage())) {
                    answers.merge(session.stage(), 1, Integer::sum);
                }
            }
            lines.add(new Line(batch, answers));
        }
        return new Books(outbox.waiting().size(), lines, recaptures);
    }

    /// Packs, writes and reads back everything that is not yet delivered.
    public void export() {
        begin(
                Task.EXPORT,
                to -> {
                    exports.export(to);
                    return new News.Delivered();
                });
    }

    /// Applies the receipts that lie at the destination.
    public void applyReceipts() {
        begin(Task.RECEIPTS, to -> new News.Received(exports.applyReceipts(to)));
    }

    /// One of the two works.
    private interface Work {
        News run(String destination) throws StationFault, InterruptedException;
    }

    /// What a work brought, and the books after it.
    private record Done(News news, Books books) {}

    private void begin(Task task, Work work) {
        var books =
                switch (state.get()) {
                    case State.Idle idle -> Optional.of(idle.books());
                    case State.Failed _ -> Optional.of(NO_BOOKS);
                    case State.Loading _, State.Working _ -> Optional.<Books>empty();
                };
        if (books.isEmpty()) {
            return;
        }
        var to = destination.get().strip();
        if (to.isEmpty()) {
            state.set(new State.Idle(books.get(), new News.NoDestination()));
            return;
        }
        state.set(new State.Working(books.get(), task, Optional.empty()));
        lookLater(false);
        working.start(
                () -> new Done(work.run(to), books()),
                done -> state.set(new State.Idle(done.books(), done.news())),
                fault -> state.set(new State.Failed(fault.code(), Optional.of(task))));
    }

    /// Looks where the export is, until it is done.
    ///
    /// @param left whether it was begun by a screen that was left, so that its end is seen here
    ///   only
    private void lookLater(boolean left) {
        background.after(
                LOOK,
                () -> {
                    if (state.get() instanceof State.Working(var books, var task, _)) {
                        var at = exports.progress();
                        if (left && at.isEmpty()) {
                            load();
                        } else {
                            state.set(new State.Working(books, task, at));
                            lookLater(left);
                        }
                    }
                });
    }
}
