package vn.tram.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.SmallDisk;
import vn.tram.domain.Session;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;
import vn.tram.image.Position;

/// A real disk that is full, at any page of what one attempt writes: frame, rows, mark.
class FullDiskTest {
    private static final int MEGABYTES = 24;
    private static final int PAGE = 4096;

    /// More than an attempt of this size takes.
    private static final int PAGES = 36;

    @TempDir Path folder;

    @Test
    void whereverTheDiskEndsNothingIsLostAndTheSameSessionGoesOn() throws Exception {
        try (var disk = SmallDisk.mounted(folder, MEGABYTES)) {
            var state = disk.folder().resolve("state");
            var setup = new Database.Setup(state, "file:", Interruption.NONE, 0);
            int refused = 0;
            Session session;
            try (var database = Database.open(setup, Given.PASSWORD)) {
                session = Given.full(database.sessions());
                for (int pages = 0; pages < PAGES; pages++) {
                    disk.leave((long) pages * PAGE);
                    var tried = captured(database, session);
                    if (tried.equals(session)) {
                        refused++;
                    }
                    disk.makeRoom();
                    session = captured(database, tried);
                    assertThat(session).as("%d pages", pages).isNotEqualTo(tried);
                    assertThat(database.sessions().find(session.id())).contains(session);
                }
            }
            assertThat(refused).isBetween(3, PAGES - 1);
            try (var database = Database.open(setup, Given.PASSWORD)) {
                database.sessions().recover();
                assertHeld(database, session);
            }
        }
    }

    /// The session with one attempt more; as it was when the disk is full.
    private static Session captured(Database database, Session before) {
        int number = before.attempts(Position.FACE).size() + 1;
        try {
            return Given.captured(
                    database.sessions(),
                    before,
                    Position.FACE,
                    number,
                    Given.gray(100, 100, number));
        } catch (StationFault fault) {
            assertThat(fault.code()).as("%s", fault.getCause()).isEqualTo(Code.LT_401);
            return before;
        }
    }

    private static void assertHeld(Database database, Session session) throws StationFault {
        assertThat(database.sessions().find(session.id())).contains(session);
        for (var attempt : session.attempts(Position.FACE)) {
            var frame = database.sessions().frame(session.id(), Position.FACE, attempt.number());
            assertThat(attempt.frame()).contains(Given.digest(frame.pixels()));
        }
    }
}
