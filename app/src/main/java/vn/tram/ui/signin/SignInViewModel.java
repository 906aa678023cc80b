package vn.tram.ui.signin;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.tram.domain.Officer;
import vn.tram.domain.Stage;
import vn.tram.enroll.Accounts;
import vn.tram.enroll.Outbox;
import vn.tram.enroll.Sessions;
import vn.tram.enroll.StationFault;
import vn.tram.ui.kit.Background;

/// Signs an officer in. UI thread only; knows no control.
public final class SignInViewModel {
    /// Where the sign-in stands.
    public sealed interface State {
        /// The accounts are being read.
        record Loading() implements State {}

        /// @param officers who may work here
        /// @param chosen whose password is asked for
        /// @param refusal why the last try failed
        record Asking(List<Officer> officers, Officer chosen, Optional<Refusal> refusal)
                implements State {}

        /// The password is being checked, slowly by design.
        record Checking(List<Officer> officers, Officer chosen) implements State {}

        /// There is no account yet: the first one is made at the terminal.
        record Nobody() implements State {}

        /// Nobody can sign in: the accounts cannot be read.
        record Failed(StationFault.Code code) implements State {}
    }

    /// Why a try failed.
    public sealed interface Refusal {
        record Empty() implements Refusal {}

        record Wrong(int left) implements Refusal {}

        /// @param left until the next try; counts down
        record Locked(Duration left) implements Refusal {}
    }

    /// What was left over, as counts.
    public record Leftover(int parked, int approvals, int waiting) {
        public boolean nothing() {
            return parked + approvals + waiting == 0;
        }
    }

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Accounts accounts;
    private final Sessions sessions;
    private final Outbox outbox;
    private final Background background;
    private final Background.Slot signing;
    private final Background.Slot counting;
    private final Consumer<Officer> welcome;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Loading());
    private final ReadOnlyObjectWrapper<Leftover> leftover =
            new ReadOnlyObjectWrapper<>(new Leftover(0, 0, 0));
    private Optional<Background.Timer> countdown = Optional.empty();

    /// @param welcome told who signed in
    public SignInViewModel(
            Accounts accounts,
            Sessions sessions,
            Outbox outbox,
            Background background,
            Consumer<Officer> welcome) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.outbox = outbox;
        this.background = background;
        this.welcome = welcome;
        signing = background.slot("sign-in");
        counting = background.slot("sign-in leftover");
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Leftover> leftoverProperty() {
        return leftover.getReadOnlyProperty();
    }

    /// Reads who may work here and what was left over.
    public void load() {
        state.set(new State.Loading());
        signing.start(accounts::officers, this::ask, this::failed);
        counting.start(this::count, leftover::set, this::failed);
    }

    private void ask(List<Officer> officers) {
        state.set(
                officers.isEmpty()
                        ? new State.Nobody()
                        : new State.Asking(officers, officers.getFirst(), Optional.empty()));
    }

    private Leftover count() throws StationFault {
        int parked = 0;
        int approvals = 0;
        for (var session : sessions.list()) {
            if (session.stage() == Stage.PARKED) {
                parked++;
            } else if (session.stage() == Stage.AWAITING_APPROVAL) {
                approvals++;
            }
        }
        return new Leftover(parked, approvals, outbox.waiting().size());
    }

    private void failed(StationFault fault) {
        state.set(new State.Failed(fault.code()));
    }

    /// Asks for another officer's password. While one is being checked nothing changes.
    public void choose(Officer officer) {
        if (state.get() instanceof State.Asking asking) {
            stopCountdown();
            state.set(new State.Asking(asking.officers(), officer, Optional.empty()));
        }
    }

    /// Chooses the officer so many cards further; goes round.
    public void move(int cards) {
        if (state.get() instanceof State.Asking(var officers, var chosen, _)) {
            int at = Math.floorMod(officers.indexOf(chosen) + cards, officers.size());
            choose(officers.get(at));
        }
    }

    /// Tries a password, and wipes it.
    public void signIn(char[] password) {
        if (!(state.get() instanceof State.Asking asking)) {
            Arrays.fill(password, '\0');
            return;
        }
        if (password.length == 0) {
            state.set(refused(asking, new Refusal.Empty()));
            return;
        }
        stopCountdown();
        state.set(new State.Checking(asking.officers(), asking.chosen()));
        signing.start(
                () -> {
                    try {
                        return accounts.signIn(asking.chosen().id(), password);
                    } finally {
                        Arrays.fill(password, '\0');
                    }
                },
                answer -> answered(asking, answer),
                this::failed);
    }

    private void answered(State.Asking asked, Accounts.SignIn answer) {
        switch (answer) {
            case Accounts.SignIn.Welcome(var officer) -> {
                state.set(refusedNothing(asked));
                welcome.accept(officer);
            }
            case Accounts.SignIn.Wrong(int left) ->
                    state.set(refused(asked, new Refusal.Wrong(left)));
            case Accounts.SignIn.Locked(var left) -> locked(asked, left);
        }
    }

    private void locked(State.Asking asked, Duration left) {
        if (left.isPositive()) {
            state.set(refused(asked, new Refusal.Locked(left)));
            countdown =
                    Optional.of(background.after(SECOND, () -> locked(asked, left.minus(SECOND))));
        } else {
            state.set(refusedNothing(asked));
        }
    }

    private static State.Asking refused(State.Asking asking, Refusal refusal) {
        return new State.Asking(asking.officers(), asking.chosen(), Optional.of(refusal));
    }

    private static State.Asking refusedNothing(State.Asking asking) {
        return new State.Asking(asking.officers(), asking.chosen(), Optional.empty());
    }

    private void stopCountdown() {
        countdown.ifPresent(Background.Timer::stop);
        countdown = Optional.empty();
    }
}
