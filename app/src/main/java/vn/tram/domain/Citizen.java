package vn.tram.domain;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The person a session is about: items by field. Redacted in `toString`.
public record Citizen(Map<Field, Item> items) {
    public Citizen {
        var sorted = new EnumMap<Field, Item>(Field.class);
        sorted.putAll(items);
        items = Collections.unmodifiableMap(sorted);
    }

    /// The value of a field, if it is known and not empty.
    public Optional<String> value(Field field) {
        return Optional.ofNullable(items.get(field)).map(Item::value).filter(v -> !v.isEmpty());
    }

    /// The same citizen with one more or another item.
    public Citizen with(Field field, String value, Source source) {
        var more = new EnumMap<Field, Item>(Field.class);
        more.putAll(items);
        more.put(field, new Item(value, source));
        return new Citizen(more);
    }

    /// Whole years of age on `day`; empty without a birth date.
    public Optional<Integer> age(LocalDate day) {
        return value(Field.BIRTH_DATE).map(b -> Period.between(LocalDate.parse(b), day).getYears());
    }

    @Override
    public String toString() {
        return "Citizen" + items.keySet();
    }
}
