package vn.tram.enroll;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.tram.device.Kind;
import vn.tram.domain.CardFormat;
import vn.tram.domain.Consent;
import vn.tram.domain.Field;
import vn.tram.domain.Service;
import vn.tram.domain.Session;
import vn.tram.image.Position;

/// The services of this station, and what follows from those a session has chosen.
public record Catalogue(List<Service> services) {
    public Catalogue {
        services = List.copyOf(services);
    }

    public Optional<Service> service(String code) {
        return services.stream().filter(s -> s.code().equals(code)).findFirst();
    }

    /// The services a session has chosen, in the session's order.
    public List<Service> chosen(Session session) {
        return session.services().stream().flatMap(c -> service(c).stream()).toList();
    }

    /// Chosen services whose text was not answered.
    public List<String> unanswered(Session session) {
        return session.services().stream().filter(c -> session.consent(c).isEmpty()).toList();
    }

    /// Chosen services that were not declined.
    public List<Service> granted(Session session) {
        return chosen(session).stream()
                .filter(s ->
                        session.consent(s.code())
                                .map(c -> c.answer() != Consent.Answer.DECLINED)
                                .orElse(true))
                .toList();
    }

    /// Items that the granted services need, without those known.
    public List<Field> missingFields(Session session) {
        var missing = EnumSet.noneOf(Field.class);
        granted(session).forEach(s -> missing.addAll(s.fields()));
        session.citizen().ifPresent(c -> missing.removeIf(f -> c.value(f).isPresent()));
        return List.copyOf(missing);
    }

    /// The fingers and face that the granted services ask for at the citizen's age on `day`.
    public Set<Position> wanted(Session session, LocalDate day) {
        int age = session.citizen().flatMap(c -> c.age(day)).orElse(0);
        var wanted = EnumSet.noneOf(Position.class);
        granted(session).stream()
                .filter(s -> age >= s.fromAge())
                .forEach(s -> wanted.addAll(s.positions()));
        return wanted;
    }

    /// The pictures that the granted services want cut out of the citizen's face, each once.
    public Set<CardFormat> cards(Session session) {
        var cards = EnumSet.noneOf(CardFormat.class);
        granted(session).forEach(s -> cards.addAll(s.cards()));
        return cards;
    }

    /// The captures that bring the wanted fingers on a scanner of this kind, in order: right four,
    /// left four and thumbs on a slap scanner, else finger by finger; then the rolled ones from the
    /// right thumb on. Positions all of whose fingers are excepted stay in it, so that they are
    /// seen. Source of the order: Circular 60/2021/TT-BCA, Art. 5.
    public List<Position> fingerCaptures(Session session, LocalDate day, Kind scanner) {
        var wanted = wanted(session, day);
        var captures = new ArrayList<Position>();
        for (var slap : Position.slaps()) {
            var members = slap.members().stream().filter(wanted::contains).toList();
            if (scanner == Kind.SLAP_SCANNER && members.equals(slap.members())) {
                captures.add(slap);
            } else {
                captures.addAll(members);
            }
        }
        Position.rolled().stream().filter(wanted::contains).forEach(captures::add);
        return captures;
    }
}
