package vn.tram.enroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tram.domain.Officer;
import vn.tram.domain.Role;
import vn.tram.enroll.Accounts.SignIn;
import vn.tram.security.FileAccounts;
import vn.tram.security.StateFolder;

/// Accounts kept by a supervisor, over the files of a real state folder.
class AccountKeepingTest {
    private static final Officer SUPERVISOR =
            new Officer("chihuy", "Chỉ huy Mẫu B", Role.SUPERVISOR);
    private static final Officer OPERATOR = new Officer("canbo", "Cán bộ Mẫu A", Role.OPERATOR);
    private static final Officer MORE = new Officer("canbo2", "Cán bộ Mẫu Đ", Role.OPERATOR);

    @TempDir Path folder;
    private Path state;
    private FileAccounts accounts;
    private AccountKeeping keeping;
    private final List<String> entries = new ArrayList<>();

    @BeforeEach
    void open() throws StationFault {
        state = StateFolder.openOrMakeTraining(folder.resolve("state")).path();
        accounts = new FileAccounts(state);
        keeping =
                new AccountKeeping(
                        accounts,
                        accounts,
                        (event, by, _, detail) -> entries.add(event + " " + by + " " + detail));
    }

    private Optional<Reason> add(Officer more, String secret) throws StationFault {
        return keeping.add(more, chars(secret), SUPERVISOR, chars("tram-chihuy"));
    }

    private static char[] chars(String text) {
        return text.toCharArray();
    }

    private static Optional<Reason> doubt(AccountDoubt doubt) {
        return Optional.of(new Reason.AccountRefused(doubt));
    }

    @Test
    void whoWasAddedSignsInAlsoAfterANewStart() throws StationFault {
        assertThat(add(MORE, "một mật khẩu")).isEmpty();
        assertThat(new FileAccounts(state).signIn("canbo2", chars("một mật khẩu")))
                .isEqualTo(new SignIn.Welcome(MORE));
        assertThat(entries).containsExactly("account-added chihuy of canbo2 OPERATOR");
    }

    @Test
    void onlyASupervisorWithHisPasswordChangesAccounts() throws StationFault {
        var before = accounts.all();
        assertThat(keeping.add(MORE, chars("một mật khẩu"), OPERATOR, chars("tram-canbo")))
                .contains(new Reason.NoRight(Right.MANAGE_ACCOUNTS));
        assertThat(keeping.disable("kythuat", OPERATOR, chars("tram-canbo")))
                .contains(new Reason.NoRight(Right.MANAGE_ACCOUNTS));
        assertThat(
                        keeping.setPassword(
                                "chihuy", chars("x".repeat(9)), OPERATOR, chars("tram-canbo")))
                .contains(new Reason.NoRight(Right.MANAGE_ACCOUNTS));
        assertThat(keeping.add(MORE, chars("một mật khẩu"), SUPERVISOR, chars("guess")))
                .contains(new Reason.WrongPassword(4));
        assertThat(keeping.disable("kythuat", SUPERVISOR, chars("guess")))
                .contains(new Reason.WrongPassword(3));
        assertThat(accounts.all()).isEqualTo(before);
        assertThat(entries).isEmpty();
    }

    @Test
    void whoIsDisabledIsToldNoMoreThanAStranger() throws StationFault {
        assertThat(keeping.disable("canbo", SUPERVISOR, chars("tram-chihuy"))).isEmpty();
        assertThat(accounts.signIn("canbo", chars("tram-canbo"))).isEqualTo(new SignIn.Wrong(4));
        assertThat(accounts.officers()).doesNotContain(OPERATOR);
        assertThat(add(OPERATOR, "một mật khẩu")).isEqualTo(doubt(AccountDoubt.EXISTS));
    }

