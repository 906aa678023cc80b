package vn.tram.ui;

import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import vn.tram.domain.Field;
import vn.tram.domain.Role;
import vn.tram.identity.TrainingPeople;
import vn.tram.ui.find.FindView;
import vn.tram.ui.fingerprints.FingerprintsView;
import vn.tram.ui.home.HomeView;
import vn.tram.ui.kit.Fx;
import vn.tram.ui.kit.Primary;
import vn.tram.ui.kit.StationOnScreen;
import vn.tram.ui.signin.SignInView;

/// An operator who takes a citizen through all steps and touches nothing but keys.
final class EnrollmentByKeyboard {
    /// Of the people that the training station finds.
    private static final TrainingPeople PEOPLE = new TrainingPeople(7);

    private final StationOnScreen screen;
    private final Consumer<String> standing;

    /// @param standing told of each moment worth a look, by name, while it stands
    EnrollmentByKeyboard(StationOnScreen screen, Consumer<String> standing) {
        this.screen = screen;
        this.standing = standing;
    }

    void signIn(Role role) throws Exception {
        screen.awaitReady(SignInView.class);
        var officers = screen.station.accounts().officers();
        int cards = officers.indexOf(screen.officer(role));
        for (int i = 0; i < cards; i++) {
            screen.press(KeyCode.RIGHT);
        }
        standing.accept("sign-in");
        screen.type(screen.account(role).password());
        screen.press(KeyCode.ENTER);
        screen.awaitReady(HomeView.class);
        standing.accept("home");
    }

    void call() throws Exception {
        screen.press(KeyCode.ENTER);
        screen.awaitReady(FindView.class);
    }

    /// @param index of the training person; an adult
    void find(int index) throws Exception {
        var number = PEOPLE.person(index).value(Field.PERSONAL_NUMBER).orElseThrow();
        screen.type(number.substring(number.length() - 4));
        screen.await("the citizen", () -> screen.primaryIs("find.choose"));
        standing.accept("find");
        screen.press(KeyCode.ENTER);
    }

    void fingerprints() throws Exception {
        screen.awaitReady(FingerprintsView.class);
        standing.accept("fingerprints");
        untilPast(FingerprintsView.class);
    }

    /// Does what the primary asks for until the screen is another; lets it capture by itself.
    private void untilPast(Class<? extends vn.tram.ui.kit.Screen> capture) throws Exception {
        while (Fx.on(() -> screen.stands(capture))) {
            screen.await(
                    "something to press", () -> !screen.stands(capture) || pressable().isPresent());
            var asked =
                    Fx.on(() ->
                            screen.stands(capture)
                                    ? pressable()
                                    : java.util.Optional.<String>empty());
            if (asked.isPresent()) {
                answer(asked.get());
            }
        }
    }

    private java.util.Optional<String> pressable() {
        return screen.primary() instanceof Primary.Ready ready
                        && ready.key() == vn.tram.ui.kit.Key.ENTER
                ? java.util.Optional.of(ready.words().key())
                : java.util.Optional.empty();
    }

    private void answer(String asked) throws Exception {
        System.err.println("asked " + asked);
        screen.press(KeyCode.ENTER);
        screen.await("another primary", () -> !screen.primaryIs(asked));
    }
}
