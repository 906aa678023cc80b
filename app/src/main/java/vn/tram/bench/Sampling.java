package vn.tram.bench;

import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Measures a method with JMH, each call of it a sample, in a program of its own with the flags of
/// this one.
final class Sampling {
    private static final int WARM_UPS = 8;
    private static final int ROUNDS = 5;
    private static final TimeValue ROUND = TimeValue.seconds(2);

    private Sampling() {}

    static Figures of(String name, Class<?> benchmarks, String method, Site site)
            throws Unmeasured {
        var options =
                new OptionsBuilder()
                        .include("^" + Pattern.quote(benchmarks.getName() + "." + method) + "$")
                        .mode(Mode.SampleTime)
                        .timeUnit(TimeUnit.MILLISECONDS)
                        .param("config", site.config().toAbsolutePath().toString())
                        .param("disk", site.disk().toAbsolutePath().toString())
                        .forks(forks())
                        .warmupIterations(WARM_UPS)
                        .warmupTime(ROUND)
                        .measurementIterations(ROUNDS)
                        .measurementTime(ROUND)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build();
        try {
            var samples = new Runner(options).runSingle().getPrimaryResult().getStatistics();
            return new Figures(
                    name,
                    samples.getPercentile(50),
                    samples.getPercentile(95),
                    samples.getPercentile(99),
                    "ms",
                    samples.getN());
        } catch (RunnerException e) {
            throw new Unmeasured(name, e);
        }
    }

    /// The installed image has no `java` that could be started again: there JMH measures in this
    /// program.
    private static int forks() {
        return Station.canStartJava() ? 1 : 0;
    }
}
