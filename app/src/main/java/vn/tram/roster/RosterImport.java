package vn.tram.roster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.tram.domain.Mode;
import vn.tram.enroll.AuditLog;
import vn.tram.enroll.StationFault;
import vn.tram.roster.RawRow.Encoding;

/// Takes a list into the roster: every bad row is told, the rest is taken, in one transaction.
///
/// Who is who: one number is one person. Two rows without a number are one person when name, birth,
/// hamlet and household agree. Any other likeness is told and decided by nobody but the operator.
public final class RosterImport {
    /// What lies beside a signed list: its name with this behind.
    public static final String SIGNATURE = ".p7s";

    private static final int MOST_ROWS = 300_000;

    /// The head is looked for in so many rows: titles stand above it.
    private static final int TOP = 30;

    private final Roster roster;
    private final ListSignature signature;
    private final AuditLog audit;
    private final RosterRules rules;
    private final Mode mode;
    private final Clock clock;

    public RosterImport(
            Roster roster,
            ListSignature signature,
            AuditLog audit,
            RosterRules rules,
            Mode mode,
            Clock clock) {
        this.roster = roster;
        this.signature = signature;
        this.audit = audit;
        this.rules = rules;
        this.mode = mode;
        this.clock = clock;
    }

    /// @param told what heads of columns mean, by their text; remembered for the next list
    /// @param by the officer's id, or `station`
    /// @throws Unreadable when nothing could be taken, and nothing was
    public ImportReport take(Path file, Map<String, Column> told, String by)
            throws IOException, Unreadable, StationFault {
        var list = ListFile.read(file);
        boolean signed = signed(file, list);
        var meanings = new HashMap<>(roster.heads());
        meanings.putAll(told);
        var rows = new ArrayList<RawRow>();
        list.each(rows::add);
        if (rows.size() > MOST_ROWS) {
            throw new Unreadable(
                    Unreadable.Why.TOO_MANY_ROWS, rows.size() + " rows, most " + MOST_ROWS);
        }
        var head = head(rows, meanings);
        rows.removeIf(r -> r.line() <= head.line());
        var intake = new Sorting(head, rows).run(known());
        if (intake.taken() > 0 || !told.isEmpty()) {
            roster.take(new Roster.Intake(intake.added, intake.changed, told));
        }
        var report =
                new ImportReport(
                        rows.size(),
                        intake.added.size(),
                        intake.changed.size(),
                        intake.remarks,
                        head.unknown(),
                        signed,
                        list.digest());
        audit.append("roster-imported", by, Optional.empty(), detail(report));
        return report;
    }

    private static String detail(ImportReport report) {
        return "file=%s rows=%d added=%d changed=%d refused=%d signed=%s"
                .formatted(
                        report.digest(),
                        report.rows(),
                        report.added(),
                        report.changed(),
                        report.refused(),
                        report.signed());
    }

    private boolean signed(Path file, ListFile list) throws IOException, Unreadable, StationFault {
        var beside = file.resolveSibling(file.getFileName() + SIGNATURE);
        if (Files.notExists(beside)) {
            if (rules.signatureRequired()) {
                throw new Unreadable(
                        Unreadable.Why.NOT_SIGNED, "there is no " + beside.getFileName());
            }
            return false;
        }
        if (!signature.holds(list.content(), Files.readAllBytes(beside))) {
            throw new Unreadable(Unreadable.Why.SIGNATURE, beside.getFileName() + " does not hold");
        }
        return true;
    }

    private static Head head(List<RawRow> rows, Map<String, Column> meanings) throws Unreadable {
        for (var row : rows.subList(0, Math.min(TOP, rows.size()))) {
            var head = Head.of(row, meanings);
            if (head.isPresent()) {
                return head.get();
            }
        }
        throw new Unreadable(Unreadable.Why.NO_HEAD, "no row names name, birth_date and hamlet");
    }

    /// What is enough of a listed person to find him again.
    private record Known(long id, String twin, Optional<Done> done) {}

