package vn.tram.store;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.tram.domain.CitizenAnswer;
import vn.tram.domain.Field;
import vn.tram.domain.Session;

/// What the citizen said of the data, as it lies in its column. Its shape is stored data: it grows,
/// nothing in it is renamed.
record AnswerJson(boolean right, Set<Field> disputed, Instant at) {
    /// Empty where nothing was said.
    static Optional<AnswerJson> of(Session session) {
        return session.citizenAnswer()
                .map(a -> new AnswerJson(a.right(), new TreeSet<>(a.disputed()), a.at()));
    }

    CitizenAnswer toCitizenAnswer() {
        return new CitizenAnswer(right, disputed, at);
    }
}
