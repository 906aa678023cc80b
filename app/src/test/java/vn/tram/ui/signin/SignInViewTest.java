package vn.tram.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import vn.tram.domain.Officer;
import vn.tram.domain.Role;
import vn.tram.domain.Stage;
import vn.tram.enroll.Accounts.SignIn;
import vn.tram.enroll.StationFault;
import vn.tram.ui.kit.Books;
import vn.tram.ui.kit.Check;
import vn.tram.ui.kit.FrameRules;
import vn.tram.ui.kit.Fx;
import vn.tram.ui.kit.Kit;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.SameThread;
import vn.tram.ui.kit.Screen;
import vn.tram.ui.kit.Stand;
import vn.tram.ui.kit.Texts;
import vn.tram.ui.kit.Theme;
import vn.tram.ui.kit.Tone;

class SignInViewTest {
    private final Books books = new Books();
    private final List<Officer> welcomed = new ArrayList<>();

    private Screen screen(Kit kit) {
        kit.shell().officerProperty().set(Optional.empty());
        var model =
                new SignInViewModel(
                        books.accounts(),
                        books.sessions(),
                        books.outbox(),
                        kit.background(),
                        welcomed::add);
        var checks =
                new SimpleObjectProperty<>(
                        List.of(
                                new Check(
                                        Tone.GOOD,
                                        Phrase.of("kit.light.fingerprint"),
                                        Phrase.asIs("sim://slap")),
                                new Check(
                                        Tone.WARN,
                                        Phrase.of("kit.light.camera"),
                                        Phrase.asIs("sim://portrait"))));
        return new SignInView(
                kit,
                model,
                new SignInView.About(Stand.SIGN, checks, Map.of("canbo1", "dao-tao-1")));
    }

    @Test
    void theScreenKeepsTheRulesOfTheFrame() throws Exception {
        books.officers.add(1, new Officer("canbo2", "Cán bộ Mẫu B", Role.OPERATOR));
        books.officers.add(new Officer("kythuat", "Kỹ thuật viên Mẫu K", Role.TECHNICIAN));
        books.session(31, "HOÀNG THỊ HUẤN", Stage.PARKED, 30, 0);
        FrameRules.holdFor("signin", this::screen);
    }

    @Test
    void aRefusalKeepsTheRulesOfTheFrame() throws Exception {
        FrameRules.holdFor(
                "signin-wrong",
                kit -> {
                    books.answers.add(new SignIn.Locked(Duration.ofSeconds(125)));
                    var screen = screen(kit);
                    // after the officers were read, which is posted when the screen stands
                    kit.background().post(() -> kit.background().post(() -> tryWrong(screen)));
                    return screen;
                });
    }

    private static void tryWrong(Screen screen) {
        ((PasswordField) screen.work().lookup(".password-field")).setText("sai");
        if (screen.primary().getValue() instanceof vn.tram.ui.kit.Primary.Ready ready) {
            ready.run().run();
        }
    }

    @Test
    void aFaultKeepsTheRulesOfTheFrame() throws Exception {
        books.fault = Optional.of(StationFault.Code.LT_402);
        FrameRules.holdFor("signin-fault", this::screen);
    }

    @Test
    void typingAPasswordAndEnterSignsIn() throws Exception {
        Fx.run(() -> {
            var stand = new Stand(Texts.VIETNAMESE, Theme.Look.LIGHT, 1366, 768, this::screen);
            books.answers.add(new SignIn.Welcome(Books.SUPERVISOR));
            stand.press(KeyCode.DOWN);
            for (var letter : List.of("x", "y", "z")) {
                stand.pass(Duration.ofMillis(120));
                stand.type(letter);
            }
            stand.press(KeyCode.ENTER);
            ((SameThread) stand.kit.background()).run();
            assertThat(books.tried).containsExactly("chihuy:xyz");
            assertThat(welcomed).containsExactly(Books.SUPERVISOR);
        });
    }
}
