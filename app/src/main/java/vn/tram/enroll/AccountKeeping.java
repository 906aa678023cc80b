package vn.tram.enroll;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.tram.domain.Officer;
import vn.tram.domain.Role;
import vn.tram.enroll.AccountBook.Account;
import vn.tram.task.UiThread;

/// Accounts kept by a supervisor, each step with his password and in the audit log. Every method
/// blocks and answers why nothing was done, if nothing was.
public final class AccountKeeping {
    /// Characters of a password at least; NIST SP 800-63B, 3.1.1.2, for one that is not alone: the
    /// account locks, and the station stands in an office.
    public static final int LEAST_PASSWORD = 8;

    private static final int LONGEST_PASSWORD = 128;
    private static final int LONGEST_NAME = 60;
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{1,31}");

    /// Letters of any script with what stands between them in a name: no control or format
    /// character, which could hide or turn around what is read.
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{Nd} .'’()-]*");

    /// What nobody may be called, because the audit log and the forms use it otherwise.
    private static final List<String> RESERVED = List.of("station", "unknown", "citizen");

    private final AccountBook book;
    private final Accounts accounts;
    private final AuditLog audit;

    /// @param accounts where the password of who keeps them is tried
    public AccountKeeping(AccountBook book, Accounts accounts, AuditLog audit) {
        this.book = book;
        this.accounts = accounts;
        this.audit = audit;
    }

    /// All accounts, in the order in which they were added.
    public List<Account> all() throws StationFault {
        UiThread.refuse("listing accounts");
        return book.all();
    }

    /// The first account of a station that has none: a supervisor, who makes the others.
    public Optional<Reason> addFirst(Officer first, char[] secret) throws StationFault {
        UiThread.refuse("adding an account");
        if (!book.all().isEmpty() || first.role() != Role.SUPERVISOR) {
            return Optional.of(new Reason.NoRight(Right.MANAGE_ACCOUNTS));
        }
        return add(first, secret, "station");
    }

    /// @param secret the new account's password; the caller wipes it
    /// @param password of `by`; the caller wipes it
    public Optional<Reason> add(Officer more, char[] secret, Officer by, char[] password)
            throws StationFault {
        UiThread.refuse("adding an account");
        var refused = refusal(by, password);
        return refused.isPresent() ? refused : add(more, secret, by.id());
    }

    private Optional<Reason> add(Officer more, char[] secret, String by) throws StationFault {
        if (!ID.matcher(more.id()).matches() || RESERVED.contains(more.id())) {
            return doubt(AccountDoubt.BAD_ID);
        }
        if (more.name().length() > LONGEST_NAME || !NAME.matcher(more.name()).matches()) {
            return doubt(AccountDoubt.BAD_NAME);
        }
        if (found(more.id()).isPresent()) {
            return doubt(AccountDoubt.EXISTS);
        }
        if (isWeak(secret, more.id())) {
            return doubt(AccountDoubt.WEAK_PASSWORD);
        }
        book.keep(more, secret);
        audit.append("account-added", by, Optional.empty(), "of " + more.id() + " " + more.role());
        return Optional.empty();
    }

    /// A new password: one's own, or a supervisor's for another, whose account can sign in again if
    /// it was locked or disabled.
    public Optional<Reason> setPassword(String id, char[] secret, Officer by, char[] password)
            throws StationFault {
        UiThread.refuse("changing a password");
        boolean own = by.id().equals(id);
        var refused = own ? denied(by, password) : refusal(by, password);
        if (refused.isPresent()) {
            return refused;
        }
        var account = found(id);
        if (account.isEmpty()) {
            return doubt(AccountDoubt.UNKNOWN);
        }
        if (isWeak(secret, id)) {
            return doubt(AccountDoubt.WEAK_PASSWORD);
        }
        book.keep(account.get().officer(), secret);
        audit.append("password-set", by.id(), Optional.empty(), "of " + id);
        return Optional.empty();
    }

    /// Ends an account; never the last supervisor's, without whom nobody could make another.
    public Optional<Reason> disable(String id, Officer by, char[] password) throws StationFault {
        UiThread.refuse("disabling an account");
        var refused = refusal(by, password);
        if (refused.isPresent()) {
            return refused;
        }
        var account = found(id).filter(a -> a.disabled().isEmpty());
        if (account.isEmpty()) {
            return doubt(AccountDoubt.UNKNOWN);
        }
        if (isLastSupervisor(account.get().officer())) {
            return doubt(AccountDoubt.LAST_SUPERVISOR);
        }
        book.disable(id);
        audit.append("account-disabled", by.id(), Optional.empty(), "of " + id);
        return Optional.empty();
    }

    private Optional<Account> found(String id) throws StationFault {
        return book.all().stream().filter(a -> a.officer().id().equals(id)).findFirst();
    }

    private boolean isLastSupervisor(Officer officer) throws StationFault {
        return officer.role() == Role.SUPERVISOR
                && book.all().stream()
                        .filter(a -> a.disabled().isEmpty())
                        .filter(a -> a.officer().role() == Role.SUPERVISOR)
                        .allMatch(a -> a.officer().equals(officer));
    }

    private Optional<Reason> refusal(Officer by, char[] password) throws StationFault {
        var refused = Right.MANAGE_ACCOUNTS.refusal(by);
        return refused.isPresent() ? refused : denied(by, password);
    }

    private Optional<Reason> denied(Officer by, char[] password) throws StationFault {
        return Desk.denied(accounts, by.id(), password);
    }

    private static Optional<Reason> doubt(AccountDoubt doubt) {
        return Optional.of(new Reason.AccountRefused(doubt));
    }

    /// Too short, too long, or the account's id with little around it.
    private static boolean isWeak(char[] secret, String id) {
        var without = new String(secret).replace(id, "");
        return without.length() < LEAST_PASSWORD || secret.length > LONGEST_PASSWORD;
    }
}
