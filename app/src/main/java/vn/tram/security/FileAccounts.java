package vn.tram.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.tram.domain.Mode;
import vn.tram.domain.Officer;
import vn.tram.domain.Role;
import vn.tram.enroll.AccountBook;
import vn.tram.enroll.Accounts;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;
import vn.tram.task.UiThread;
import vn.tram.task.WholeFile;

/// Accounts in two files of the state folder: `accounts.json` (who, Argon2id of the password) and
/// `tries.json` (wrong tries and locks).
///
/// A try is written down before it is checked, so that ending the program does not win free tries.
/// Tries run one after another. Safe for several threads; one program at a time has the state
/// folder. A lock goes by the machine's clock: who may set that can shorten it.
public final class FileAccounts implements Accounts, AccountBook {
    /// An account that every training station has, with its published password.
    public record TrainingAccount(Officer officer, String password) {
        @Override
        public String toString() {
            return "TrainingAccount[" + officer.id() + "]";
        }
    }

    private static final List<TrainingAccount> TRAINING =
            List.of(
                    new TrainingAccount(
                            new Officer("canbo", "Cán bộ Mẫu A", Role.OPERATOR), "tram-canbo"),
                    new TrainingAccount(
                            new Officer("chihuy", "Chỉ huy Mẫu B", Role.SUPERVISOR), "tram-chihuy"),
                    new TrainingAccount(
                            new Officer("kythuat", "Kỹ thuật Mẫu C", Role.TECHNICIAN),
                            "tram-kythuat"),
                    new TrainingAccount(
                            new Officer("phuctra", "Phúc tra Mẫu D", Role.INSPECTOR),
                            "tram-phuctra"));

    private static final String ACCOUNTS = "accounts.json";
    private static final String TRIES = "tries.json";
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .build();

    /// One account as it is kept.
    ///
    /// @param disabled since when; absent in files of before accounts could be disabled
    private record Kept(
            String id, String name, Role role, Argon2id password, Optional<Instant> disabled) {
        Kept(Officer officer, char[] secret) {
            this(
                    officer.id(),
                    officer.name(),
                    officer.role(),
                    Argon2id.of(secret),
                    Optional.empty());
        }

        Officer officer() {
            return new Officer(id, name, role);
        }

        Kept disabledAt(Instant now) {
            return new Kept(id, name, role, password, Optional.of(now));
        }

        @Override
        public String toString() {
            return "Kept[" + id + "]";
        }
    }

    private final Path state;
    private final InstantSource clock;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    /// @param state the state folder
    public FileAccounts(Path state) {
        this(state, InstantSource.system());
    }

    /// @param clock what locks are held against
    public FileAccounts(Path state, InstantSource clock) {
        this.state = state;
        this.clock = clock;
    }

    /// What the sign-in screen of a training station shows; empty on any other.
    ///
    /// @throws StationFault `LT-404`
    public List<TrainingAccount> trainingHint() throws StationFault {
        UiThread.refuse("FileAccounts.trainingHint");
        return StateFolder.modeOf(state) == Mode.TRAINING ? TRAINING : List.of();
    }

    @Override
    public List<Officer> officers() throws StationFault {
        UiThread.refuse("FileAccounts.officers");
        return able().stream().map(Kept::officer).toList();
    }

    /// Accounts that can sign in.
    private List<Kept> able() throws StationFault {
        return accounts().stream().filter(a -> a.disabled().isEmpty()).toList();
    }

    @Override
    public List<Account> all() throws StationFault {
        UiThread.refuse("FileAccounts.all");
        return accounts().stream().map(a -> new Account(a.officer(), a.disabled())).toList();
    }

    @Override
    public void keep(Officer officer, char[] secret) throws StationFault {
        UiThread.refuse("FileAccounts.keep");
        var kept = new Kept(officer, secret);
        oneAtATime.lock();
        try {
            var accounts = new ArrayList<>(accounts());
            boolean there = accounts.stream().anyMatch(a -> a.id().equals(kept.id()));
            if (there) {
                accounts.replaceAll(a -> a.id().equals(kept.id()) ? kept : a);
            } else {
                accounts.add(kept);
            }
            save(accounts);
            var tries = tries();
            tries.remove(kept.id());
            save(tries);
        } finally {
            oneAtATime.unlock();
        }
    }

