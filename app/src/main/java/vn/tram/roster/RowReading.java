package vn.tram.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.tram.domain.Citizen;
import vn.tram.domain.Field;
import vn.tram.domain.Mode;
import vn.tram.domain.Source;
import vn.tram.identity.Names;
import vn.tram.identity.PersonalNumbers;
import vn.tram.identity.Writing;

/// Makes a person of a row, or tells all that is wrong with it.
final class RowReading {
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

    /// What a worksheet leaves of twelve digits that begin with one or two zeros.
    private static final Pattern WITHOUT_ZEROS = Pattern.compile("[0-9]{10,11}");

    /// Characters; more than this is no cell of a list of people.
    private static final int LONGEST = 300;

    private static final Map<Column, Field> TEXTS =
            Map.of(
                    Column.ETHNIC_GROUP, Field.ETHNIC_GROUP,
                    Column.RESIDENCE, Field.RESIDENCE,
                    Column.PHONE, Field.PHONE);

    private final Map<Column, Integer> head;
    private final int width;
    private final LocalDate day;
    private final Mode mode;

    /// @param head where each column stands, from 0
    /// @param width how many columns the head has
    /// @param day no birth and nothing done is after it
    RowReading(Map<Column, Integer> head, int width, LocalDate day, Mode mode) {
        this.head = new EnumMap<>(head);
        this.width = width;
        this.day = day;
        this.mode = mode;
    }

    /// @param person empty when `remarks` is not
    record Outcome(Optional<Person> person, List<Remark> remarks) {}

    Outcome read(RawRow row) {
        return new Reading(row).outcome();
    }

    /// One row being read.
    private final class Reading {
        private final RawRow row;
        private final List<Remark> remarks = new ArrayList<>();

        Reading(RawRow row) {
            this.row = row;
        }

        Outcome outcome() {
            encoding().ifPresent(f -> remarks.add(Remark.of(row.line(), f)));
            if (row.cells().size() > width
                    && row.cells().stream().skip(width).anyMatch(c -> !c.isEmpty())) {
                remarks.add(Remark.of(row.line(), Flaw.CELLS_SHIFTED));
            }
            if (row.cells().isEmpty()) {
                remarks.add(Remark.of(row.line(), Flaw.CELL_UNREAD));
            }
            if (!remarks.isEmpty()) {
                return new Outcome(Optional.empty(), remarks); // the cells would tell nonsense
            }
            head.forEach((column, at) -> {
                if (row.unread().contains(at)) {
                    add(Flaw.CELL_UNREAD, column);
                } else if (row.cell(at).length() > LONGEST) {
                    add(Flaw.TOO_LONG, column);
                }
            });
            return remarks.isEmpty() ? person() : new Outcome(Optional.empty(), remarks);
        }

        private Optional<Flaw> encoding() {
            return switch (row.encoding()) {
                case UNICODE, EITHER -> Optional.empty();
                case VNI -> Optional.of(Flaw.IN_VNI);
                case TCVN3 -> Optional.of(Flaw.IN_TCVN3);
                case OTHER -> Optional.of(Flaw.NOT_UTF8);
            };
        }

        private Outcome person() {
            var name = name();
            var birth = birth();
            var hamlet = needed(Column.HAMLET);
            var categories = categories();
            var absence = absence();
            var done = done();
            var citizen = citizen(birth);
            if (mode == Mode.PRODUCTION && !cell(Column.TRAINING).isEmpty()) {
                add(Flaw.TRAINING_PERSON, Column.TRAINING);
            }
            if (!remarks.isEmpty()) {
                return new Outcome(Optional.empty(), remarks);
            }
            var home = new Home(hamlet, cell(Column.GROUP), cell(Column.HOUSEHOLD));
            return new Outcome(
                    Optional.of(
                            new Person(
                                    citizen.with(Field.NAME, name, Source.ROSTER),
                                    birth.orElseThrow(),
                                    home,
                                    categories,
                                    absence,
                                    done)),
                    List.of());
        }

        private String name() {
            var name = needed(Column.NAME);
            if (!name.isEmpty() && !Names.problems(name).isEmpty()) {
                add(Flaw.NAME_MALFORMED, Column.NAME);
            }
            return name;
        }

