package vn.tram.ui.review;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.tram.domain.Service;
import vn.tram.domain.Session;
import vn.tram.domain.Stage;
import vn.tram.enroll.Outcome;
import vn.tram.enroll.Reason;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.Step;
import vn.tram.image.Position;
import vn.tram.ui.kit.Background;
import vn.tram.ui.kit.Intent;
import vn.tram.ui.kit.Navigator;
import vn.tram.ui.kit.Places;
import vn.tram.ui.kit.Visit;

/// Looks the session over once more, and signs it. On the thread that draws; knows no control.
public final class ReviewViewModel {
    /// Where the signing stands.
    public sealed interface State {
        /// Something has to be done first.
        ///
        /// @param why the first thing that is missing
        /// @param where the step that mends it
        record Missing(Reason why, Step where) implements State {}

        /// Everything is there; the operator may sign.
        ///
        /// @param refused why the last try was refused
        record Signable(Optional<Refused> refused) implements State {}

        /// The password is being checked, then the session sealed.
        record Signing() implements State {}

        /// Signed, but not sealed: sealing is tried again without a password.
        ///
        /// @param code why it failed; empty when it was left so by an earlier run
        record Unsealed(Optional<StationFault.Code> code) implements State {}

        /// Nothing was signed, because something around the station failed.
        record Failed(StationFault.Code code) implements State {}

        /// Signed, and sealed or with the supervisor; the images can no longer be seen here.
        record Over() implements State {}
    }

    /// Why a try to sign was refused.
    public sealed interface Refused {
        /// The citizen was not asked yet.
        record NotConfirmed() implements Refused {}

        record NoPassword() implements Refused {}

        record ByWorkflow(Reason reason) implements Refused {}
    }

    /// The kept pictures.
    public sealed interface Shown {
        record Loading() implements Shown {}

        record Loaded(Pictures pictures) implements Shown {}

        record Failed(StationFault.Code code) implements Shown {}
    }

    private final Visit visit;
    private final Navigator navigator;
    private final Background.Slot signing;
    private final Background.Slot loading;
    private final ReadOnlyObjectWrapper<State> state;
    private final ReadOnlyObjectWrapper<Shown> shown =
            new ReadOnlyObjectWrapper<>(new Shown.Loading());
    private final ReadOnlyBooleanWrapper confirmed = new ReadOnlyBooleanWrapper();

