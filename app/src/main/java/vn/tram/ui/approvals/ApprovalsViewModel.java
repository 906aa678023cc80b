package vn.tram.ui.approvals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.tram.domain.Officer;
import vn.tram.domain.Session;
import vn.tram.domain.SessionId;
import vn.tram.domain.Stage;
import vn.tram.enroll.Enrollment;
import vn.tram.enroll.Outcome;
import vn.tram.enroll.Reason;
import vn.tram.enroll.StationFault;
import vn.tram.ui.kit.Background;
import vn.tram.ui.kit.Visit;

/// What waits for a supervisor, one by one. On the thread that draws; knows no control.
public final class ApprovalsViewModel {
    /// Where the deciding stands.
    public sealed interface State {
        record Loading() implements State {}

        /// Nothing waits.
        record Nothing() implements State {}

        /// @param chosen the session whose evidence is shown; one of `waiting`
        /// @param evidence empty until it is read
        /// @param intended what the supervisor is about to do
        /// @param refused why it cannot be done, or was not
        record Deciding(
                List<Session> waiting,
                Session chosen,
                Optional<Evidence> evidence,
                Decision intended,
                Optional<Refused> refused)
                implements State {
            public Deciding {
                waiting = List.copyOf(waiting);
            }
        }

        /// The password is being checked and the session sealed, or handed back.
        record Working(Deciding on) implements State {}

        record Failed(StationFault.Code code) implements State {}
    }

    public enum Decision {
        NONE,
        /// The password is asked for.
        APPROVE,
        /// Asked for once more, because the operator's signature becomes void.
        HAND_BACK
    }

    /// Why nothing was decided.
    public sealed interface Refused {
        record NoPassword() implements Refused {}

        record ByWorkflow(Reason reason) implements Refused {}
    }

    private final Visit visit;
    private final Enrollment enrollment;
    private final Background.Slot listing;
    private final Background.Slot reading;
    private final Background.Slot deciding;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Loading());

    public ApprovalsViewModel(Visit visit, Background background) {
        this.visit = visit;
        this.enrollment = visit.enrollment();
        listing = background.slot("approvals");
        reading = background.slot("approvals evidence");
        deciding = background.slot("approvals decision");
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Reads what waits, oldest first.
    public void load() {
        state.set(new State.Loading());
        listing.start(this::waiting, this::listed, this::failed);
    }

    private List<Session> waiting() throws StationFault {
        var waiting = new java.util.ArrayList<Session>();
        for (var summary : enrollment.list().reversed()) {
            if (summary.stage() == Stage.AWAITING_APPROVAL) {
                enrollment.find(summary.id()).ifPresent(waiting::add);
            }
        }
        return waiting;
    }

    private void listed(List<Session> waiting) {
        if (waiting.isEmpty()) {
            state.set(new State.Nothing());
        } else {
            look(waiting, waiting.getFirst());
        }
    }

    private void failed(StationFault fault) {
        state.set(new State.Failed(fault.code()));
    }

    /// Shows the evidence of another session.
    public void choose(SessionId id) {
        if (state.get() instanceof State.Deciding deciding) {
            deciding.waiting().stream()
                    .filter(s -> s.id().equals(id))
                    .findFirst()
                    .ifPresent(s -> look(deciding.waiting(), s));
        }
    }

    /// Shows the session so many lines further; goes round.
    public void move(int lines) {
        if (state.get() instanceof State.Deciding(var waiting, var chosen, _, _, _)) {
            look(
                    waiting,
                    waiting.get(Math.floorMod(waiting.indexOf(chosen) + lines, waiting.size())));
        }
    }

    private void look(List<Session> waiting, Session chosen) {
        state.set(
                new State.Deciding(
                        waiting, chosen, Optional.empty(), Decision.NONE, Optional.empty()));
        var officer = visit.officer();
        reading.start(() -> viewed(chosen, officer), this::evident, this::failed);
    }

    private Evidence viewed(Session chosen, Officer officer) throws StationFault {
        return switch (enrollment.view(chosen.id(), officer, Enrollment.Purpose.APPROVAL)) {
            case Outcome.Done(var session) -> Evidence.of(session, enrollment.captures());
            case Outcome.Refused(var reason) ->
                    throw new IllegalStateException("led here without the right: " + reason);
        };
    }

    private void evident(Evidence evidence) {
        if (state.get() instanceof State.Deciding d
                && d.chosen().id().equals(evidence.session().id())) {
            state.set(
                    new State.Deciding(
                            d.waiting(),
                            d.chosen(),
                            Optional.of(evidence),
                            d.intended(),
                            d.refused()));
        }
    }

    /// The supervisor is about to do this; refused at once to whoever may not.
    public void intend(Decision decision) {
        if (state.get() instanceof State.Deciding d) {
            var refusal =
                    decision == Decision.NONE
                            ? Optional.<Reason>empty()
                            : enrollment.completion().refusalToDecide(d.chosen(), visit.officer());
            state.set(
                    with(
                            d,
                            refusal.isPresent() ? Decision.NONE : decision,
                            refusal.map(Refused.ByWorkflow::new)));
        }
    }

    private static State.Deciding with(
            State.Deciding d, Decision decision, Optional<? extends Refused> refused) {
        return new State.Deciding(
                d.waiting(), d.chosen(), d.evidence(), decision, refused.map(r -> r));
    }

    /// Approves the chosen session, and wipes the password.
    public void approve(char[] password) {
        if (!(state.get() instanceof State.Deciding d) || d.intended() != Decision.APPROVE) {
            Arrays.fill(password, '\0');
        } else if (password.length == 0) {
            state.set(with(d, Decision.APPROVE, Optional.of(new Refused.NoPassword())));
        } else {
            var id = d.chosen().id();
            var supervisor = visit.officer();
            state.set(new State.Working(d));
            deciding.start(
                    () -> {
                        try {
                            return enrollment.completion().approve(id, supervisor, password);
                        } finally {
                            Arrays.fill(password, '\0');
                        }
                    },
                    outcome -> decided(d, outcome),
                    this::failed);
        }
    }

    /// Hands the chosen session back to its operator.
    public void handBack() {
        if (state.get() instanceof State.Deciding d && d.intended() == Decision.HAND_BACK) {
            var id = d.chosen().id();
            var supervisor = visit.officer();
            state.set(new State.Working(d));
            deciding.start(
                    () -> enrollment.completion().handBack(id, supervisor),
                    outcome -> decided(d, outcome),
                    this::failed);
        }
    }

    private void decided(State.Deciding d, Outcome outcome) {
        switch (outcome) {
            case Outcome.Done _ -> load();
            case Outcome.Refused(var reason) ->
                    state.set(with(d, d.intended(), Optional.of(new Refused.ByWorkflow(reason))));
        }
    }
}
