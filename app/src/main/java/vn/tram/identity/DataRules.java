package vn.tram.identity;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.tram.domain.Citizen;
import vn.tram.domain.Field;
import vn.tram.domain.Service;
import vn.tram.domain.Source;

/// Holds a citizen's data against the rules of the four families. Pure: the same data, services and
/// day give the same findings.
public final class DataRules {
    private static final Pattern OLD_NUMBER = Pattern.compile("[0-9]{9}|[0-9]{12}");

    /// Something on each side of one `@`, a point in the domain: typing mistakes, not RFC 5322.
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");

    private static final List<Field> DATES = List.of(Field.BIRTH_DATE, Field.CARD_ISSUED);
    private static final List<Field> NUMBERS =
            List.of(Field.PERSONAL_NUMBER, Field.GUARDIAN_NUMBER);
    private static final List<Field> NAMES = List.of(Field.NAME, Field.GUARDIAN_NAME);

    private final PersonalNumbers numbers;
    private final RuleData data;
    private final RuleTerms terms;

    public DataRules(PersonalNumbers numbers, RuleTerms terms) {
        this.numbers = numbers;
        this.terms = terms;
        this.data = RuleData.bundled();
    }

    /// What does not hold, in the order of the fields, then of the rules.
    ///
    /// @param services those the citizen came for and did not decline
    /// @param day on which ages are reckoned
    public List<Finding> findings(Citizen citizen, List<Service> services, LocalDate day) {
        var findings = new ArrayList<Finding>();
        correctNumbers(citizen, findings);
        correctDates(citizen, day, findings);
        correctTexts(citizen, findings);
        complete(citizen, services, day, findings);
        clean(citizen, findings);
        alive(citizen, day, findings);
        return findings.stream()
                .sorted(Comparator.comparingInt(DataRules::order))
                .flatMap(f ->
                        terms
                                .on(day, f.rule())
                                .map(severity -> new Finding(f.rule(), f.field(), severity))
                                .stream())
                .toList();
    }

    private static int order(Finding finding) {
        return finding.field().ordinal() * Rule.values().length + finding.rule().ordinal();
    }

    private void correctNumbers(Citizen citizen, List<Finding> findings) {
        for (var field : NUMBERS) {
            citizen.value(field)
                    .filter(n -> !PersonalNumbers.wellFormed(n))
                    .ifPresent(_ -> findings.add(new Finding(Rule.NUMBER_MALFORMED, field)));
        }
        citizen.value(Field.OLD_NUMBER)
                .filter(n -> !OLD_NUMBER.matcher(n).matches())
                .ifPresent(_ ->
                        findings.add(new Finding(Rule.OLD_NUMBER_MALFORMED, Field.OLD_NUMBER)));
        var number = citizen.value(Field.PERSONAL_NUMBER).filter(PersonalNumbers::wellFormed);
        if (number.isPresent()) {
            var birth = date(citizen, Field.BIRTH_DATE);
            var sex = citizen.value(Field.SEX).filter(DataRules::isSex);
            for (var doubt : numbers.doubts(number.get(), birth, sex)) {
                findings.add(new Finding(rule(doubt), Field.PERSONAL_NUMBER));
            }
        }
    }

    private static Rule rule(PersonalNumbers.Doubt doubt) {
        return switch (doubt) {
            case UNKNOWN_PLACE -> Rule.NUMBER_OF_UNKNOWN_PLACE;
            case OTHER_SEX -> Rule.NUMBER_OF_OTHER_SEX;
            case OTHER_BIRTH_YEAR -> Rule.NUMBER_OF_OTHER_YEAR;
        };
    }

    private void correctDates(Citizen citizen, LocalDate day, List<Finding> findings) {
        for (var field : DATES) {
            var date = date(citizen, field);
            if (citizen.value(field).isPresent() && date.isEmpty()) {
                findings.add(new Finding(Rule.DATE_MALFORMED, field));
            }
            if (date.isPresent() && date.get().isAfter(day)) {
                findings.add(new Finding(Rule.DATE_IN_FUTURE, field));
            }
        }
        var birth = date(citizen, Field.BIRTH_DATE);
        var issued = date(citizen, Field.CARD_ISSUED);
        if (birth.isPresent() && years(birth.get(), day) > data.doubtedAge()) {
            findings.add(new Finding(Rule.AGE_DOUBTED, Field.BIRTH_DATE));
        }
        if (birth.isPresent() && issued.isPresent() && issued.get().isBefore(birth.get())) {
            findings.add(new Finding(Rule.ISSUED_BEFORE_BIRTH, Field.CARD_ISSUED));
        }
    }

