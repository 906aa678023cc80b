package vn.tram.ui.kit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.tram.cli.Assembly;
import vn.tram.domain.Citizen;
import vn.tram.domain.Field;
import vn.tram.domain.Officer;
import vn.tram.domain.Role;
import vn.tram.domain.Session;
import vn.tram.domain.Source;
import vn.tram.enroll.Enrollment;
import vn.tram.enroll.Outcome;
import vn.tram.enroll.StationFault;
import vn.tram.identity.TrainingPeople;

/// A whole training station with one open session on the screen, for tests of a session's screens:
/// real workflow, real store, no threads.
public final class StationVisit implements AutoCloseable {
    private static final Path CONFIG = Path.of("..", "config");

    public final Assembly station;
    public final SameThread background = new SameThread();
    public final List<Intent> intents = new ArrayList<>();
    public final Visit visit;

    /// @param folder of the station's state; made
    public StationVisit(Path folder) throws StationFault {
        station = Assembly.open(folder.resolve("state"), CONFIG);
        visit = new Visit(station.enrollment(), background, Stand.CLOCK);
        visit.signedIn(operator());
        done(enrollment().open(operator()));
    }

    public Officer operator() throws StationFault {
        return station.accounts().officers().stream()
                .filter(o -> o.role() == Role.OPERATOR)
                .findFirst()
                .orElseThrow();
    }

    public Enrollment enrollment() {
        return station.enrollment();
    }

    /// The session as it is stored, not as the screen holds it.
    public Session stored() throws StationFault {
        return enrollment().find(visit.session().id()).orElseThrow();
    }

    /// Shows what a step made of the session.
    public void done(Outcome outcome) {
        if (!(outcome instanceof Outcome.Done(var session))) {
            throw new AssertionError("refused: " + outcome);
        }
        visit.show(session);
    }

    /// An adult of the training people, found in step 1.
    public Citizen identified() throws StationFault {
        var citizen = new TrainingPeople(7).person(0);
        done(enrollment().identify(visit.session().id(), citizen));
        return citizen;
    }

    /// The same person with one item changed by hand.
    public static Citizen changed(Citizen citizen, Field field, String value) {
        return citizen.with(field, value, Source.TYPED);
    }

    /// The name of the person on the screen.
    public Optional<String> name() {
        return visit.session().citizen().flatMap(c -> c.value(Field.NAME));
    }

    @Override
    public void close() throws StationFault {
        station.close();
    }
}
