package vn.tram.ui;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import vn.tram.domain.Field;
import vn.tram.domain.Role;
import vn.tram.identity.TrainingPeople;
import vn.tram.ui.check.CheckView;
import vn.tram.ui.export.ExportView;
import vn.tram.ui.find.FindView;
import vn.tram.ui.fingerprints.FingerprintsView;
import vn.tram.ui.home.HomeView;
import vn.tram.ui.kit.Fx;
import vn.tram.ui.kit.Key;
import vn.tram.ui.kit.Primary;
import vn.tram.ui.kit.Screen;
import vn.tram.ui.kit.StationOnScreen;
import vn.tram.ui.portrait.PortraitView;
import vn.tram.ui.review.ReviewView;
import vn.tram.ui.services.ServicesView;
import vn.tram.ui.signin.SignInView;
import vn.tram.ui.slip.SlipView;

/// An operator who takes a citizen through all steps and touches nothing but keys.
final class EnrollmentByKeyboard {
    /// The people that the training station finds.
    private static final TrainingPeople PEOPLE = new TrainingPeople(7);

    private final StationOnScreen screen;
    private final Watcher watcher;

    /// Looks at the screen while a moment stands.
    @FunctionalInterface
    interface Watcher {
        /// @param moment such as `find`
        void see(String moment) throws Exception;
    }

    EnrollmentByKeyboard(StationOnScreen screen, Watcher watcher) {
        this.screen = screen;
        this.watcher = watcher;
    }

    void signIn(Role role) throws Exception {
        screen.awaitReady(SignInView.class);
        int card = screen.station.accounts().officers().indexOf(screen.officer(role));
        for (int i = 0; i < card; i++) {
            screen.press(KeyCode.DOWN); // the arrows to the side belong to the field
        }
        watcher.see("sign-in");
        screen.type(screen.account(role).password());
        screen.press(KeyCode.ENTER);
        screen.awaitReady(HomeView.class);
        watcher.see("home");
    }

    void lock() throws Exception {
        screen.press(KeyCode.F12);
        screen.awaitReady(SignInView.class);
    }

    void call() throws Exception {
        screen.press(KeyCode.ENTER);
        screen.awaitReady(FindView.class);
    }

    /// Finds a training person by the last digits of the number, as heard.
    ///
    /// @param index of somebody grown up
    void find(int index) throws Exception {
        var number = PEOPLE.person(index).value(Field.PERSONAL_NUMBER).orElseThrow();
        screen.type(number.substring(number.length() - 6));
        screen.await("the citizen", () -> screen.primaryIs("find.choose"));
        watcher.see("find");
        screen.press(KeyCode.ENTER);
        screen.awaitReady(ServicesView.class);
    }

    /// The first service, whose text the law demands, is read aloud.
    void services() throws Exception {
        screen.pressDigit(1);
        screen.await("told", () -> screen.primaryIs("services.go-on"));
        watcher.see("services");
        screen.press(KeyCode.ENTER);
    }

    void check() throws Exception {
        screen.awaitReady(CheckView.class);
        watcher.see("check");
        screen.press(KeyCode.ENTER);
    }

    void fingerprints() throws Exception {
        screen.awaitReady(FingerprintsView.class);
        watcher.see("fingerprints");
        whileStanding(FingerprintsView.class);
    }

    void portrait() throws Exception {
        screen.awaitReady(PortraitView.class);
        watcher.see("portrait");
        whileStanding(PortraitView.class);
    }

    /// Lets the station capture by itself and does what it asks for, until the screen is another.
    private void whileStanding(Class<? extends Screen> capture) throws Exception {
        while (Fx.on(() -> screen.stands(capture))) {
            screen.await(
                    "something to answer", () -> !screen.stands(capture) || asked().isPresent());
            var asked = Fx.on(() -> screen.stands(capture) ? asked() : Optional.<String>empty());
            if (asked.isPresent()) {
                answer(asked.get());
            }
        }
    }

    /// What the primary asks an Enter for.
    private Optional<String> asked() {
        return screen.primary() instanceof Primary.Ready ready && ready.key() == Key.ENTER
                ? Optional.of(ready.words().key())
                : Optional.empty();
    }

    private void answer(String asked) throws Exception {
        switch (asked) {
            case "portrait.open" -> tickAll();
            case "capture.accept" -> {
                screen.type("Ngon tay mon");
                enter(asked);
            }
            default -> enter(asked);
        }
    }

    private void enter(String asked) throws Exception {
        screen.press(KeyCode.ENTER);
        screen.await("another primary", () -> !screen.primaryIs(asked));
    }

    /// What the operator confirms with his own eyes.
    private void tickAll() throws Exception {
        watcher.see("portrait-ticks");
        int ticks = Fx.on(() -> (int) screen.primary().words().args().getFirst());
        for (int digit = 1; digit <= ticks; digit++) {
            int open = ticks - digit;
            screen.pressDigit(digit);
            screen.await("the tick", () -> openTicks() == open);
        }
    }

    private int openTicks() {
        var words = screen.primary().words();
        return words.key().equals("portrait.open") ? (int) words.args().getFirst() : 0;
    }

    /// The citizen confirms, the officer signs.
    void sign(Role role) throws Exception {
        screen.awaitReady(ReviewView.class);
        screen.pressDigit(1);
        screen.await(
                "confirmed",
                () -> screen.primaryIs("review.sign") || screen.primaryIs("review.sign-pass"));
        watcher.see("review");
        screen.type(screen.account(role).password());
        screen.press(KeyCode.ENTER);
        screen.awaitReady(SlipView.class);
        screen.await("the slip", () -> screen.shows("slip.out"));
        watcher.see("slip");
        screen.press(KeyCode.ESCAPE);
        screen.awaitReady(HomeView.class);
    }

    /// The supervisor approves all that waits.
    void approve() throws Exception {
        screen.pressCtrl(KeyCode.DIGIT2);
        screen.await("the evidence", () -> screen.primaryIs("approvals.approve"));
        watcher.see("approvals");
        screen.press(KeyCode.ENTER);
        screen.await("the password", () -> screen.primaryIs("approvals.next"));
        screen.type(screen.account(Role.SUPERVISOR).password());
        screen.press(KeyCode.ENTER);
        screen.await("approved", () -> screen.primaryIs("approvals.go-home"));
        screen.press(KeyCode.ENTER);
        screen.awaitReady(HomeView.class);
    }

    /// @param folder where the dossiers go
    void export(String folder) throws Exception {
        screen.pressCtrl(KeyCode.DIGIT3);
        screen.await("a destination asked for", () -> screen.primaryIs("export.where"));
        screen.press(KeyCode.ENTER);
        screen.type(folder);
        screen.await("ready to export", () -> screen.primaryIs("export.export"));
        screen.press(KeyCode.ENTER);
        screen.awaitReady(ExportView.class);
        watcher.see("export");
    }
}
