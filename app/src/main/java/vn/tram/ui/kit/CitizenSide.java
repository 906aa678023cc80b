package vn.tram.ui.kit;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import vn.tram.domain.Citizen;
import vn.tram.domain.Field;
import vn.tram.enroll.Step;
import vn.tram.image.Pixels;
import vn.tram.image.Position;

/// What the citizen is to see, said by the operator's screens and drawn by whatever shows it to the
/// citizen. On the thread that draws, but for [#offer].
public final class CitizenSide {
    /// One thing at a time; none of it a score or a fault.
    public sealed interface Shown {
        /// Between citizens.
        record Greeting() implements Shown {}

        /// Nothing to do for the citizen in this step just now.
        record Waiting(Step step) implements Shown {}

        /// The citizen's own data, to be confirmed.
        record Data(Step step, Citizen citizen) implements Shown {
            @Override
            public String toString() {
                return "Data[" + step + "]";
            }
        }

        /// What the citizen said of the data.
        record Answered(Step step, Answer answer) implements Shown {}

        /// Which finger or hand to lay down.
        record Fingers(Position position) implements Shown {}

        /// The live picture, with what to do.
        ///
        /// @param advice name of the advice when it is the citizen's to follow
        /// @param good whether all is well and the citizen need only keep still
        record Face(Optional<String> advice, boolean good) implements Shown {}
    }

    /// What the citizen says of the own data.
    public enum Answer {
        RIGHT,
        WRONG
    }

    /// What was said, and of which row where the citizen pointed at one.
    public record Said(Answer answer, Optional<Field> row) {}

    /// So long personal data stand before they go by themselves. Source: design of the screens,
    /// *Citizen screen*.
    static final Duration DATA_STANDS = Duration.ofSeconds(30);

    private final Background background;
    private final ReadOnlyObjectWrapper<Shown> shown =
            new ReadOnlyObjectWrapper<>(new Shown.Greeting());
    private Optional<Shown.Data> last = Optional.empty();
    private Background.@Nullable Timer clearing;
    private Consumer<Said> answers = _ -> {};
    private volatile Consumer<Pixels> picture = _ -> {};

    CitizenSide(Background background) {
        this.background = background;
    }

    public ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// Shows something else; what stood there, and who heard its answers, is forgotten.
    public void show(Shown next) {
        last = Optional.empty();
        answers = _ -> {};
        put(next);
    }

    private void put(Shown next) {
        if (clearing != null) {
            clearing.stop();
            clearing = null;
        }
        shown.set(next);
    }

    /// Shows the citizen's data for a while and asks whether they are right.
    ///
    /// @param heard told of the answer, each time there is one
    public void ask(Step step, Citizen citizen, Consumer<Said> heard) {
        last = Optional.of(new Shown.Data(step, citizen));
        answers = heard;
        again();
    }

    /// The data are others now: they are asked about anew.
    void renew(Citizen citizen) {
        last.filter(data -> !data.citizen().equals(citizen))
                .ifPresent(data -> {
                    last = Optional.of(new Shown.Data(data.step(), citizen));
                    again();
                });
    }

    /// Shows the data once more, where they are still asked for.
    public void again() {
        last.ifPresent(data -> {
            put(data);
            clearing =
                    background.after(DATA_STANDS, () -> shown.set(new Shown.Waiting(data.step())));
        });
    }

    /// Whether data are asked for that have gone from the screen.
    public boolean canRepeat() {
        return last.isPresent() && !(shown.get() instanceof Shown.Data);
    }

    /// Hides what is private, and keeps it for [#again].
    public void cover() {
        if (shown.get() instanceof Shown.Data(var step, _)) {
            put(new Shown.Waiting(step));
        }
    }

    /// The citizen, or the operator for the citizen, answers.
    public void answer(Answer answer) {
        said(new Said(answer, Optional.empty()));
    }

    /// The citizen points at a row that is wrong.
    public void wrong(Field row) {
        said(new Said(Answer.WRONG, Optional.of(row)));
    }

    private void said(Said said) {
        if (shown.get() instanceof Shown.Data(var step, _)) {
            put(new Shown.Answered(step, said.answer()));
            answers.accept(said);
        }
    }

    /// Who draws the live frames; called on another thread, must return at once.
    public void pictureTo(Consumer<Pixels> screen) {
        picture = screen;
    }

    /// A live frame of the camera. Any thread.
    void offer(Pixels pixels) {
        picture.accept(pixels);
    }
}
