package vn.tram.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.tram.domain.Citizen;
import vn.tram.domain.Field;
import vn.tram.domain.Source;
import vn.tram.roster.Absence;
import vn.tram.roster.Birth;
import vn.tram.roster.Category;
import vn.tram.roster.Done;
import vn.tram.roster.Home;
import vn.tram.roster.Listed;
import vn.tram.roster.Person;
import vn.tram.store.SessionRow.CitizenJson;

/// A person of the roster. Ids grow in the order in which people were listed.
@Entity
@Table(name = "roster_person")
@SuppressWarnings("NullAway.Init") // JPA fills the fields
class RosterPersonRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_id")
    @SequenceGenerator(name = "row_id", sequenceName = "row_id", allocationSize = 50)
    private long id;

    @Column(name = "personal_number")
    private @Nullable String personalNumber;

    private String name;
    private String birth;
    private String hamlet;

    @Column(name = "home_group")
    private String homeGroup;

    private String household;
    private String more;
    private boolean done;

    @Column(name = "done_on")
    private @Nullable String doneOn;

    private long checksum;

    protected RosterPersonRow() {}

    RosterPersonRow(Person person) {
        set(person);
    }

    final void set(Person person) {
        personalNumber = person.number().orElse(null);
        name = person.name();
        birth = person.birth().text();
        hamlet = person.home().hamlet();
        homeGroup = person.home().group();
        household = person.home().household();
        more = Json.text(More.of(person));
        mark(person.done());
    }

    /// Takes over that somebody was enrolled, unless it is known already.
    void enrolled(LocalDate day) {
        check();
        if (!done) {
            mark(Optional.of(new Done(Optional.of(day))));
        }
    }

    private void mark(Optional<Done> what) {
        done = what.isPresent();
        doneOn = what.flatMap(Done::on).map(LocalDate::toString).orElse(null);
        checksum = content();
    }

    /// @throws DamagedRow when the row is not what was stored
    Listed toListed() {
        check();
        var known = Json.read(more, More.class);
        var citizen = known.citizen().toCitizen().with(Field.NAME, name, Source.ROSTER);
        if (personalNumber != null) {
            citizen = citizen.with(Field.PERSONAL_NUMBER, personalNumber, Source.ROSTER);
        }
        return new Listed(
                id,
                new Person(
                        citizen,
                        Birth.of(birth).orElseThrow(this::damaged),
                        new Home(hamlet, homeGroup, household),
                        known.categories(),
                        known.absence(),
                        done
                                ? Optional.of(
                                        new Done(Optional.ofNullable(doneOn).map(LocalDate::parse)))
                                : Optional.empty()));
    }

    private void check() {
        if (checksum != content()) {
            throw damaged();
        }
    }

    private DamagedRow damaged() {
        return new DamagedRow("person of the roster " + id);
    }

    private long content() {
        return Checksum.of(
                personalNumber, name, birth, hamlet, homeGroup, household, more, done, doneOn);
    }

    /// @param citizen without what has a column of its own
    record More(
            CitizenJson citizen,
            Set<Category> categories,
            Absence.@Nullable Reason away,
            @Nullable String expectedReturn) {
        static More of(Person person) {
            var items = new EnumMap<>(person.citizen().items());
            items.remove(Field.NAME);
            items.remove(Field.PERSONAL_NUMBER);
            return new More(
                    CitizenJson.of(new Citizen(items)),
                    new TreeSet<>(person.categories()),
                    person.absence().map(Absence::reason).orElse(null),
                    person.absence()
                            .flatMap(Absence::expectedReturn)
                            .map(LocalDate::toString)
                            .orElse(null));
        }

        Optional<Absence> absence() {
            return Optional.ofNullable(away)
                    .map(reason ->
                            new Absence(
                                    reason,
                                    Optional.ofNullable(expectedReturn).map(LocalDate::parse)));
        }
    }
}
