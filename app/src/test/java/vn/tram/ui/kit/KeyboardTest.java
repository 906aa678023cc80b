package vn.tram.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class KeyboardTest {
    /// Does something on a stand with the kit's screen, then looks at what was done.
    private static void on(BiConsumer<Stand, KitScreen> script, List<String> done)
            throws Exception {
        Fx.run(() -> {
            var screens = new java.util.ArrayList<KitScreen>();
            var stand =
                    new Stand(
                            Texts.VIETNAMESE,
                            Theme.Look.LIGHT,
                            1366,
                            768,
                            kit -> {
                                screens.add(new KitScreen(kit));
                                return screens.getFirst();
                            });
            script.accept(stand, screens.getFirst());
            assertThat(screens.getFirst().done).isEqualTo(done);
        });
    }

    @Test
    void enterAndSpaceFireThePrimaryOfACaptureScreen() throws Exception {
        on(
                (stand, _) -> {
                    stand.press(KeyCode.ENTER);
                    stand.press(KeyCode.SPACE);
                },
                List.of("primary", "primary"));
    }

    @Test
    void theEnterOfAReaderFiresNothing() throws Exception {
        on((stand, _) -> stand.scan("001199000123"), List.of("scanned 001199000123"));
    }

    @Test
    void aCodeNeverReachesAField() throws Exception {
        on(
                (stand, screen) -> {
                    screen.field.setText("");
                    screen.field.requestFocus();
                    stand.scan("001199000123");
                    assertThat(screen.field.getText()).isEmpty();
                },
                List.of("scanned 001199000123"));
    }

    @Test
    void whatAHandTypesReachesTheField() throws Exception {
        on(
                (stand, screen) -> {
                    screen.field.setText("");
                    screen.field.requestFocus();
                    for (var letter : List.of("1", "2", "3")) {
                        stand.pass(Duration.ofMillis(100));
                        stand.type(letter);
                    }
                    stand.press(KeyCode.HOME); // any other key ends the hold
                    stand.press(KeyCode.DOWN);
                    assertThat(screen.field.getText()).isEqualTo("123");
                },
                List.of("down"));
    }

    @Test
    void aDigitIsAChoiceWhereNoFieldHasTheFocus() throws Exception {
        on(
                (stand, screen) -> {
                    stand.scene.getRoot().requestFocus();
                    stand.pass(Duration.ofSeconds(1));
                    stand.type("1");
                    stand.press(KeyCode.DOWN);
                },
                List.of("1", "down"));
    }

    @Test
    void theSameIntentWithin300MillisecondsIsOne() throws Exception {
        on(
                (stand, _) -> {
                    stand.press(KeyCode.F4);
                    stand.pass(Duration.ofMillis(299));
                    stand.tap(KeyCode.F4, "", false);
                    stand.pass(Duration.ofMillis(300));
                    stand.tap(KeyCode.F4, "", false);
                },
                List.of("F4", "F4"));
    }

    @Test
    void aKeyHeldDownFiresOnce() throws Exception {
        on(
                (stand, _) -> {
                    for (int i = 0; i < 5; i++) {
                        stand.pass(Duration.ofSeconds(1));
                        stand.fire(KeyEvent.KEY_PRESSED, KeyCode.ENTER, "", false);
                    }
                },
                List.of("primary"));
    }

    @Test
    void controlWithADigitGoesToThatStep() throws Exception {
        Fx.run(() -> {
            var stand = new Stand(Texts.VIETNAMESE, Theme.Look.LIGHT, 1366, 768, KitScreen::new);
            stand.pressCtrl(KeyCode.DIGIT5);
            stand.pressCtrl(KeyCode.DIGIT8);
            assertThat(stand.intents).containsExactly(new Intent.Step(5));
        });
    }

    @Test
    void aCoveredScreenTakesNoKeyButThoseThatOpenIt() throws Exception {
        on(
                (stand, _) -> {
                    stand.press(KeyCode.F9);
                    stand.press(KeyCode.F4);
                    stand.scan("001199000123");
                    stand.press(KeyCode.ENTER);
                    stand.press(KeyCode.F2);
                },
                List.of("F2"));
    }

    @Test
    void aWorkingPrimaryDoesNothing() throws Exception {
        on(
                (stand, screen) -> {
                    screen.primary.set(Primary.working(Phrase.asIs("Đang kiểm tra")));
                    stand.press(KeyCode.ENTER);
                },
                List.of());
    }

    @Test
    void controlEAndDChangeLanguageAndThemeAtOnce() throws Exception {
        on(
                (stand, _) -> {
                    stand.pressCtrl(KeyCode.E);
                    stand.pressCtrl(KeyCode.D);
                    assertThat(stand.kit.texts().locale()).isEqualTo(Texts.ENGLISH);
                    assertThat(stand.scene.getRoot().getStyleClass()).contains("dark");
                },
                List.of());
    }
}