    private void correctTexts(Citizen citizen, List<Finding> findings) {
        for (var field : NAMES) {
            citizen.value(field)
                    .filter(n -> !Names.problems(n).isEmpty())
                    .ifPresent(_ -> findings.add(new Finding(Rule.NAME_MALFORMED, field)));
        }
        citizen.value(Field.SEX)
                .filter(s -> !isSex(s))
                .ifPresent(_ -> findings.add(new Finding(Rule.SEX_MALFORMED, Field.SEX)));
        citizen.value(Field.PHONE)
                .filter(p -> !data.phone().matcher(p).matches())
                .ifPresent(_ -> findings.add(new Finding(Rule.PHONE_MALFORMED, Field.PHONE)));
        citizen.value(Field.EMAIL)
                .filter(e -> !EMAIL.matcher(e).matches())
                .ifPresent(_ -> findings.add(new Finding(Rule.EMAIL_MALFORMED, Field.EMAIL)));
    }

    private void complete(
            Citizen citizen, List<Service> services, LocalDate day, List<Finding> findings) {
        services.stream()
                .flatMap(s -> s.fields().stream())
                .distinct()
                .filter(f -> isMissing(citizen, f))
                .forEach(f -> findings.add(new Finding(Rule.MISSING, f)));
        var birth = date(citizen, Field.BIRTH_DATE);
        if (birth.isEmpty()) {
            return;
        }
        int age = years(birth.get(), day);
        if (age < data.representativeUnder()) {
            for (var field : List.of(Field.GUARDIAN_NAME, Field.GUARDIAN_NUMBER)) {
                if (isMissing(citizen, field)) {
                    findings.add(new Finding(Rule.REPRESENTATIVE_MISSING, field));
                }
            }
        }
        if (services.stream().anyMatch(s -> !s.positions().isEmpty() && age < s.fromAge())) {
            findings.add(new Finding(Rule.TOO_YOUNG_FOR_CAPTURE, Field.BIRTH_DATE));
        }
    }

    private static boolean isMissing(Citizen citizen, Field field) {
        return citizen.value(field).filter(v -> !v.isBlank()).isEmpty();
    }

    private static void clean(Citizen citizen, List<Finding> findings) {
        for (var field : citizen.items().keySet()) {
            citizen.value(field)
                    .filter(v -> !v.equals(Names.clean(v)) || !isComposed(v))
                    .ifPresent(_ -> findings.add(new Finding(Rule.NOT_CLEAN, field)));
        }
        var own = citizen.value(Field.PERSONAL_NUMBER);
        if (own.isPresent() && own.equals(citizen.value(Field.GUARDIAN_NUMBER))) {
            findings.add(new Finding(Rule.REPRESENTATIVE_IS_CITIZEN, Field.GUARDIAN_NUMBER));
        }
    }

    private static boolean isComposed(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC);
    }

    private void alive(Citizen citizen, LocalDate day, List<Finding> findings) {
        var issued = date(citizen, Field.CARD_ISSUED);
        if (issued.isEmpty()) {
            return;
        }
        var residence = Optional.ofNullable(citizen.items().get(Field.RESIDENCE));
        boolean changedSince =
                data.unitChanges().stream()
                        .anyMatch(c -> c.isAfter(issued.get()) && !c.isAfter(day));
        if (residence.isPresent() && residence.get().source() == Source.CARD_QR && changedSince) {
            findings.add(new Finding(Rule.ADDRESS_OUTDATED, Field.RESIDENCE));
        }
        var birth = date(citizen, Field.BIRTH_DATE);
        if (birth.isPresent() && isOutdated(birth.get(), issued.get(), day)) {
            findings.add(new Finding(Rule.CARD_OUTDATED, Field.CARD_ISSUED));
        }
    }

    /// Whether an age of exchange was reached since the card was issued; one issued within the time
    /// of grace before such an age skips it.
    private boolean isOutdated(LocalDate birth, LocalDate issued, LocalDate day) {
        return data.exchangeAges().stream()
                .map(birth::plusYears)
                .anyMatch(due ->
                        !due.isAfter(day) && issued.isBefore(due.minusYears(data.exchangeGrace())));
    }

    private static boolean isSex(String text) {
        return text.equals("M") || text.equals("F");
    }

    private static int years(LocalDate birth, LocalDate day) {
        return Period.between(birth, day).getYears();
    }

    private static Optional<LocalDate> date(Citizen citizen, Field field) {
        try {
            return citizen.value(field).map(LocalDate::parse);
        } catch (DateTimeException e) {
            return Optional.empty(); // told as a finding of its own
        }
    }
}
