package vn.tram.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.tram.domain.Mode;
import vn.tram.enroll.StationFault;
import vn.tram.roster.Coverage;
import vn.tram.roster.Eligibility;
import vn.tram.roster.InventedCommunes;
import vn.tram.roster.PeopleFile;
import vn.tram.roster.PeopleIndex;
import vn.tram.roster.RosterImport;
import vn.tram.roster.RosterRules;
import vn.tram.roster.Unreadable;

/// What an operator waits for with the largest roster, 100,000 people: a list taken in, the
/// coverage of all hamlets, the index made at start, and each letter of a search as it is typed.
final class FieldBenchmark {
    private static final int RUNS = 3;
    private static final int SEARCHES = 40;
    private static final int SHOWN = 20;
    private static final double MILLION = 1e6;

    /// Typed letter by letter, each a search of its own.
    private static final List<String> TYPED =
            List.of("nguyen thi hoa", "Nguyễn Thị Hòa", "tran an", "h", "thuy thon 3", "0123");

    private FieldBenchmark() {}

    static List<Figures> of(String name, Site site) throws IOException, Unmeasured {
        var folder = site.newFolder();
        try {
            var list = folder.resolve("people.csv");
            PeopleFile.writeTraining(list, new InventedCommunes(7).people(InventedCommunes.MOST));
            return measured(name, list, folder);
        } catch (StationFault | Unreadable e) {
            throw new Unmeasured(name, e);
        } finally {
            Site.delete(folder);
        }
    }

    private static List<Figures> measured(String name, Path list, Path folder)
            throws IOException, StationFault, Unreadable {
        var imports = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            var store = OpenStore.in(folder);
            try (store) {
                imports[i] = taken(store, list);
            }
            store.delete();
        }
        var store = OpenStore.in(folder);
        try (store) {
            taken(store, list);
            var coverages = new double[RUNS];
            var indexes = new double[RUNS];
            var index = PeopleIndex.of(store.database().roster());
            for (int i = 0; i < RUNS; i++) {
                long start = System.nanoTime();
                var count =
                        new Coverage.Count(rules().eligibility(), LocalDate.now(Clock.systemUTC()));
                store.database().roster().each(l -> count.add(l.person()));
                count.coverage();
                coverages[i] = since(start);
                start = System.nanoTime();
                index = PeopleIndex.of(store.database().roster());
                indexes[i] = since(start);
            }
            return List.of(
                    Figures.of(name + "-import", "ms", imports),
                    Figures.of(name + "-coverage", "ms", coverages),
                    Figures.of(name + "-index", "ms", indexes),
                    Figures.of(name + "-search", "ms", searches(index)));
        }
    }

    private static double[] searches(PeopleIndex index) {
        var queries =
                TYPED.stream()
                        .flatMap(t ->
                                IntStream.rangeClosed(1, t.length())
                                        .mapToObj(n -> t.substring(0, n)))
                        .toList();
        var times = new double[SEARCHES * queries.size()];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            index.find(queries.get(i % queries.size()), SHOWN);
            times[i] = since(start);
        }
        return times;
    }

    private static double taken(OpenStore store, Path list)
            throws IOException, StationFault, Unreadable {
        var taking =
                new RosterImport(
                        store.database().roster(),
                        (_, _) -> false,
                        (_, _, _, _) -> {},
                        rules(),
                        Mode.TRAINING,
                        Clock.systemUTC());
        long start = System.nanoTime();
        taking.take(list, Map.of(), "bench");
        return since(start);
    }

    private static RosterRules rules() {
        return new RosterRules(
                new Eligibility(List.of(new Eligibility.Rule(LocalDate.of(2016, 1, 1), 14))),
                false);
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / MILLION;
    }
}
