package vn.tram.enroll;

import java.time.Duration;
import java.util.List;
import vn.tram.domain.Field;
import vn.tram.domain.SpecialCase;
import vn.tram.domain.Stage;
import vn.tram.identity.Finding;
import vn.tram.image.Position;

/// Why the workflow refused a step. The UI words each case.
public sealed interface Reason {
    /// The session is not at a stage that allows the step; another hand may have moved it.
    record WrongStage(Stage stage) implements Reason {}

    /// Nobody was chosen in step 1.
    record NoCitizen() implements Reason {}

    /// The session has captures of another person: park or cancel it instead.
    record OtherCitizen() implements Reason {}

    /// Biometrics are not taken at this age.
    record TooYoung(int age, int from) implements Reason {}

    /// No service was chosen.
    record NoService() implements Reason {}

    /// The service is not one of this station's.
    record UnknownService(String code) implements Reason {}

    /// Services whose text the citizen has not answered yet; codes.
    record AnswersMissing(List<String> services) implements Reason {}

    /// Every chosen service was declined: there is nothing to enroll for.
    record AllDeclined() implements Reason {}

    /// Items that a chosen service needs and nobody entered.
    record DataMissing(List<Field> fields) implements Reason {}

    /// Items that cannot be right; what the data rules found.
    record DataWrong(List<Finding> findings) implements Reason {}

    /// The data were not confirmed, or changed since.
    record NotChecked() implements Reason {}

    /// No chosen service asks for this position, or all of it is excepted.
    record NotWanted(Position position) implements Reason {}

    /// The device does not capture rolled fingers; its make and model.
    record CannotRoll(String device) implements Reason {}

    /// The attempts of this position are used up: accept with a reason, record an exception, or
    /// park.
    record AttemptsUsedUp(Position position, int attempts) implements Reason {}

    /// There are attempts left: try again before accepting what was refused.
    record AttemptsLeft(Position position, int left) implements Reason {}

    /// The special case is for children.
    ///
    /// @param age of the citizen, in years
    /// @param below the age it ends at
    record NotAChild(int age, int below) implements Reason {}

    /// A portrait was judged by this case's limits: taking the case back would leave it accepted
    /// without a word.
    record SpecialCaseUsed(SpecialCase.Kind kind) implements Reason {}

    /// There is no such attempt.
    record NoAttempt(Position position) implements Reason {}

    /// The position is captured; it cannot be excepted as well.
    record AlreadyCaptured(Position position) implements Reason {}

    /// The device's calibration certificate is missing, has ended or does not hold, and the rules
    /// let nothing be captured with it.
    record DeviceNotFit(DeviceFitness.Lack lack) implements Reason {}

    /// One finger was found in both positions: capture again the one that was wrong.
    record SameFinger(Position one, Position other) implements Reason {}

    /// The rolled and the plain print of a finger are not one finger's: capture again the one that
    /// was wrong.
    record UnlikePrints(Position rolled, Position plain) implements Reason {}

    /// An officer's own finger lies where the citizen's should: capture again.
    record OfficersFinger(Position position) implements Reason {}

    /// The print has too few minutiae: capture again or accept with a reason.
    record FewMinutiae(Position finger, int minutiae, int least) implements Reason {}

    /// Fingers or face neither captured nor excepted.
    record PositionsMissing(List<Position> positions) implements Reason {}

    /// What the operator must look at and tick for the portrait.
    record TicksMissing(List<String> ticks) implements Reason {}

    /// The citizen has not confirmed the data.
    record CitizenNotConfirmed() implements Reason {}

    /// A reason or note in words is needed.
    record WordsMissing() implements Reason {}

    /// The password is wrong.
    ///
    /// @param left tries left before a lock
    record WrongPassword(int left) implements Reason {}

    /// The account is locked for a while.
    record Locked(Duration left) implements Reason {}

    /// The officer's role does not have the right.
    record NoRight(Right right) implements Reason {}

    /// A supervisor never decides on a session of his own.
    record NotAllowed() implements Reason {}

    /// Two officers must do it together, one of them a supervisor.
    record SecondOfficer() implements Reason {}

    /// There is no such session.
    record NoSession() implements Reason {}

    /// An account is not changed as asked.
    record AccountRefused(AccountDoubt doubt) implements Reason {}
}
