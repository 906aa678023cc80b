package vn.tram.enroll;

import java.time.Duration;
import java.util.List;
import vn.tram.domain.Officer;

/// Port: who may work here.
public interface Accounts {
    /// The outcome of a sign-in.
    sealed interface SignIn {
        record Welcome(Officer officer) implements SignIn {}

        /// @param left tries left before a lock
        record Wrong(int left) implements SignIn {}

        record Locked(Duration left) implements SignIn {}
    }

    List<Officer> officers() throws StationFault;

    /// Checks a password, slowly by design (Argon2id). The caller wipes `password`.
    SignIn signIn(String officerId, char[] password) throws StationFault;
}
