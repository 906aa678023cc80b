package vn.tram.roster;

import java.util.Optional;
import java.util.Set;
import vn.tram.domain.Citizen;
import vn.tram.domain.Field;
import vn.tram.identity.Names;

/// One person of the roster. Redacted in `toString`.
///
/// @param citizen what the roster knows of the person: always a name, as the list writes it
/// @param absence empty for who is present
/// @param done empty for who has still to be enrolled
public record Person(
        Citizen citizen,
        Birth birth,
        Home home,
        Set<Category> categories,
        Optional<Absence> absence,
        Optional<Done> done) {
    public Person {
        if (citizen.value(Field.NAME).isEmpty()) {
            throw new IllegalArgumentException("nobody is listed without a name");
        }
        categories = Set.copyOf(categories);
    }

    public Optional<String> number() {
        return citizen.value(Field.PERSONAL_NUMBER);
    }

    public String name() {
        return citizen.value(Field.NAME).orElseThrow();
    }

    /// The same for two people who may be one: name, however its tones are placed, and birth.
    String twinKey() {
        return Names.key(name()) + '\n' + birth.text();
    }

    /// The same for one person without a number in two editions of a list.
    String placeKey() {
        return twinKey() + '\n' + Names.key(home.hamlet()) + '\n' + Names.key(home.household());
    }

    /// The same person, enrolled.
    public Person done(Done what) {
        return new Person(citizen, birth, home, categories, absence, Optional.of(what));
    }

    @Override
    public String toString() {
        return "Person[" + citizen + "]";
    }
}