    @Override
    public void disable(String id) throws StationFault {
        UiThread.refuse("FileAccounts.disable");
        oneAtATime.lock();
        try {
            var now = clock.instant();
            save(accounts().stream().map(a -> a.id().equals(id) ? a.disabledAt(now) : a).toList());
        } finally {
            oneAtATime.unlock();
        }
    }

    /// Who does not exist, or is disabled, is answered like a wrong password, after the same time.
    @Override
    public SignIn signIn(String officerId, char[] password) throws StationFault {
        UiThread.refuse("FileAccounts.signIn");
        oneAtATime.lock();
        try {
            var accounts = able();
            var account = accounts.stream().filter(a -> a.id().equals(officerId)).findFirst();
            return account.isPresent()
                    ? signIn(account.get(), password)
                    : stranger(accounts, password);
        } finally {
            oneAtATime.unlock();
        }
    }

    private SignIn signIn(Kept account, char[] password) throws StationFault {
        var all = tries();
        var before = all.getOrDefault(account.id(), Tries.NONE);
        var now = clock.instant();
        var locked = before.lockedFor(now);
        if (locked.compareTo(Duration.ZERO) > 0) {
            return new SignIn.Locked(locked);
        }
        var after = before.oneMore(now);
        all.put(account.id(), after);
        save(all);
        if (account.password().matches(password)) {
            all.remove(account.id());
            save(all);
            return new SignIn.Welcome(account.officer());
        }
        var lock = after.lockedFor(clock.instant());
        return lock.compareTo(Duration.ZERO) > 0
                ? new SignIn.Locked(lock)
                : new SignIn.Wrong(after.left());
    }

    private static SignIn stranger(List<Kept> accounts, char[] password) throws StationFault {
        Optional<Kept> any = accounts.stream().findFirst();
        if (any.isEmpty()) {
            throw new StationFault(Code.TK_600, "there is no account");
        }
        any.get().password().matches(password); // for the time it takes alone
        return new SignIn.Wrong(Tries.FREE - 1);
    }

    private List<Kept> accounts() throws StationFault {
        var file = state.resolve(ACCOUNTS);
        try {
            return JSON.readValue(Files.readAllBytes(file), new TypeReference<List<Kept>>() {});
        } catch (IOException | JacksonException e) {
            throw new StationFault(Code.TK_600, file.getFileName() + " in " + state, e);
        }
    }

    private Map<String, Tries> tries() throws StationFault {
        var file = state.resolve(TRIES);
        try {
            return JSON.readValue(
                    Files.readAllBytes(file), new TypeReference<TreeMap<String, Tries>>() {});
        } catch (IOException | JacksonException e) {
            throw new StationFault(Code.TK_600, file.getFileName() + " in " + state, e);
        }
    }

    private void save(Map<String, Tries> tries) throws StationFault {
        try {
            WholeFile.writeSecret(state.resolve(TRIES), JSON.writeValueAsBytes(tries));
        } catch (IOException e) {
            throw new StationFault(Code.TK_600, "tries cannot be written in " + state, e);
        }
    }

    private void save(List<Kept> accounts) throws StationFault {
        try {
            WholeFile.writeSecret(state.resolve(ACCOUNTS), JSON.writeValueAsBytes(accounts));
        } catch (IOException e) {
            throw new StationFault(Code.TK_600, "accounts cannot be written in " + state, e);
        }
    }

    /// Writes the training accounts into a new state folder.
    static void provisionTraining(Path state) throws IOException {
        var accounts =
                TRAINING.stream()
                        .map(t -> new Kept(t.officer(), t.password().toCharArray()))
                        .toList();
        WholeFile.writeSecret(state.resolve(ACCOUNTS), JSON.writeValueAsBytes(accounts));
        WholeFile.writeSecret(
                state.resolve(TRIES), JSON.writeValueAsBytes(Map.<String, Tries>of()));
    }

    @Override
    public String toString() {
        return "FileAccounts[" + state + "]";
    }
}
