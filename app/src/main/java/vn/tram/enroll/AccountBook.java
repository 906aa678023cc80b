package vn.tram.enroll;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.tram.domain.Officer;

/// Port: the accounts as they are kept, those too that cannot sign in any more. Durable when a
/// method returns.
public interface AccountBook {
    /// An account.
    ///
    /// @param disabled since when nobody signs in with it
    record Account(Officer officer, Optional<Instant> disabled) {}

    List<Account> all() throws StationFault;

    /// Keeps an account with this password, in place of one with the same id. It can sign in, and
    /// its wrong tries are forgotten. The caller wipes `secret`.
    void keep(Officer officer, char[] secret) throws StationFault;

    /// Nobody signs in with the account from now on; it stays in the book, and its id is not given
    /// again to somebody else.
    void disable(String id) throws StationFault;
}
