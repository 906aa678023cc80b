package vn.tram.ui.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.domain.Officer;
import vn.tram.domain.Session;
import vn.tram.domain.Stage;
import vn.tram.enroll.Reason;
import vn.tram.enroll.Right;
import vn.tram.enroll.StationFault;
import vn.tram.settings.SiteProfile;
import vn.tram.ui.approvals.ApprovalsViewModel.Decision;
import vn.tram.ui.approvals.ApprovalsViewModel.Refused;
import vn.tram.ui.approvals.ApprovalsViewModel.State;
import vn.tram.ui.kit.FrameRules;
import vn.tram.ui.kit.Fx;
import vn.tram.ui.kit.Kit;
import vn.tram.ui.kit.Places;
import vn.tram.ui.kit.Rehearsal;
import vn.tram.ui.kit.SameThread;
import vn.tram.ui.kit.Screen;
import vn.tram.ui.kit.Stand;
import vn.tram.ui.kit.Texts;
import vn.tram.ui.kit.Theme;

/// Approvals over sessions that were signed at a real training station.
class ApprovalsTest {
    @TempDir Path folder;
    private Rehearsal rehearsal;
    private final SameThread background = new SameThread();

    @BeforeEach
    void open() throws StationFault {
        rehearsal = new Rehearsal(folder.resolve("state"));
    }

    @AfterEach
    void close() throws StationFault {
        rehearsal.close();
    }

    private Session waiting() throws StationFault, InterruptedException {
        var session = rehearsal.signed(rehearsal.withoutFingers());
        assertThat(session.stage()).isEqualTo(Stage.AWAITING_APPROVAL);
        return session;
    }

    private ApprovalsViewModel loaded(Officer officer) {
        var model = new ApprovalsViewModel(rehearsal.visit(officer, background), background);
        model.load();
        background.run();
        return model;
    }

    private Screen screen(Kit kit) {
        return new ApprovalsView(
                kit,
                new ApprovalsViewModel(
                        rehearsal.visit(rehearsal.supervisor, kit.background()), kit.background()),
                new Places(List.of(Places.HOME, Places.APPROVALS, Places.EXPORT), Stand.SIGN),
                SiteProfile.COUNTER);
    }

    @Test
    void nothingWaitingKeepsTheRulesOfTheFrame() throws Exception {
        FrameRules.holdFor("approvals-empty", this::screen);
        assertThat(loaded(rehearsal.supervisor).stateProperty().get())
                .isEqualTo(new State.Nothing());
    }

    @Test
    void aWaitingSessionKeepsTheRulesOfTheFrame() throws Exception {
        waiting();
        FrameRules.holdFor("approvals", this::screen);
    }

    @Test
    void theEvidenceIsTheExceptionAndEveryAttemptOfAnOverride()
            throws StationFault, InterruptedException {
        var session = waiting();
        var deciding = (State.Deciding) loaded(rehearsal.supervisor).stateProperty().get();
        var evidence = deciding.evidence().orElseThrow();
        assertThat(evidence.session().id()).isEqualTo(session.id());
        assertThat(evidence.omissions()).hasSize(10);
        assertThat(evidence.overrides()).hasSameSizeAs(session.acceptances());
    }

    @Test
    void anOperatorMayNotDecide() throws StationFault, InterruptedException {
        waiting();
        var model = loaded(rehearsal.operator);
        model.intend(Decision.APPROVE);
        assertThat(model.stateProperty().get())
                .isInstanceOfSatisfying(
                        State.Deciding.class,
                        d -> {
                            assertThat(d.intended()).isEqualTo(Decision.NONE);
                            assertThat(d.refused())
                                    .contains(
                                            new Refused.ByWorkflow(
                                                    new Reason.NoRight(Right.DECIDE)));
                        });
    }

    @Test
    void anEmptyPasswordIsNoTry() throws StationFault, InterruptedException {
        var session = waiting();
        var model = loaded(rehearsal.supervisor);
        model.intend(Decision.APPROVE);
        model.approve(new char[0]);
        background.run();
        assertThat(((State.Deciding) model.stateProperty().get()).refused())
                .isEqualTo(Optional.of(new Refused.NoPassword()));
        assertThat(rehearsal.stored(session.id()).stage()).isEqualTo(Stage.AWAITING_APPROVAL);
    }

    @Test
    void aWrongPasswordChangesNothingAndIsWiped() throws StationFault, InterruptedException {
        var session = waiting();
        var model = loaded(rehearsal.supervisor);
        model.intend(Decision.APPROVE);
        var password = "không phải".toCharArray();
        model.approve(password);
        background.run();
        assertThat(((State.Deciding) model.stateProperty().get()).refused().orElseThrow())
                .isInstanceOf(Refused.ByWorkflow.class);
        assertThat(password).containsOnly('\0');
        assertThat(rehearsal.stored(session.id()).stage()).isEqualTo(Stage.AWAITING_APPROVAL);
    }

    @Test
    void whatIsHandedBackIsOpenAgainAndUnsigned() throws StationFault, InterruptedException {
        var session = waiting();
        var model = loaded(rehearsal.supervisor);
        model.intend(Decision.HAND_BACK);
        model.handBack();
        background.run();
        assertThat(model.stateProperty().get()).isEqualTo(new State.Nothing());
        assertThat(rehearsal.stored(session.id()).stage()).isEqualTo(Stage.OPEN);
        assertThat(rehearsal.stored(session.id()).signOff()).isEmpty();
    }

    @Test
    void aSessionIsApprovedByKeyboardAlone() throws Exception {
        var session = waiting();
        Fx.run(() -> {
            var stand = new Stand(Texts.VIETNAMESE, Theme.Look.LIGHT, 1366, 768, this::screen);
            stand.type("1");
            stand.press(KeyCode.SHIFT);
            stand.press(KeyCode.F6); // any key lets the held character go
            var field = (PasswordField) stand.scene.getFocusOwner();
            field.setText(new String(rehearsal.password(rehearsal.supervisor)));
            stand.press(KeyCode.ENTER);
            stand.background.run();
        });
        assertThat(rehearsal.stored(session.id()).stage()).isEqualTo(Stage.SEALED);
    }
}
