package vn.tram.ui.workbench;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.tram.enroll.DeviceHistory.Day;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.Plot;

/// Mean quality of a device's pictures by day, up to today.
///
/// @param first day at the left, at least two weeks ago
record QualityCourse(LocalDate first, LocalDate today, List<Day> scored) {
    private static final int LEAST_DAYS = 14;
    private static final double MOST_SCORE = 100;

    /// Empty when nothing was scored.
    static Optional<QualityCourse> of(List<Day> days, LocalDate today) {
        var scored = days.stream().filter(d -> d.mean().isPresent()).toList();
        if (scored.isEmpty()) {
            return Optional.empty();
        }
        var least = today.minusDays(LEAST_DAYS - 1);
        var oldest = scored.getFirst().day();
        return Optional.of(
                new QualityCourse(oldest.isBefore(least) ? oldest : least, today, scored));
    }

    List<Plot.Point> points() {
        return scored.stream()
                .map(d -> new Plot.Point(at(d.day()), d.mean().orElseThrow() / MOST_SCORE))
                .toList();
    }

    /// A day after today, of a clock that was set back, stands at the right.
    private double at(LocalDate day) {
        double all = ChronoUnit.DAYS.between(first, today);
        return Math.min(1, ChronoUnit.DAYS.between(first, day) / all);
    }

    void showOn(Plot plot) {
        var up = new ArrayList<Plot.Tick>();
        for (int score = 0; score <= MOST_SCORE; score += 50) {
            up.add(new Plot.Tick(score / MOST_SCORE, Phrase.of("home.number", score)));
        }
        var middle = first.plusDays(ChronoUnit.DAYS.between(first, today) / 2);
        var last = scored.getLast();
        plot.show(
                List.of(
                        new Plot.Tick(at(first), Phrase.of("workbench.day", first)),
                        new Plot.Tick(at(middle), Phrase.of("workbench.day", middle)),
                        new Plot.Tick(1, Phrase.of("workbench.day", today))),
                up,
                List.of(new Plot.Course("measured", points())),
                Phrase.of(
                        "workbench.chart.told", last.day(), Math.round(last.mean().orElseThrow())));
    }
}