    @Test
    void aNewPasswordBySomebodyElseEndsLocksAndDisabling() throws StationFault {
        for (int i = 0; i < 5; i++) {
            accounts.signIn("canbo", chars("guess"));
        }
        keeping.disable("canbo", SUPERVISOR, chars("tram-chihuy"));
        assertThat(
                        keeping.setPassword(
                                "canbo", chars("một mật khẩu"), SUPERVISOR, chars("tram-chihuy")))
                .isEmpty();
        assertThat(accounts.signIn("canbo", chars("một mật khẩu")))
                .isEqualTo(new SignIn.Welcome(OPERATOR));
    }

    @Test
    void everybodyChangesHisOwnPasswordWithTheOldOne() throws StationFault {
        assertThat(keeping.setPassword("canbo", chars("một mật khẩu"), OPERATOR, chars("guess")))
                .contains(new Reason.WrongPassword(4));
        assertThat(
                        keeping.setPassword(
                                "canbo", chars("một mật khẩu"), OPERATOR, chars("tram-canbo")))
                .isEmpty();
        assertThat(accounts.signIn("canbo", chars("tram-canbo"))).isEqualTo(new SignIn.Wrong(4));
    }

    @Test
    void theLastSupervisorStays() throws StationFault {
        assertThat(keeping.disable("chihuy", SUPERVISOR, chars("tram-chihuy")))
                .isEqualTo(doubt(AccountDoubt.LAST_SUPERVISOR));
        add(new Officer("chihuy2", "Chỉ huy Mẫu E", Role.SUPERVISOR), "một mật khẩu");
        assertThat(keeping.disable("chihuy", SUPERVISOR, chars("tram-chihuy"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "Canbo",
                "can bo",
                "canbo'; drop table",
                "../canbo",
                "station",
                "unknown",
                "càn"
            })
    void whatCannotBeAnIdIsRefused(String id) throws StationFault {
        assertThat(add(new Officer(id, "Cán bộ Mẫu", Role.OPERATOR), "một mật khẩu"))
                .isEqualTo(doubt(AccountDoubt.BAD_ID));
    }

    @Test
    void namesThatHideSignsAreRefused() throws StationFault {
        for (var name :
                List.of(
                        "",
                        " ",
                        "A\u202eB",
                        "A\u200bB",
                        "A\nB",
                        "<b>A",
                        "A".repeat(10_000),
                        "1A")) {
            assertThat(add(new Officer("canbo2", name, Role.OPERATOR), "một mật khẩu"))
                    .isEqualTo(doubt(AccountDoubt.BAD_NAME));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567", "canbo2", "canbo2-1234", "canbo2canbo2"})
    void anEasyPasswordIsRefused(String secret) throws StationFault {
        assertThat(add(MORE, secret)).isEqualTo(doubt(AccountDoubt.WEAK_PASSWORD));
    }

    @Test
    void theFirstAccountOfAStationIsASupervisors() throws StationFault, IOException {
        assertThat(
                        keeping.addFirst(
                                new Officer("moi", "Người Mới", Role.SUPERVISOR),
                                chars("mật khẩu mới")))
                .contains(new Reason.NoRight(Right.MANAGE_ACCOUNTS));
        Files.writeString(state.resolve("accounts.json"), "[]");
        assertThat(keeping.addFirst(MORE, chars("mật khẩu mới")))
                .contains(new Reason.NoRight(Right.MANAGE_ACCOUNTS));
        var first = new Officer("moi", "Người Mới", Role.SUPERVISOR);
        assertThat(keeping.addFirst(first, chars("mật khẩu mới"))).isEmpty();
        assertThat(accounts.signIn("moi", chars("mật khẩu mới")))
                .isEqualTo(new SignIn.Welcome(first));
        assertThat(entries).containsExactly("account-added station of moi SUPERVISOR");
    }

    /// A lost file opens no door.
    @Test
    void withoutTheFileNoFirstAccountIsMade() throws IOException {
        Files.delete(state.resolve("accounts.json"));
        assertThatThrownBy(() ->
                        keeping.addFirst(
                                new Officer("moi", "Người Mới", Role.SUPERVISOR),
                                chars("mật khẩu mới")))
                .hasMessageStartingWith("TK-600");
    }
}
