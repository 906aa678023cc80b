package vn.tram.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;

/// The project's benchmarks by name. The first word of a name is its group.
public final class Benchmarks {
    private static final String STORE_ATTEMPT = "store-attempt";
    private static final String STORE_BARE_WRITE = "store-bare-write";

    /// The attempt against the bare write, where both were measured.
    private static final String STORE_RATIO = "store-ratio";

    private static final SequencedMap<String, Measuring> ALL = new LinkedHashMap<>();

    static {
        single("start-sign-in", StartTime::of);
        ALL.put("pulse-enrollment", EnrollmentPulses::of);
        sampled("fingerprint-live", FingerprintBenchmark.class, "live");
        sampled("fingerprint-slap", FingerprintBenchmark.class, "slap");
        sampled("fingerprint-preview", FingerprintBenchmark.class, "preview");
        sampled("fingerprint-final", FingerprintBenchmark.class, "last");
        sampled("fingerprint-sequence", SequenceBenchmark.class, "tenAgainstTen");
        sampled("fingerprint-officers", SequenceBenchmark.class, "tenWithThreeOfficers");
        sampled("verdict-slap", VerdictBenchmark.class, "slap");
        sampled("verdict-portrait", VerdictBenchmark.class, "portrait");
        for (var stage :
                List.of(
                        "detect",
                        "bystanders",
                        "mesh",
                        "pose",
                        "segmentation",
                        "measures",
                        "total")) {
            sampled("portrait-" + stage, PortraitBenchmark.class, stage);
        }
        sampled(STORE_BARE_WRITE, BareWriteBenchmark.class, "write");
        sampled(STORE_ATTEMPT, StoreAttemptBenchmark.class, "attempt");
        sampled("store-row", StoreRowBenchmark.class, "row");
        sampled("dossier-encode", DossierBenchmark.class, "encode");
        sampled("dossier-seal", DossierBenchmark.class, "seal");
        single("memory-enroll", PeakMemory::of);
        ALL.put("devices-preview", DevicePreviews::of);
        ALL.put("devices-capture", DeviceCaptures::of);
        ALL.put("field", FieldBenchmark::of);
    }

    /// Makes the rows of a benchmark; their names begin with its own.
    private interface Measuring {
        List<Figures> measure(String name, Site site)
                throws IOException, InterruptedException, Unmeasured;
    }

    private interface MeasuringOne {
        Figures measure(String name, Site site)
                throws IOException, InterruptedException, Unmeasured;
    }

    private Benchmarks() {}

    private static void sampled(String name, Class<?> benchmarks, String method) {
        single(name, (n, site) -> Sampling.of(n, benchmarks, method, site));
    }

    private static void single(String name, MeasuringOne measuring) {
        ALL.put(name, (n, site) -> List.of(measuring.measure(n, site)));
    }

    /// Every name, in the order in which they run.
    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /// The benchmarks that `name` means: the one, or all of a group; none when there is no such.
    public static List<String> named(String name) {
        return ALL.keySet().stream()
                .filter(n -> n.equals(name) || n.startsWith(name + "-"))
                .toList();
    }

    /// Measures one after the other; takes twenty seconds to a minute each.
    ///
    /// @param names out of [#names]
    /// @param failed told of each that could not be measured; the others go on
    public static List<Figures> run(List<String> names, Site site, Consumer<Unmeasured> failed)
            throws InterruptedException {
        var found = new LinkedHashMap<String, Figures>();
        for (var name : names) {
            try {
                measure(name, site).forEach(f -> found.put(f.name(), f));
            } catch (Unmeasured e) {
                failed.accept(e);
            }
        }
        return withRatio(found);
    }

    private static List<Figures> measure(String name, Site site)
            throws InterruptedException, Unmeasured {
        var measuring = ALL.get(name);
        if (measuring == null) {
            throw new IllegalArgumentException("no benchmark is named " + name);
        }
        try {
            return measuring.measure(name, site);
        } catch (IOException e) {
            throw new Unmeasured(name, e);
        }
    }

    private static List<Figures> withRatio(Map<String, Figures> found) {
        var figures = new ArrayList<>(found.values());
        var store = found.get(STORE_ATTEMPT);
        var bare = found.get(STORE_BARE_WRITE);
        if (store != null && bare != null) {
            figures.add(figures.indexOf(store) + 1, store.over(bare, STORE_RATIO));
        }
        return figures;
    }
}
