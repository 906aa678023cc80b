package vn.tram.matching;

import com.machinezoo.sourceafis.FingerprintMatcher;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.util.ArrayList;
import java.util.List;
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

    /// From which similarity on two prints are one finger's.
    public interface Limit<K> {
        /// Infinity where two prints need not be compared; negative infinity where their similarity
        /// is wanted however small it is.
        double between(K one, K other);
    }

    private record Held<K>(K key, FingerprintTemplate template) {}

    private final Limit<K> limit;
    private final List<Held<K>> held = new ArrayList<>();
    private final List<Alike<K>> alike = new ArrayList<>();

    public Prints(Limit<K> limit) {
        this.limit = limit;
    }

    /// The same prints, to which others can be added.
    public Prints<K> copy() {
        var copy = new Prints<>(limit);
        copy.held.addAll(held);
        copy.alike.addAll(alike);
        return copy;
    }

    /// Holds a print without comparing it with those before it. A print that is held already is not
    /// looked at again.
    public void hold(K key, Template template) {
        UiThread.refuse("reading a template");
        if (!holds(key)) {
            held.add(new Held<>(key, new FingerprintTemplate(template.toBytes())));
        }
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
            double same = limit.between(before.key, key);
            if (same < Double.POSITIVE_INFINITY) {
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
