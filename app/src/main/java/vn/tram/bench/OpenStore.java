package vn.tram.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.tram.domain.Session;
import vn.tram.domain.SessionId;
import vn.tram.domain.Stage;
import vn.tram.enroll.Sessions;
import vn.tram.enroll.StationFault;
import vn.tram.identity.TrainingPeople;
import vn.tram.store.Database;

/// The station's store in a folder of its own that goes when it is closed.
record OpenStore(Path folder, Database database) implements AutoCloseable {
    private static final int PASSWORD_BYTES = 32;

    static OpenStore in(Path disk) throws IOException, StationFault {
        var folder = new Site(Path.of(""), disk).newFolder();
        var password = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(password);
        return new OpenStore(folder, Database.open(folder, password));
    }

    Sessions sessions() {
        return database.sessions();
    }

    /// A stored session of an invented citizen.
    Session opened() throws StationFault {
        var session = Session.opened(SessionId.random(), Instant.now(), "canbo1", 1);
        sessions().open(session);
        return saved(
                session.change()
                        .citizen(new TrainingPeople(7).person(0))
                        .services(List.of("id-card-new"))
                        .checked(Optional.of(Instant.now()))
                        .made());
    }

    Session saved(Session session) throws StationFault {
        sessions().save(session);
        return session;
    }

    /// Removes a session's images, so that the disk does not fill.
    void drop(Session session) throws StationFault {
        sessions().cancel(session.change().stage(Stage.CANCELLED).made());
    }

    /// Closes the store and deletes its folder.
    @Override
    public void close() throws StationFault {
        database.close();
    }

    void delete() throws IOException {
        Site.delete(folder);
    }
}
