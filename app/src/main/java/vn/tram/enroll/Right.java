package vn.tram.enroll;

import static vn.tram.domain.Role.INSPECTOR;
import static vn.tram.domain.Role.OPERATOR;
import static vn.tram.domain.Role.SUPERVISOR;
import static vn.tram.domain.Role.TECHNICIAN;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import vn.tram.domain.Officer;
import vn.tram.domain.Role;

/// What somebody may do at the station, with the roles that may: the one table of rights, which
/// `docs/security.md` repeats. What is not in it everybody may who is signed in.
public enum Right {
    /// Open sessions, work on them, sign them off.
    ENROLL(OPERATOR, SUPERVISOR),
    /// See what waits for a supervisor.
    SEE_APPROVALS(OPERATOR, SUPERVISOR),
    /// Approve or hand back the sessions of others.
    DECIDE(SUPERVISOR),
    /// Make batches, deliver them, take receipts.
    DELIVER(OPERATOR, SUPERVISOR),
    /// Draw a sample of the work, look at it, attach findings.
    INSPECT(INSPECTOR),
    /// Look into a device: history, live picture, self-test.
    LOOK_INTO_DEVICES(TECHNICIAN, SUPERVISOR),
    /// Keep raw pictures of a device outside the store.
    KEEP_RAW_FRAMES(TECHNICIAN),
    /// Measure a device and issue its certificate.
    CALIBRATE(TECHNICIAN, SUPERVISOR),
    /// Let a device be used beyond its certificate.
    EXTEND_CERTIFICATES(SUPERVISOR),
    /// Add accounts, disable them, give them new passwords.
    MANAGE_ACCOUNTS(SUPERVISOR),
    /// Delete what another officer gave of his own fingers.
    REMOVE_OTHERS_PRINTS(SUPERVISOR),
    /// Purge, with a second officer who may; one of the two is a supervisor.
    PURGE(SUPERVISOR, INSPECTOR),
    /// Export or delete what the station holds of one citizen.
    CITIZEN_RECORDS(SUPERVISOR),
    /// Take a support bundle.
    SUPPORT(TECHNICIAN, SUPERVISOR);

    private final Set<Role> holders;

    Right(Role first, Role... more) {
        holders = Set.copyOf(EnumSet.of(first, more));
    }

    public boolean of(Role role) {
        return holders.contains(role);
    }

    /// The roles that have it; at least one.
    public Set<Role> holders() {
        return holders;
    }

    /// Why this officer may not, if he may not.
    public Optional<Reason> refusal(Officer officer) {
        return of(officer.role()) ? Optional.empty() : Optional.of(new Reason.NoRight(this));
    }
}
