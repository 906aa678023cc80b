package vn.tram.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.eclipse.persistence.exceptions.EclipseLinkException;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import vn.tram.enroll.StationFault;
import vn.tram.task.Workers;

/// Runs the store's work: one change at a time, each commit forced to the disk, failures named.
final class Transactions {
    /// What a method of a port does.
    @FunctionalInterface
    interface Work<T> {
        T run() throws StationFault, IOException, SQLException;
    }

    private final EntityManagerFactory factory;
    private final DataSource source;
    private final HighWater mark;
    private final Faults faults;
    private final Interruption interruption;
    private final ReentrantLock changing = new ReentrantLock();

    Transactions(
            EntityManagerFactory factory,
            DataSource source,
            HighWater mark,
            Faults faults,
            Interruption interruption) {
        this.factory = factory;
        this.source = source;
        this.mark = mark;
        this.faults = faults;
        this.interruption = interruption;
    }

    /// Work that changes nothing.
    <T> T reading(Work<T> work) throws StationFault {
        return steadily(work, faults);
    }

    /// Work that changes rows or files. One at a time: what was checked before a step still holds
    /// at it.
    <T> T changing(Work<T> work) throws StationFault {
        return steadily(
                () -> {
                    changing.lock();
                    try {
                        return work.run();
                    } finally {
                        changing.unlock();
                    }
                },
                faults);
    }

    /// One transaction that only reads.
    <T> T query(Function<EntityManager, T> question) {
        return factory.callInTransaction(question);
    }

    /// As [#commit(BiConsumer)], for rows alone.
    void commit(Consumer<EntityManager> change) throws SQLException, IOException {
        commit((em, _) -> change.accept(em));
    }

    /// One transaction, durable and counted on return. H2 does not force a commit to the disk by
    /// itself, not even with `WRITE_DELAY=0`. The mark follows the commit, never the other way: a
    /// crash between them leaves a database that is ahead of it.
    ///
    /// @param change checks and statements. What it starts on the files goes on beside its
    ///   statements, which take about as long, and is durable before they are committed
    void commit(BiConsumer<EntityManager, Beside> change) throws SQLException, IOException {
        long number;
        try (var writing = new Beside()) {
            number =
                    factory.callInTransaction(em -> {
                        change.accept(em, writing);
                        long next = ChangeCount.next(em);
                        em.flush();
                        beforeCommit(writing);
                        return next;
                    });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        }
        interruption.before("raise mark");
        mark.raise(number);
    }

    private void beforeCommit(Beside writing) {
        try {
            writing.await();
            interruption.before("commit");
        } catch (IOException e) {
            throw new UncheckedIOException(e); // through the transaction, which it rolls back
        }
    }

    /// Runs `work` on a thread that nobody interrupts and waits for it: an interrupt during a read
    /// or write would close H2's file under everybody. The caller stays interrupted.
    static <T> T steadily(Work<T> work, Faults faults) throws StationFault {
        var task = new FutureTask<>(work::run);
        Workers.start("store", task);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException _) {
                    interrupted = true; // passed on below
                } catch (ExecutionException e) {
                    throw fault(e.getCause(), faults);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static StationFault fault(@Nullable Throwable cause, Faults faults) {
        return switch (cause) {
            case StationFault fault -> fault;
            case IOException e -> faults.of(e);
            case SQLException e -> faults.of(e);
            case PersistenceException e -> faults.of(e);
            case EclipseLinkException e -> faults.of(e);
            case MVStoreException e -> faults.of(e);
            case DamagedRow e -> faults.of(e);
            case RuntimeException bug -> throw bug;
            case Error error -> throw error;
            case null, default ->
                    throw new IllegalStateException("work throws nothing else", cause);
        };
    }
}
