package vn.tram.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.domain.CitizenAnswer;
import vn.tram.domain.Field;
import vn.tram.domain.Session;
import vn.tram.domain.Stage;
import vn.tram.enroll.Reason;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.Step;
import vn.tram.image.Position;
import vn.tram.ui.kit.FrameRules;
import vn.tram.ui.kit.Fx;
import vn.tram.ui.kit.Intent;
import vn.tram.ui.kit.Kit;
import vn.tram.ui.kit.Rehearsal;
import vn.tram.ui.kit.RollingConfig;
import vn.tram.ui.kit.SameThread;
import vn.tram.ui.kit.Screen;
import vn.tram.ui.kit.Stand;
import vn.tram.ui.kit.Texts;
import vn.tram.ui.kit.Theme;

/// The review over captured sessions of a real training station.
class ReviewTest {
    @TempDir static Path folder;
    private static Rehearsal rehearsal;
    private static Session plain;
    private static Session excepted;

    private final SameThread background = new SameThread();
    private final List<Intent> intents = new ArrayList<>();

    @BeforeAll
    static void capture() throws StationFault, InterruptedException {
        rehearsal = new Rehearsal(folder.resolve("state"));
        plain = rehearsal.complete();
        excepted = rehearsal.withException();
    }

    @AfterAll
    static void close() throws StationFault {
        rehearsal.close();
    }

    private ReviewViewModel model(Session session) {
        return new ReviewViewModel(
                rehearsal.visit(session, rehearsal.operator, background), background, intents::add);
    }

    private Screen screen(Kit kit, Session session) {
        var visit = rehearsal.visit(session, rehearsal.operator, kit.background());
        return new ReviewView(kit, new ReviewViewModel(visit, kit.background(), kit.navigator()));
    }

    @Test
    void aPlainSessionKeepsTheRulesOfTheFrame() throws Exception {
        FrameRules.holdFor("review", kit -> screen(kit, plain));
    }

    @Test
    void rolledFingersKeepTheRulesOfTheFrame(@TempDir Path other) throws Exception {
        try (var rolling = new Rehearsal(other.resolve("state"), RollingConfig.in(other))) {
            var session = rolling.complete();
            FrameRules.holdFor(
                    "review-rolled",
                    kit -> {
                        var visit = rolling.visit(session, rolling.operator, kit.background());
                        return new ReviewView(
                                kit, new ReviewViewModel(visit, kit.background(), kit.navigator()));
                    });
        }
    }

    @Test
    void anExceptionKeepsTheRulesOfTheFrame() throws Exception {
        FrameRules.holdFor("review-exception", kit -> screen(kit, excepted));
    }

    @Test
    void whatTheCitizenFoundWrongStandsAmongTheData() throws Exception {
        var answered = disputed(disputed(plain, Field.NAME), Field.RESIDENCE);
        FrameRules.holdFor("review-disputed", kit -> screen(kit, answered));
        Fx.run(() -> {
            var stand =
                    new Stand(
                            Texts.VIETNAMESE,
                            Theme.Look.LIGHT,
                            1366,
                            768,
                            kit -> screen(kit, answered));
            assertThat(stand.scene.getRoot().lookupAll(".label"))
                    .extracting(label -> ((Label) label).getText())
                    .anyMatch(t -> t.matches("Chưa đúng: họ tên, nơi thường trú .*chưa ghi lại"));
        });
    }

    private static Session disputed(Session session, Field item) {
        return session.change()
                .citizenAnswer(
                        CitizenAnswer.wrong(
                                session.citizenAnswer(), Optional.of(item), session.openedAt()))
                .made();
    }

    @Test
    void aSessionWithoutCapturesKeepsTheRulesOfTheFrame() throws Exception {
        var empty = rehearsal.checked();
        FrameRules.holdFor("review-missing", kit -> screen(kit, empty));
    }

    @Test
    void everyKeptPictureIsShown() {
        var model = model(excepted);
        model.load();
        background.run();
        assertThat(model.shownProperty().get()).isInstanceOf(ReviewViewModel.Shown.Loaded.class);
        var loaded = (ReviewViewModel.Shown.Loaded) model.shownProperty().get();
        var wanted = new ArrayList<>(Position.fingers());
        wanted.add(Position.FACE);
        wanted.remove(Position.LEFT_INDEX);
        assertThat(loaded.pictures().all()).containsOnlyKeys(wanted);
    }

    @Test
    void whatIsMissingLeadsToItsStep() throws StationFault {
        var model = model(rehearsal.checked());
        assertThat(model.stateProperty().get())
                .isInstanceOfSatisfying(
                        ReviewViewModel.State.Missing.class,
                        missing -> assertThat(missing.where()).isEqualTo(Step.FINGERPRINTS));
        model.mend();
        assertThat(intents).containsExactly(new Intent.Step(4));
    }

