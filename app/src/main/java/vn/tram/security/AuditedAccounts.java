package vn.tram.security;

import java.util.List;
import java.util.Optional;
import vn.tram.domain.Officer;
import vn.tram.enroll.Accounts;
import vn.tram.enroll.AuditLog;
import vn.tram.enroll.StationFault;

/// Accounts whose every sign-in, refused ones too, is in the audit log. Who is unknown is not named
/// there: what was typed as a name may be a password.
public final class AuditedAccounts implements Accounts {
    private final Accounts accounts;
    private final AuditLog audit;

    public AuditedAccounts(Accounts accounts, AuditLog audit) {
        this.accounts = accounts;
        this.audit = audit;
    }

    @Override
    public List<Officer> officers() throws StationFault {
        return accounts.officers();
    }

    /// @throws StationFault `TK-620` too: nobody gets in unseen
    @Override
    public SignIn signIn(String officerId, char[] password) throws StationFault {
        boolean known = officers().stream().anyMatch(o -> o.id().equals(officerId));
        var by = known ? officerId : "unknown";
        var outcome = accounts.signIn(officerId, password);
        switch (outcome) {
            case SignIn.Welcome _ -> audit.append("signed-in", by, Optional.empty(), "");
            case SignIn.Wrong(int left) ->
                    audit.append("sign-in-refused", by, Optional.empty(), "left=" + left);
            case SignIn.Locked(var left) ->
                    audit.append(
                            "sign-in-refused",
                            by,
                            Optional.empty(),
                            "locked-seconds=" + left.toSeconds());
        }
        return outcome;
    }
}
