package vn.tram.quality.fingerprint;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import vn.tram.domain.Reading;

/// Statistics over the patches of a print, as readings.
final class OverPatches {
    private OverPatches() {}

    static Reading mean(Print print, String metric, String unit, ToDoubleFunction<Patch> value) {
        var values = print.patches().stream().mapToDouble(value).toArray();
        return values.length == 0
                ? none(metric)
                : new Reading.Measured(metric, Arrays.stream(values).average().orElseThrow(), unit);
    }

    /// @param share which of the sorted values: 0 the least, 0.5 the median, 1 the largest
    static Reading quantile(
            Print print, String metric, String unit, double share, ToDoubleFunction<Patch> value) {
        var values = print.patches().stream().mapToDouble(value).sorted().toArray();
        return values.length == 0
                ? none(metric)
                : new Reading.Measured(
                        metric, values[(int) Math.round(share * (values.length - 1))], unit);
    }

    static Reading none(String metric) {
        return new Reading.NotMeasurable(metric, "nothing of a finger on the picture");
    }
}
