package vn.tram.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.domain.Officer;
import vn.tram.domain.Role;
import vn.tram.enroll.Accounts.SignIn;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;

class FileAccountsTest {
    private static final Officer OPERATOR = new Officer("canbo", "Cán bộ Mẫu A", Role.OPERATOR);

    @TempDir Path state;
    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private final InstantSource clock = () -> now;
    private FileAccounts accounts;

    @BeforeEach
    void provision() throws IOException {
        FileAccounts.provisionTraining(state);
        Files.writeString(state.resolve("mode"), "training");
        accounts = new FileAccounts(state, clock);
    }

    @Test
    void theTrainingHintSignsIn() throws StationFault {
        for (var account : accounts.trainingHint()) {
            assertThat(accounts.signIn(account.officer().id(), account.password().toCharArray()))
                    .isEqualTo(new SignIn.Welcome(account.officer()));
        }
        assertThat(accounts.officers())
                .extracting(Officer::role)
                .containsExactly(Role.OPERATOR, Role.SUPERVISOR, Role.TECHNICIAN, Role.INSPECTOR);
    }

    @Test
    void aProductionStationHintsNothing() throws Exception {
        Files.writeString(state.resolve("mode"), "production");

        assertThat(accounts.trainingHint()).isEmpty();
    }

    @Test
    void oneOfficersPasswordDoesNotOpenAnothersAccount() throws StationFault {
        assertThat(accounts.signIn("chihuy", "tram-canbo".toCharArray()))
                .isEqualTo(new SignIn.Wrong(4));
    }

    @Test
    void aStrangerIsToldNoMoreThanAWrongPassword() throws StationFault {
        assertThat(accounts.signIn("nobody", "tram-canbo".toCharArray()))
                .isEqualTo(new SignIn.Wrong(4));
    }

    @Test
    void theFifthWrongTryLocksAndEachLaterOneLonger() throws StationFault {
        for (int left = 4; left >= 1; left--) {
            assertThat(wrongTry()).isEqualTo(new SignIn.Wrong(left));
        }
        assertThat(wrongTry()).isEqualTo(new SignIn.Locked(Duration.ofSeconds(30)));
        assertThat(rightTry()).isEqualTo(new SignIn.Locked(Duration.ofSeconds(30)));
        now = now.plusSeconds(30);
        assertThat(wrongTry()).isEqualTo(new SignIn.Locked(Duration.ofSeconds(60)));
        now = now.plusSeconds(59);
        assertThat(rightTry()).isEqualTo(new SignIn.Locked(Duration.ofSeconds(1)));
        now = now.plusSeconds(1);
        assertThat(rightTry()).isEqualTo(new SignIn.Welcome(OPERATOR));
        assertThat(wrongTry()).isEqualTo(new SignIn.Wrong(4));
    }

    @Test
    void aLockSurvivesANewStart() throws Exception {
        Files.writeString(
                state.resolve("tries.json"),
                "{\"canbo\":{\"wrong\":5,\"lockedUntil\":\"2026-11-22T08:00:30Z\"}}");

        assertThat(new FileAccounts(state, clock).signIn("canbo", "tram-canbo".toCharArray()))
                .isEqualTo(new SignIn.Locked(Duration.ofSeconds(30)));
    }

    @Test
    void aClockSetBackDoesNotLockLonger() {
        var tries = new Tries(5, now.plus(Duration.ofDays(400)));

        assertThat(tries.lockedFor(now)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void noLockIsLongerThanAQuarterOfAnHour() {
        var tries = new Tries(1000, Instant.EPOCH).oneMore(now);

        assertThat(tries.lockedFor(now)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void aTryThatCouldNotBeWrittenDownIsNotChecked() throws Exception {
        Files.delete(state.resolve("tries.json"));

        assertThatThrownBy(this::rightTry)
                .isInstanceOfSatisfying(
                        StationFault.class, e -> assertThat(e.code()).isEqualTo(Code.TK_600));
    }

    @Test
    void composedAndDecomposedLettersAreOnePassword() {
        var kept = Argon2id.of("m\u1EADt kh\u1EA9u".toCharArray());

        assertThat(kept.matches("ma\u0323\u0302t kha\u0309\u0302u".toCharArray())).isFalse();
        assertThat(kept.matches("ma\u0323\u0302t kha\u0302\u0309u".toCharArray())).isTrue();
    }

    @Test
    void aWeakenedOrDamagedFileIsRefused() throws Exception {
        var file = state.resolve("accounts.json");
        var whole = Files.readString(file);
        for (var damaged :
                List.of(
                        whole.replace("19456", "8"),
                        whole.substring(0, whole.length() / 2),
                        whole.replace("\"passes\":2", "\"passes\":2,\"admin\":true"))) {
            assertThat(damaged).isNotEqualTo(whole);
            Files.writeString(file, damaged);
            assertThatThrownBy(accounts::officers).hasMessageStartingWith("TK-600");
        }
    }

    @Test
    void neitherPasswordNorNameIsPrinted() throws StationFault {
        assertThat(accounts.trainingHint().toString() + Argon2id.of("secret".toCharArray()))
                .doesNotContain("tram-canbo")
                .doesNotContain("Mẫu")
                .doesNotContainPattern("[0-9a-f]{32}");
    }

    @Test
    void equalPasswordsAreKeptDifferently() {
        assertThat(Argon2id.of("same".toCharArray()))
                .isNotEqualTo(Argon2id.of("same".toCharArray()));
    }

    private SignIn wrongTry() throws StationFault {
        return accounts.signIn("canbo", "tram-chihuy".toCharArray());
    }

    private SignIn rightTry() throws StationFault {
        return accounts.signIn("canbo", "tram-canbo".toCharArray());
    }
}