    @Test
    void nothingIsConfirmedInAdvance() throws StationFault {
        var model = model(plain);
        assertThat(model.confirmedProperty().get()).isFalse();
        var password = rehearsal.password(rehearsal.operator);
        model.sign(password);
        background.run();
        assertThat(model.stateProperty().get())
                .isEqualTo(
                        new ReviewViewModel.State.Signable(
                                Optional.of(new ReviewViewModel.Refused.NotConfirmed())));
        assertThat(password).containsOnly('\0');
        assertThat(rehearsal.stored(plain.id()).stage()).isEqualTo(Stage.OPEN);
    }

    @Test
    void aWrongPasswordIsToldAndWiped() {
        var model = model(plain);
        model.confirm(true);
        var password = "không phải".toCharArray();
        model.sign(password);
        background.run();
        assertThat(model.stateProperty().get())
                .isInstanceOfSatisfying(
                        ReviewViewModel.State.Signable.class,
                        signable ->
                                assertThat(signable.refused().orElseThrow())
                                        .isInstanceOfSatisfying(
                                                ReviewViewModel.Refused.ByWorkflow.class,
                                                refused ->
                                                        assertThat(refused.reason())
                                                                .isInstanceOf(
                                                                        Reason.WrongPassword
                                                                                .class)));
        assertThat(password).containsOnly('\0');
        assertThat(intents).isEmpty();
    }

    @Test
    void anEmptyPasswordIsNoTry() {
        var model = model(plain);
        model.confirm(true);
        model.sign(new char[0]);
        background.run();
        assertThat(model.stateProperty().get())
                .isEqualTo(
                        new ReviewViewModel.State.Signable(
                                Optional.of(new ReviewViewModel.Refused.NoPassword())));
    }

    @Test
    void aSignatureWithAnExceptionGoesToTheSupervisor() throws StationFault, InterruptedException {
        var session = rehearsal.withoutFingers();
        var model = model(session);
        model.confirm(true);
        model.sign(rehearsal.password(rehearsal.operator));
        background.run();
        assertThat(rehearsal.stored(session.id()).stage()).isEqualTo(Stage.AWAITING_APPROVAL);
        assertThat(intents).containsExactly(new Intent.Next());
    }

    @Test
    void whenSealingFailsTheSessionStaysSignedAndIsSealedLater()
            throws StationFault, InterruptedException, IOException {
        var session = rehearsal.complete();
        var model = model(session);
        model.confirm(true);
        var certificate = sealingCertificate();
        var away = certificate.resolveSibling("away.crt");
        rename(certificate, away);
        model.sign(rehearsal.password(rehearsal.operator));
        background.run();
        assertThat(model.stateProperty().get())
                .isEqualTo(
                        new ReviewViewModel.State.Unsealed(Optional.of(StationFault.Code.TK_611)));
        assertThat(intents).isEmpty();
        rename(away, certificate);
        model.sealAgain();
        background.run();
        assertThat(rehearsal.stored(session.id()).stage()).isEqualTo(Stage.SEALED);
        assertThat(intents).containsExactly(new Intent.Next());
    }

    private static Path sealingCertificate() throws IOException {
        try (var files = Files.walk(folder.resolve("state"))) {
            return files.filter(f -> f.endsWith("seal.crt")).findFirst().orElseThrow();
        }
    }

    private static void rename(Path from, Path to) {
        assertThat(from.toFile().renameTo(to.toFile())).isTrue();
    }

    @Test
    void aSessionIsSignedByKeyboardAlone() throws Exception {
        var session = rehearsal.withoutFingers();
        Fx.run(() -> {
            var stand =
                    new Stand(
                            Texts.VIETNAMESE,
                            Theme.Look.LIGHT,
                            1366,
                            768,
                            kit -> screen(kit, session));
            stand.press(KeyCode.ENTER);
            assertThat(stand.intents).isEmpty();
            stand.type("1");
            stand.press(KeyCode.SHIFT); // any key lets the held character go
            stand.press(KeyCode.F6);
            var field = (PasswordField) stand.scene.getFocusOwner();
            field.setText(new String(rehearsal.password(rehearsal.operator)));
            stand.press(KeyCode.ENTER);
            stand.background.run();
            assertThat(stand.intents).containsExactly(new Intent.Next());
        });
        assertThat(rehearsal.stored(session.id()).signOff().orElseThrow().citizenConfirmed())
                .isTrue();
    }
}