    /// @param twins names and births of everybody
    /// @param numberless those of people without a number
    private record AllKnown(
            Map<String, Known> byNumber,
            Map<String, Known> byPlace,
            Set<String> twins,
            Set<String> numberless) {}

    private AllKnown known() throws StationFault {
        var known =
                new AllKnown(new HashMap<>(), new HashMap<>(), new HashSet<>(), new HashSet<>());
        roster.each(listed -> {
            var person = listed.person();
            var one = new Known(listed.id(), person.twinKey(), person.done());
            person.number()
                    .ifPresentOrElse(
                            n -> known.byNumber.put(n, one),
                            () -> {
                                known.byPlace.put(person.placeKey(), one);
                                known.numberless.add(one.twin);
                            });
            known.twins.add(one.twin);
        });
        return known;
    }

    /// The rows of one list, being sorted into new and known people.
    private final class Sorting {
        private final List<RawRow> rows;
        private final RowReading reading;
        private final List<Person> added = new ArrayList<>();
        private final List<Listed> changed = new ArrayList<>();
        private final List<Remark> remarks = new ArrayList<>();
        private final Map<String, Integer> numbers = new HashMap<>();
        private final Map<String, Integer> places = new HashMap<>();

        Sorting(Head head, List<RawRow> rows) {
            this.rows = rows;
            reading = new RowReading(head.columns(), head.width(), LocalDate.now(clock), mode);
        }

        int taken() {
            return added.size() + changed.size();
        }

        Sorting run(AllKnown known) {
            boolean old =
                    rows.stream()
                            .map(RawRow::encoding)
                            .anyMatch(e -> e == Encoding.VNI || e == Encoding.TCVN3);
            for (var row : rows) {
                if (old && row.encoding() == Encoding.EITHER) {
                    remarks.add(Remark.of(row.line(), Flaw.MAYBE_OLD_ENCODING));
                    continue;
                }
                var outcome = reading.read(row);
                remarks.addAll(outcome.remarks());
                outcome.person().ifPresent(p -> sort(row.line(), p, known));
            }
            remarks.sort(Comparator.comparingInt(Remark::line));
            return this;
        }

        private void sort(int line, Person person, AllKnown known) {
            var number = person.number();
            var before =
                    number.isPresent()
                            ? numbers.putIfAbsent(number.get(), line)
                            : places.putIfAbsent(person.placeKey(), line);
            if (before != null) {
                remarks.add(
                        Remark.of(
                                line, number.isPresent() ? Flaw.NUMBER_TWICE : Flaw.PERSON_TWICE));
                return;
            }
            var same =
                    Optional.ofNullable(
                            number.isPresent()
                                    ? known.byNumber.get(number.get())
                                    : known.byPlace.get(person.placeKey()));
            if (same.isPresent()) {
                again(line, person, same.get());
            } else {
                added.add(person);
                if (mayBeKnown(person, known)) {
                    remarks.add(Remark.of(line, Flaw.MAYBE_KNOWN));
                }
            }
        }

        private void again(int line, Person person, Known known) {
            if (!person.twinKey().equals(known.twin)) {
                var now = person.twinKey().split("\n");
                var then = known.twin.split("\n");
                if (!now[0].equals(then[0]) && !now[1].equals(then[1])) {
                    remarks.add(Remark.of(line, Flaw.NUMBER_OF_ANOTHER));
                    return;
                }
                remarks.add(Remark.of(line, Flaw.CHANGED));
            }
            var kept =
                    person.done().isEmpty() && known.done.isPresent()
                            ? person.done(known.done.get())
                            : person;
            changed.add(new Listed(known.id, kept));
        }

        /// Whether somebody of this name and birth is there whose number, or this one's, is not
        /// known: two different numbers are two people.
        private boolean mayBeKnown(Person person, AllKnown known) {
            var likely = person.number().isPresent() ? known.numberless : known.twins;
            return likely.contains(person.twinKey());
        }
    }
}
