package vn.tram.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import vn.tram.enroll.StationFault;

class BackgroundTest {
    private final CompletableFuture<Throwable> bug = new CompletableFuture<>();
    private final Background background = new FxBackground((_, e) -> bug.complete(e));

    private static <T> T soon(CompletableFuture<T> future) throws Exception {
        return future.get(10, TimeUnit.SECONDS);
    }

    @Test
    void workRunsOffTheThreadThatDrawsAndItsResultOnIt() throws Exception {
        var threads = new CompletableFuture<List<Boolean>>();
        Fx.run(() ->
                background
                        .slot("test")
                        .start(
                                Platform::isFxApplicationThread,
                                off ->
                                        threads.complete(
                                                List.of(off, Platform.isFxApplicationThread())),
                                _ -> {}));
        assertThat(soon(threads)).containsExactly(false, true);
    }

    @Test
    void onlyTheNewestResultOfASlotIsShown() throws Exception {
        var shown = new CopyOnWriteArrayList<String>();
        var interrupted = new CompletableFuture<Boolean>();
        var second = new CompletableFuture<Boolean>();
        Fx.run(() -> {
            var slot = background.slot("test");
            slot.start(
                    () -> {
                        try {
                            new CountDownLatch(1).await();
                            return "never";
                        } catch (InterruptedException e) {
                            interrupted.complete(true);
                            return "old";
                        }
                    },
                    shown::add,
                    _ -> {});
            slot.start(
                    () -> interrupted.join() ? "new" : "?",
                    s -> {
                        shown.add(s);
                        second.complete(true);
                    },
                    _ -> {});
        });
        assertThat(soon(second)).isTrue();
        Fx.run(() -> {}); // whatever the old one posted has run by now
        assertThat(shown).containsExactly("new");
    }

    @Test
    void aFaultOfTheStationComesBackAsAValue() throws Exception {
        var code = new CompletableFuture<StationFault.Code>();
        Fx.run(() ->
                background
                        .slot("test")
                        .start(
                                () -> {
                                    throw new StationFault(StationFault.Code.LT_401, "full");
                                },
                                _ -> {},
                                fault -> code.complete(fault.code())));
        assertThat(soon(code)).isEqualTo(StationFault.Code.LT_401);
    }

    @Test
    void aBugGoesToTheTop() throws Exception {
        var broken = new IllegalStateException("a bug");
        Fx.run(() ->
                background
                        .slot("test")
                        .start(
                                () -> {
                                    throw broken;
                                },
                                _ -> {},
                                _ -> {}));
        assertThat(soon(bug)).isSameAs(broken);
    }

    @Test
    void aMailboxShowsTheNewestOnly() throws Exception {
        var shown = new CopyOnWriteArrayList<Integer>();
        Fx.run(() -> {
            var box = background.<Integer>latest(shown::add);
            for (int i = 1; i <= 100; i++) {
                box.accept(i);
            }
        });
        Fx.run(() -> {});
        assertThat(shown).containsExactly(100);
    }
}
