package vn.tram.ui;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import vn.tram.domain.Field;
import vn.tram.domain.Officer;
import vn.tram.domain.Role;
import vn.tram.enroll.Right;
import vn.tram.identity.TrainingPeople;
import vn.tram.ui.check.CheckView;
import vn.tram.ui.devices.DevicesView;
import vn.tram.ui.export.ExportView;
import vn.tram.ui.find.FindView;
import vn.tram.ui.fingerprints.FingerprintsView;
import vn.tram.ui.home.HomeView;
import vn.tram.ui.kit.DidNotCome;
import vn.tram.ui.kit.Hand;
import vn.tram.ui.kit.Key;
import vn.tram.ui.kit.Primary;
import vn.tram.ui.kit.Screen;
import vn.tram.ui.portrait.PortraitView;
import vn.tram.ui.review.ReviewView;
import vn.tram.ui.services.ServicesView;
import vn.tram.ui.signin.SignInView;
import vn.tram.ui.slip.SlipView;

/// Officers of the training station who take a citizen through all steps and touch nothing but
/// keys: for benchmarks and tests. Not on the thread that draws.
public final class EnrollmentByKeyboard {
    /// The people that the training station finds.
    private static final TrainingPeople PEOPLE = new TrainingPeople(7);

    private final Hand screen;
    private final Staff staff;
    private final Watcher watcher;

    /// Who works here.
    ///
    /// @param officers in the order of the sign-in screen
    /// @param passwords by officer's id
    public record Staff(List<Officer> officers, Map<String, String> passwords) {
        public Staff {
            officers = List.copyOf(officers);
            passwords = Map.copyOf(passwords);
        }

        private Officer first(Role role) {
            return officers.stream().filter(o -> o.role() == role).findFirst().orElseThrow();
        }

        private String password(Role role) {
            return Objects.requireNonNull(passwords.get(first(role).id()));
        }

        @Override
        public String toString() {
            return "Staff[" + officers.size() + "]";
        }
    }

    /// Looks at the screen while a moment stands.
    @FunctionalInterface
    public interface Watcher {
        /// @param moment such as `find`
        void see(String moment) throws IOException, InterruptedException, DidNotCome;
    }

    public EnrollmentByKeyboard(Hand screen, Staff staff, Watcher watcher) {
        this.screen = screen;
        this.staff = staff;
        this.watcher = watcher;
    }

    /// One citizen from the sign-in to the slip and home again. What was overridden waits for the
    /// supervisor.
    ///
    /// @param person as of [#find]
    public void whole(int person) throws IOException, InterruptedException, DidNotCome {
        signIn(Role.OPERATOR);
        call();
        find(person);
        services();
        check();
        fingerprints();
        portrait();
        sign(Role.OPERATOR);
    }

    public void signIn(Role role) throws IOException, InterruptedException, DidNotCome {
        screen.awaitReady(SignInView.class);
        int card = staff.officers().indexOf(staff.first(role));
        for (int i = 0; i < card; i++) {
            screen.press(KeyCode.DOWN); // the arrows to the side belong to the field
        }
        watcher.see("sign-in");
        screen.type(staff.password(role));
        screen.press(KeyCode.ENTER);
        screen.awaitReady(Right.ENROLL.of(role) ? HomeView.class : DevicesView.class);
        watcher.see("home");
    }

    public void lock() throws IOException, InterruptedException, DidNotCome {
        screen.press(KeyCode.F12);
        screen.awaitReady(SignInView.class);
    }

    public void call() throws IOException, InterruptedException, DidNotCome {
        screen.press(KeyCode.ENTER);
        screen.awaitReady(FindView.class);
    }

    /// Finds a training person by the last digits of the number, as heard.
    ///
    /// @param index of somebody grown up
    public void find(int index) throws IOException, InterruptedException, DidNotCome {
        var number = PEOPLE.person(index).value(Field.PERSONAL_NUMBER).orElseThrow();
        screen.type(number.substring(number.length() - 6));
        screen.await("the citizen", () -> screen.primaryIs("find.choose"));
        watcher.see("find");
        screen.press(KeyCode.ENTER);
        screen.awaitReady(ServicesView.class);
    }

    /// The first service, whose text the law demands, is read aloud.
    public void services() throws IOException, InterruptedException, DidNotCome {
        screen.pressDigit(1);
        screen.await("told", () -> screen.primaryIs("services.go-on"));
        watcher.see("services");
        screen.press(KeyCode.ENTER);
    }

    public void check() throws IOException, InterruptedException, DidNotCome {
        screen.awaitReady(CheckView.class);
        watcher.see("check");
        screen.press(KeyCode.ENTER);
    }

    public void fingerprints() throws IOException, InterruptedException, DidNotCome {
        screen.awaitReady(FingerprintsView.class);
        watcher.see("fingerprints");
        whileStanding(FingerprintsView.class);
    }

    public void portrait() throws IOException, InterruptedException, DidNotCome {
        screen.awaitReady(PortraitView.class);
        watcher.see("portrait");
        whileStanding(PortraitView.class);
    }

    /// Lets the station capture by itself and does what it asks for, until the screen is another.
    private void whileStanding(Class<? extends Screen> capture)
            throws IOException, InterruptedException, DidNotCome {
        while (screen.on(() -> screen.stands(capture))) {
            screen.await(
                    "something to answer", () -> !screen.stands(capture) || asked().isPresent());
            var asked =
                    screen.on(() -> screen.stands(capture) ? asked() : Optional.<String>empty());
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

    private void answer(String asked) throws IOException, InterruptedException, DidNotCome {
        switch (asked) {
            case "portrait.open" -> tickAll();
            case "capture.accept" -> {
                screen.type("Ngon tay mon");
                enter(asked);
            }
            default -> enter(asked);
        }
    }

    private void enter(String asked) throws IOException, InterruptedException, DidNotCome {
        screen.press(KeyCode.ENTER);
        screen.await("another primary", () -> !screen.primaryIs(asked));
    }

    /// What the operator confirms with his own eyes.
    private void tickAll() throws IOException, InterruptedException, DidNotCome {
        watcher.see("portrait-ticks");
        int ticks = screen.on(() -> (int) screen.primary().words().args().getFirst());
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
    public void sign(Role role) throws IOException, InterruptedException, DidNotCome {
        screen.awaitReady(ReviewView.class);
        screen.pressDigit(1);
        screen.await(
                "confirmed",
                () -> screen.primaryIs("review.sign") || screen.primaryIs("review.sign-pass"));
        watcher.see("review");
        screen.type(staff.password(role));
        screen.press(KeyCode.ENTER);
        screen.awaitReady(SlipView.class);
        screen.await("the slip", () -> screen.shows("slip.out"));
        watcher.see("slip");
        screen.press(KeyCode.ESCAPE);
        screen.awaitReady(HomeView.class);
    }

    /// The supervisor approves all that waits.
    public void approve() throws IOException, InterruptedException, DidNotCome {
        screen.pressCtrl(KeyCode.DIGIT2);
        screen.await("the evidence", () -> screen.primaryIs("approvals.approve"));
        watcher.see("approvals");
        screen.press(KeyCode.ENTER);
        screen.await("the password", () -> screen.primaryIs("approvals.next"));
        screen.type(staff.password(Role.SUPERVISOR));
        screen.press(KeyCode.ENTER);
        screen.await("approved", () -> screen.primaryIs("approvals.go-home"));
        screen.press(KeyCode.ENTER);
        screen.awaitReady(HomeView.class);
    }

    /// @param folder where the dossiers go
    public void export(String folder) throws IOException, InterruptedException, DidNotCome {
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
