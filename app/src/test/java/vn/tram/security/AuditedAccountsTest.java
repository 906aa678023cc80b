package vn.tram.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.enroll.Accounts.SignIn;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;

class AuditedAccountsTest {
    @TempDir Path folder;
    private final ArrayList<String> entries = new ArrayList<>();
    private FileAccounts accounts;

    @BeforeEach
    void makeAccounts() throws StationFault {
        accounts =
                new FileAccounts(
                        StateFolder.openOrMakeTraining(folder.resolve("state"), "0427").path());
    }

    @Test
    void eachTryIsAnEntry() throws StationFault {
        assertThat(signIn("canbo", "tram-canbo")).isInstanceOf(SignIn.Welcome.class);
        assertThat(signIn("canbo", "wrong")).isInstanceOf(SignIn.Wrong.class);

        assertThat(entries).containsExactly("signed-in canbo ", "sign-in-refused canbo left=4");
    }

    @Test
    void aLockIsAnEntryToo() throws StationFault {
        for (int i = 0; i < 6; i++) {
            signIn("canbo", "wrong");
        }
        assertThat(entries.getLast()).startsWith("sign-in-refused canbo locked-seconds=");
    }

    /// A password typed where the name belongs must not be written down.
    @Test
    void whoIsUnknownIsNotNamed() throws StationFault {
        signIn("tram-canbo", "canbo");
        assertThat(entries).singleElement().asString().startsWith("sign-in-refused unknown ");
    }

    @Test
    void nobodyGetsInUnseen() {
        var blind =
                new AuditedAccounts(
                        accounts,
                        (_, _, _, _) -> {
                            throw new StationFault(Code.TK_620, "the disk was pulled");
                        });
        assertThatThrownBy(() -> blind.signIn("canbo", "tram-canbo".toCharArray()))
                .hasMessageStartingWith("TK-620");
    }

    private SignIn signIn(String id, String password) throws StationFault {
        return new AuditedAccounts(
                        accounts,
                        (event, by, _, detail) -> entries.add(event + " " + by + " " + detail))
                .signIn(id, password.toCharArray());
    }
}