    public ReviewViewModel(Visit visit, Background background, Navigator navigator) {
        this.visit = visit;
        this.navigator = navigator;
        signing = background.slot("review");
        loading = background.slot("review pictures");
        state = new ReadOnlyObjectWrapper<>(standing());
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// Whether the citizen confirmed the data; false until the operator says so.
    public ReadOnlyBooleanProperty confirmedProperty() {
        return confirmed.getReadOnlyProperty();
    }

    public Session session() {
        return visit.session();
    }

    public Visit visit() {
        return visit;
    }

    /// Services the citizen did not decline.
    public List<Service> granted() {
        return visit.enrollment().catalogue().granted(session());
    }

    /// Services the citizen declined.
    public List<Service> declined() {
        var granted = granted();
        return visit.enrollment().catalogue().chosen(session()).stream()
                .filter(s -> !granted.contains(s))
                .toList();
    }

    /// Whether the granted services ask for this finger or the face.
    public boolean wanted(Position member) {
        return visit.enrollment()
                .catalogue()
                .wanted(session(), visit.enrollment().today())
                .contains(member);
    }

    private State standing() {
        return switch (session().stage()) {
            case SIGNED_OFF -> new State.Unsealed(Optional.empty());
            case OPEN, PARKED ->
                    visit.enrollment()
                            .completion()
                            .refusalToSign(session())
                            .<State>map(why -> new State.Missing(why, where(why)))
                            .orElse(new State.Signable(Optional.empty()));
            case AWAITING_APPROVAL,
                    SEALED,
                    BATCHED,
                    DELIVERED,
                    ACCEPTED,
                    REJECTED,
                    RECAPTURE_WANTED,
                    PURGED,
                    CANCELLED ->
                    new State.Over();
        };
    }

    /// The step in which a refusal to sign is mended.
    private static Step where(Reason why) {
        return switch (why) {
            case Reason.NoCitizen _, Reason.OtherCitizen _, Reason.TooYoung _ -> Step.FIND;
            case Reason.NoService _,
                    Reason.UnknownService _,
                    Reason.AnswersMissing _,
                    Reason.AllDeclined _ ->
                    Step.SERVICES;
            case Reason.DataMissing _, Reason.DataWrong _, Reason.NotChecked _ -> Step.CHECK;
            case Reason.PositionsMissing(var positions) ->
                    positions.stream().anyMatch(Position::isFinger)
                            ? Step.FINGERPRINTS
                            : Step.PORTRAIT;
            case Reason.NotWanted(var position) -> captured(position);
            case Reason.AttemptsUsedUp(var position, _) -> captured(position);
            case Reason.AttemptsLeft(var position, _) -> captured(position);
            case Reason.NoAttempt(var position) -> captured(position);
            case Reason.AlreadyCaptured(var position) -> captured(position);
            case Reason.DeviceNotFit _,
                    Reason.SameFinger _,
                    Reason.UnlikePrints _,
                    Reason.CannotRoll _,
                    Reason.OfficersFinger _,
                    Reason.FewMinutiae _ ->
                    Step.FINGERPRINTS;
            case Reason.TicksMissing _, Reason.NotAChild _, Reason.SpecialCaseUsed _ ->
                    Step.PORTRAIT;
            case Reason.WrongStage _,
                    Reason.CitizenNotConfirmed _,
                    Reason.WordsMissing _,
                    Reason.WrongPassword _,
                    Reason.Locked _,
                    Reason.SecondOfficer _,
                    Reason.NoSession _,
                    Reason.NoRight _,
                    Reason.NotAllowed _,
                    Reason.AccountRefused _ ->
                    Step.REVIEW;
        };
    }

    private static Step captured(Position position) {
        return position == Position.FACE ? Step.PORTRAIT : Step.FINGERPRINTS;
    }

    /// Reads the kept pictures.
    public void load() {
        var session = session();
        if (session.stage().holdsImages()) {
            loading.start(
                    () -> Pictures.of(session, visit.enrollment().captures()),
                    pictures -> shown.set(new Shown.Loaded(pictures)),
                    fault -> shown.set(new Shown.Failed(fault.code())));
        }
    }

    /// Goes to the step that mends what is missing.
    public void mend() {
        if (state.get() instanceof State.Missing(_, var where)) {
            navigator.go(
                    where == Step.REVIEW
                            ? new Intent.Open(Places.HOME)
                            : new Intent.Step(where.ordinal() + 1));
        }
    }

    /// The citizen looked at the data: right, or not after all.
    public void confirm(boolean right) {
        if (state.get() instanceof State.Signable) {
            confirmed.set(right);
            state.set(new State.Signable(Optional.empty()));
        }
    }

    /// Signs, and wipes the password.
    public void sign(char[] password) {
        if (!(state.get() instanceof State.Signable)) {
            Arrays.fill(password, '\0');
        } else if (!confirmed.get()) {
            Arrays.fill(password, '\0');
            refuse(new Refused.NotConfirmed());
        } else if (password.length == 0) {
            refuse(new Refused.NoPassword());
        } else {
            state.set(new State.Signing());
            var id = session().id();
            var officer = visit.officer();
            signing.start(
                    () -> {
                        try {
                            return visit.enrollment()
                                    .completion()
                                    .signOff(id, officer, password, true);
                        } finally {
                            Arrays.fill(password, '\0');
                        }
                    },
                    this::answered,
                    this::failed);
        }
    }

    /// Seals what was signed and could not be sealed.
    public void sealAgain() {
        if (state.get() instanceof State.Unsealed) {
            state.set(new State.Signing());
            var id = session().id();
            signing.start(
                    () -> visit.enrollment().completion().seal(id), this::answered, this::failed);
        }
    }

    private void answered(Outcome outcome) {
        switch (outcome) {
            case Outcome.Done(var session) -> {
                visit.show(session);
                state.set(new State.Over());
                navigator.go(new Intent.Next());
            }
            case Outcome.Refused(var reason) -> refuse(new Refused.ByWorkflow(reason));
        }
    }

    private void refuse(Refused refused) {
        state.set(new State.Signable(Optional.of(refused)));
    }

    /// The signature may be stored although the seal failed, so the store is asked.
    private void failed(StationFault fault) {
        var id = session().id();
        signing.start(
                () -> visit.enrollment().find(id),
                found -> {
                    found.ifPresent(visit::show);
                    state.set(
                            session().stage() == Stage.SIGNED_OFF
                                    ? new State.Unsealed(Optional.of(fault.code()))
                                    : new State.Failed(fault.code()));
                },
                second -> state.set(new State.Failed(second.code())));
    }

    /// Looks at the session anew after a fault.
    public void again() {
        state.set(standing());
    }

    /// To the next step, when this one is over.
    public void next() {
        navigator.go(new Intent.Next());
    }
}
