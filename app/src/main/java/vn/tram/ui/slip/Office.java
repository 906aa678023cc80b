package vn.tram.ui.slip;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.tram.domain.Field;
import vn.tram.domain.Session;
import vn.tram.domain.SignOff;
import vn.tram.enroll.Catalogue;
import vn.tram.papers.SlipData;
import vn.tram.papers.WorkingDays;
import vn.tram.settings.Station;
import vn.tram.ui.kit.FingerTexts;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.Texts;

/// The office that gives the slip out.
///
/// @param station the station's identifier, as in batches
/// @param training whether papers carry the watermark
public record Office(String station, Station.Site site, Station.Slips slips, boolean training) {
    private static final DateTimeFormatter IN_NUMBER = DateTimeFormatter.ofPattern("yyMMdd");
    private static final String PAPER_LANGUAGE = "vi";

    /// What stands on the slip of a signed session.
    ///
    /// @param officer name of who signed, as on the paper
    /// @return empty when the session is not signed, or its data have left the station
    Optional<SlipData> slip(Session session, Catalogue catalogue, String officer, ZoneId zone) {
        var name = session.citizen().flatMap(c -> c.value(Field.NAME));
        var birth = session.citizen().flatMap(c -> c.value(Field.BIRTH_DATE));
        var sex = session.citizen().flatMap(c -> c.value(Field.SEX));
        var number = session.citizen().flatMap(c -> c.value(Field.PERSONAL_NUMBER));
        if (session.signOff().isEmpty()
                || name.isEmpty()
                || birth.isEmpty()
                || sex.isEmpty()
                || number.isEmpty()) {
            return Optional.empty();
        }
        var signed = signed(session.signOff().get(), zone);
        var services =
                catalogue.granted(session).stream()
                        .map(s -> s.names().getOrDefault(PAPER_LANGUAGE, s.code()))
                        .toList();
        return Optional.of(
                new SlipData(
                        session.id(),
                        station,
                        number(session, signed),
                        site.authority(),
                        site.office(),
                        name.get(),
                        LocalDate.parse(birth.get()),
                        sex.get(),
                        number.get(),
                        services,
                        WorkingDays.after(signed, slips.dueWorkingDays(), slips.holidays()),
                        site.pickup(),
                        notes(session),
                        officer,
                        training));
    }

    /// The number on the slip of a session, and of its file; empty when it is not signed.
    public Optional<String> number(Session session, ZoneId zone) {
        return session.signOff().map(signature -> number(session, signed(signature, zone)));
    }

    private static LocalDate signed(SignOff signature, ZoneId zone) {
        return LocalDate.ofInstant(signature.at(), zone);
    }

    /// `0427-261123-000047`: station, day, number of the day.
    private String number(Session session, LocalDate day) {
        return "%s-%s-%06d".formatted(station, IN_NUMBER.format(day), session.queueNumber());
    }

    /// Fingers to be captured later, in the language of the paper.
    private static List<String> notes(Session session) {
        var paper = new Texts(Texts.VIETNAMESE);
        var notes = new ArrayList<String>();
        for (var omission : session.omissions()) {
            if (!omission.permanent()) {
                notes.add(
                        paper.of(
                                Phrase.of(
                                        "slip.note.later",
                                        FingerTexts.title(omission.position()))));
            }
        }
        return notes;
    }
}
