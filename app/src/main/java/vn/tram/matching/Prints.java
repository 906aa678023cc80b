package vn.tram.matching;

import com.machinezoo.sourceafis.FingerprintMatcher;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import vn.tram.task.UiThread;

/// Templates of prints of one session, each compared with the others as they come: the sequence
/// check. Source: BSI TR-03121-3, *uniqueness check*.
///
/// @param <K> what tells one print from another
public final class Prints<K> {
    /// Two prints that a matcher takes for one finger's.
    ///
    /// @param similarity by SourceAFIS: 0 upwards
    public record Alike<K>(K one, K other, double similarity) {}

    private record Held<K>(K key, FingerprintTemplate template) {}

    private final double same;
    private final BiPredicate<K, K> comparable;
    private final List<Held<K>> held = new ArrayList<>();
    private final List<Alike<K>> alike = new ArrayList<>();

    /// @param same similarity from which two prints are one finger's
    /// @param comparable whether two prints should be of different fingers
    public Prints(double same, BiPredicate<K, K> comparable) {
        this.same = same;
        this.comparable = comparable;
    }

    /// Compares a print with all before it, and holds it. A print that is held already is not
    /// looked at again.
    ///
    /// @return the pairs found, none when it is like no other
    public List<Alike<K>> add(K key, Template template) {
        UiThread.refuse("comparing prints");
        if (holds(key)) {
            return List.of();
        }
        var probe = new FingerprintTemplate(template.toBytes());
        var matcher = new FingerprintMatcher(probe);
        var found = new ArrayList<Alike<K>>();
        for (var before : held) {
            if (comparable.test(before.key, key)) {
                double similarity = matcher.match(before.template);
                if (similarity >= same) {
                    found.add(new Alike<>(before.key, key, similarity));
                }
            }
        }
        held.add(new Held<>(key, probe));
        alike.addAll(found);
        return found;
    }

    public boolean holds(K key) {
        return held.stream().anyMatch(h -> h.key.equals(key));
    }

    /// All that are held, in the order in which they came.
    public List<K> keys() {
        return held.stream().map(Held::key).toList();
    }

    /// All pairs found, in the order in which they were.
    public List<Alike<K>> alike() {
        return List.copyOf(alike);
    }
}
