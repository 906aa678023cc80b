package vn.tram.ui.portrait;

import java.util.Optional;
import java.util.Set;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.tram.domain.SpecialCase;
import vn.tram.ui.kit.CaptureLoop;
import vn.tram.ui.kit.Visit;

/// Asks which special case it is and why, and records it. Part of the portrait's view-model.
public final class SpecialCaseModel {
    /// The question as it stands.
    ///
    /// @param kind what was chosen
    /// @param words the reason so far
    private record Question(Optional<SpecialCase.Kind> kind, String words) {}

    private final Visit visit;
    private final CaptureLoop loop;
    private final ReadOnlyObjectWrapper<Optional<Question>> question =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    SpecialCaseModel(Visit visit, CaptureLoop loop) {
        this.visit = visit;
        this.loop = loop;
    }

    Observable changes() {
        return question;
    }

    /// Whether there is a case that could still help.
    public boolean isPossible() {
        boolean shots =
                loop.stateProperty().get().capturing()
                        || loop.positionProperty().get().filter(p -> loop.left(p) > 0).isPresent();
        return shots && !offered().isEmpty();
    }

    /// The cases there are for this citizen.
    Set<SpecialCase.Kind> offered() {
        return visit.enrollment().captures().specialCases().offered(visit.session());
    }

    /// Whether the question stands.
    public boolean asking() {
        return question.get().isPresent();
    }

    Optional<SpecialCase.Kind> chosen() {
        return question.get().flatMap(Question::kind);
    }

    String words() {
        return question.get().map(Question::words).orElse("");
    }

    /// Asks; meanwhile the shutter is not the machine's.
    public void ask() {
        question.set(Optional.of(new Question(Optional.empty(), "")));
        if (loop.stateProperty().get().capturing()) {
            loop.byHand();
        }
    }

    /// Chooses a case; the reason of one that is on record stands there again.
    public void choose(SpecialCase.Kind kind) {
        var recorded = visit.session().specialCase(kind).map(SpecialCase::reason);
        question.set(Optional.of(new Question(Optional.of(kind), recorded.orElse(words()))));
    }

    public void write(String words) {
        question.set(question.get().map(q -> new Question(q.kind(), words)));
    }

    /// Whether the chosen case is on record already.
    boolean isRecorded() {
        return chosen().flatMap(visit.session()::specialCase).isPresent();
    }

    /// Records the chosen case, or takes it back where it is on record.
    public void decide() {
        var kind = chosen().orElseThrow();
        var words = words().strip();
        var id = visit.session().id();
        var officer = visit.officer();
        var cases = visit.enrollment().captures().specialCases();
        boolean back = isRecorded();
        question.set(Optional.empty());
        loop.byMachine();
        loop.change(() ->
                back ? cases.takeBack(id, kind, officer) : cases.record(id, kind, words, officer));
    }

    void stop() {
        question.set(Optional.empty());
        if (loop.stateProperty().get().capturing()) {
            loop.again();
        }
    }
}