        private Optional<Birth> birth() {
            var text = needed(Column.BIRTH_DATE);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            var birth =
                    YEAR.matcher(text).matches() ? Birth.of(text) : date(text).flatMap(this::born);
            if (birth.isEmpty()) {
                add(Flaw.DATE_MALFORMED, Column.BIRTH_DATE);
            } else if (birth.get().year() > day.getYear()
                    || birth.get().date().filter(d -> d.isAfter(day)).isPresent()) {
                add(Flaw.DATE_IN_FUTURE, Column.BIRTH_DATE);
            }
            return birth;
        }

        private Optional<Birth> born(LocalDate date) {
            return Birth.of(date.toString());
        }

        private Citizen citizen(Optional<Birth> birth) {
            var citizen = new Citizen(Map.of());
            var number = Writing.kept(Field.PERSONAL_NUMBER, cell(Column.PERSONAL_NUMBER));
            if (!number.isEmpty() && !PersonalNumbers.wellFormed(number)) {
                boolean lost = WITHOUT_ZEROS.matcher(number).matches();
                add(lost ? Flaw.ZEROS_LOST : Flaw.NUMBER_MALFORMED, Column.PERSONAL_NUMBER);
            }
            citizen = with(citizen, Field.PERSONAL_NUMBER, number);
            var sex = cell(Column.SEX);
            if (!sex.isEmpty()) {
                var meaning = Words.sex(sex);
                if (meaning.isEmpty()) {
                    add(Flaw.WORD_UNKNOWN, Column.SEX);
                }
                citizen = with(citizen, Field.SEX, meaning.orElse(""));
            }
            citizen =
                    with(
                            citizen,
                            Field.BIRTH_DATE,
                            birth.flatMap(Birth::date).map(LocalDate::toString).orElse(""));
            for (var text : TEXTS.entrySet()) {
                citizen =
                        with(
                                citizen,
                                text.getValue(),
                                Writing.kept(text.getValue(), cell(text.getKey())));
            }
            return citizen;
        }

        private static Citizen with(Citizen citizen, Field field, String value) {
            return value.isEmpty() ? citizen : citizen.with(field, value, Source.ROSTER);
        }

        private Set<Category> categories() {
            var categories = Words.categories(cell(Column.CATEGORIES));
            if (categories.isEmpty()) {
                add(Flaw.WORD_UNKNOWN, Column.CATEGORIES);
            }
            return categories.orElse(Set.of());
        }

        private Optional<Absence> absence() {
            var text = cell(Column.AWAY);
            var back = cell(Column.EXPECTED_RETURN);
            var date = back.isEmpty() ? Optional.<LocalDate>empty() : date(back);
            if (!back.isEmpty() && date.isEmpty()) {
                add(Flaw.DATE_MALFORMED, Column.EXPECTED_RETURN);
            }
            if (text.isEmpty() || Words.yes(text).equals(Optional.of(false))) {
                return Optional.empty();
            }
            var reason = Words.reason(text);
            if (reason.isEmpty()) {
                add(Flaw.WORD_UNKNOWN, Column.AWAY);
            }
            return reason.map(r -> new Absence(r, date));
        }

        private Optional<Done> done() {
            var text = cell(Column.DONE);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            var said = Words.yes(text);
            if (said.isPresent()) {
                return said.get() ? Optional.of(new Done(Optional.empty())) : Optional.empty();
            }
            var date = date(text);
            if (date.isEmpty()) {
                add(Flaw.WORD_UNKNOWN, Column.DONE);
            } else if (date.get().isAfter(day)) {
                add(Flaw.DATE_IN_FUTURE, Column.DONE);
            }
            return date.map(d -> new Done(Optional.of(d)));
        }

        private String needed(Column column) {
            var text = cell(column);
            if (text.isEmpty()) {
                add(Flaw.MISSING, column);
            }
            return text;
        }

        private String cell(Column column) {
            var at = head.get(column);
            return at == null ? "" : row.cell(at);
        }

        private void add(Flaw flaw, Column column) {
            remarks.add(new Remark(row.line(), flaw, Optional.of(column)));
        }

        /// `2026-11-23`, `23/11/2026`, `23-11-2026`, `23112026`: the day before the month, as it is
        /// written here; nothing with two digits for the year.
        private static Optional<LocalDate> date(String text) {
            var kept = Writing.kept(Field.BIRTH_DATE, text);
            return Birth.of(kept).flatMap(Birth::date);
        }
    }
}
