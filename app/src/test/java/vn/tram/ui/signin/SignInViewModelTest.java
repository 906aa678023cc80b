package vn.tram.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.tram.domain.Officer;
import vn.tram.domain.Stage;
import vn.tram.enroll.Accounts.SignIn;
import vn.tram.enroll.StationFault;
import vn.tram.ui.kit.Books;
import vn.tram.ui.kit.SameThread;
import vn.tram.ui.signin.SignInViewModel.Refusal;
import vn.tram.ui.signin.SignInViewModel.State;

class SignInViewModelTest {
    private final Books books = new Books();
    private final SameThread background = new SameThread();
    private final List<Officer> welcomed = new ArrayList<>();
    private final SignInViewModel model =
            new SignInViewModel(
                    books.accounts(), books.sessions(), books.outbox(), background, welcomed::add);

    private void signIn(String password) {
        model.signIn(password.toCharArray());
        background.run();
    }

    private void load() {
        model.load();
        background.run();
    }

    private State asking(Officer chosen, Optional<Refusal> refusal) {
        return new State.Asking(books.officers, chosen, refusal);
    }

    @Test
    void theFirstOfficerIsAskedFirst() {
        load();
        assertThat(model.stateProperty().get()).isEqualTo(asking(Books.OPERATOR, Optional.empty()));
    }

    @Test
    void theRightPasswordWelcomes() {
        load();
        books.answers.add(new SignIn.Welcome(Books.OPERATOR));
        signIn("đúng");
        assertThat(welcomed).containsExactly(Books.OPERATOR);
        assertThat(books.tried).containsExactly("canbo1:đúng");
    }

    @Test
    void aWrongPasswordSaysHowManyTriesAreLeft() {
        load();
        books.answers.add(new SignIn.Wrong(3));
        signIn("sai");
        assertThat(model.stateProperty().get())
                .isEqualTo(asking(Books.OPERATOR, Optional.of(new Refusal.Wrong(3))));
        assertThat(welcomed).isEmpty();
    }

    @Test
    void aLockCountsDownAndEnds() {
        load();
        books.answers.add(new SignIn.Locked(Duration.ofSeconds(3)));
        signIn("sai");
        background.advance(Duration.ofSeconds(1));
        assertThat(model.stateProperty().get())
                .isEqualTo(
                        asking(
                                Books.OPERATOR,
                                Optional.of(new Refusal.Locked(Duration.ofSeconds(2)))));
        background.advance(Duration.ofSeconds(2));
        assertThat(model.stateProperty().get()).isEqualTo(asking(Books.OPERATOR, Optional.empty()));
    }

    @Test
    void anEmptyPasswordIsNotTried() {
        load();
        signIn("");
        assertThat(model.stateProperty().get())
                .isEqualTo(asking(Books.OPERATOR, Optional.of(new Refusal.Empty())));
        assertThat(books.tried).isEmpty();
    }

    @Test
    void thePasswordIsWipedWhateverComesOfIt() {
        load();
        books.answers.add(new SignIn.Wrong(4));
        var password = "bí mật".toCharArray();
        model.signIn(password);
        background.run();
        assertThat(password).containsOnly('\0');
    }

    @Test
    void aPasswordBeforeTheOfficersAreReadIsWipedAndNotTried() {
        var password = "bí mật".toCharArray();
        model.signIn(password);
        background.run();
        assertThat(password).containsOnly('\0');
        assertThat(books.tried).isEmpty();
    }

    @Test
    void theArrowsGoRound() {
        load();
        model.move(-1);
        assertThat(model.stateProperty().get())
                .isEqualTo(asking(Books.SUPERVISOR, Optional.empty()));
        model.move(1);
        assertThat(model.stateProperty().get()).isEqualTo(asking(Books.OPERATOR, Optional.empty()));
    }

    @Test
    void choosingAnotherOfficerForgetsTheRefusal() {
        load();
        books.answers.add(new SignIn.Wrong(3));
        signIn("sai");
        model.choose(Books.SUPERVISOR);
        assertThat(model.stateProperty().get())
                .isEqualTo(asking(Books.SUPERVISOR, Optional.empty()));
    }

    @Test
    void accountsThatCannotBeReadAreAFault() {
        books.fault = Optional.of(StationFault.Code.LT_402);
        load();
        assertThat(model.stateProperty().get())
                .isEqualTo(new State.Failed(StationFault.Code.LT_402));
    }

    @Test
    void aStationWithoutOfficersSaysSo() {
        books.officers.clear();
        load();
        assertThat(model.stateProperty().get()).isEqualTo(new State.Nobody());
    }

    @Test
    void whatWasLeftOverIsCounted() {
        books.session(31, "HOÀNG THỊ HUẤN", Stage.PARKED, 30, 0)
                .session(32, "VŨ VĂN NHÁP", Stage.AWAITING_APPROVAL, 20, 1)
                .session(33, "LÊ THỊ VÍ DỤ", Stage.SEALED, 10, 1);
        books.waiting.add(books.sessions.getLast().id());
        load();
        assertThat(model.leftoverProperty().get()).isEqualTo(new SignInViewModel.Leftover(1, 1, 1));
    }
}
