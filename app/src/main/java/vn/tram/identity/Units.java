package vn.tram.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The administrative units through their changes. Knows what the packs know: a unit that none of
/// them names is not doubted, and never called current.
///
/// @param packs any number, each with a day of its own
public record Units(List<UnitPack> packs) {
    /// What has become of an address.
    public sealed interface Address {
        /// None of the packs changed it, or knows it.
        record AsItIs() implements Address {}

        /// @param text with the units as they are; street, hamlet and so on are left as they were
        /// @param since the last change
        record Changed(String text, LocalDate since) implements Address {
            @Override
            public String toString() {
                return "Changed[" + since + "]";
            }
        }

        /// A commune was parted: only who knows the place can tell.
        ///
        /// @param texts in the order of the pack
        /// @param since the last change
        record Parted(List<String> texts, LocalDate since) implements Address {
            public Parted {
                texts = List.copyOf(texts);
            }

            @Override
            public String toString() {
                return "Parted[" + texts.size() + ", " + since + "]";
            }
        }
    }

    private static final int DISTRICT_TIER = 3;

    public Units {
        packs = packs.stream().sorted(Comparator.comparing(UnitPack::from)).toList();
    }

    /// What an address, written before some of the changes, is on a day.
    ///
    /// @param address parts between commas, the smallest first, the province last
    public Address on(LocalDate day, String address) {
        Set<String> texts = Set.of(Names.clean(address));
        var since = LocalDate.MIN;
        for (var pack : packs) {
            if (pack.from().isAfter(day)) {
                break;
            }
            var next = new LinkedHashSet<String>();
            boolean changed = false;
            for (var text : texts) {
                var now = since(pack, text);
                changed |= !now.isEmpty();
                next.addAll(now.isEmpty() ? List.of(text) : now);
            }
            if (changed) {
                texts = next;
                since = pack.from();
            }
        }
        if (since.equals(LocalDate.MIN)) {
            return new Address.AsItIs();
        }
        return texts.size() == 1
                ? new Address.Changed(texts.iterator().next(), since)
                : new Address.Parted(List.copyOf(texts), since);
    }

    /// With a district, or without one where the pack's units had none: an address of two tiers is
    /// never looked for among those of three, for a new commune may have an old one's name.
    private static List<String> since(UnitPack pack, String address) {
        var parts = new ArrayList<>(List.of(address.split(",")));
        parts.replaceAll(String::strip);
        int size = parts.size();
        if (size >= DISTRICT_TIER) {
            var now = pack.since(parts.get(size - 3), parts.get(size - 2), parts.get(size - 1));
            if (!now.isEmpty()) {
                return texts(parts.subList(0, size - 3), now);
            }
        }
        return size < 2
                ? List.of()
                : texts(
                        parts.subList(0, size - 2),
                        pack.since(parts.get(size - 2), "", parts.get(size - 1)));
    }

    private static List<String> texts(List<String> before, List<UnitPack.Unit> units) {
        var front = before.isEmpty() ? "" : String.join(", ", before) + ", ";
        return units.stream().map(u -> front + u.text()).toList();
    }
}
