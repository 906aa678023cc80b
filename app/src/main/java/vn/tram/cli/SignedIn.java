package vn.tram.cli;

import java.io.IOException;
import java.util.Arrays;
import vn.tram.domain.Officer;
import vn.tram.enroll.Accounts;
import vn.tram.enroll.Reason;
import vn.tram.enroll.Right;
import vn.tram.enroll.StationFault;

/// Signs an officer in at the terminal, for a command that asks for a right.
final class SignedIn {
    private SignedIn() {}

    /// The account of that name.
    static Officer officer(Assembly station, String id) throws StationFault, Failure {
        return station.accounts().officers().stream()
                .filter(o -> o.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Failure("There is no officer " + id + " at this station."));
    }

    /// Asks for the password of an officer who has the right.
    static Officer with(Assembly station, String id, Right right)
            throws StationFault, Failure, IOException {
        var who = officer(station, id);
        var refused = right.refusal(who);
        if (refused.isPresent()) {
            throw new Failure(Sentences.of(refused.get()));
        }
        var password = Secrets.password(id);
        try {
            return switch (station.signIn().signIn(id, password)) {
                case Accounts.SignIn.Welcome(var officer) -> officer;
                case Accounts.SignIn.Wrong(int left) ->
                        throw new Failure(Sentences.of(new Reason.WrongPassword(left)));
                case Accounts.SignIn.Locked(var left) ->
                        throw new Failure(Sentences.of(new Reason.Locked(left)));
            };
        } finally {
            Arrays.fill(password, '\0');
        }
    }
}
