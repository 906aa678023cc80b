package vn.tram.quality.portrait;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// What no free model can tell and the operator must look at.
///
/// - **Unit, range**: none; it is never measured.
/// - **Definition**: none. A policy gives such a limit `operator = true`.
/// - **Source**: portrait rules for the citizen card: both ears clear.
/// - **Blind to**: everything.
///
/// @param name of the question, lower-dash
/// @param why it cannot be told, for the record
record Unmeasured(String name, String why) implements Metric<Face> {
    static final Unmeasured BOTH_EARS_VISIBLE =
            new Unmeasured("both-ears-visible", "no model tells ears from hair");

    @Override
    public Reading measure(Face face) {
        return new Reading.NotMeasurable(name, why);
    }
}
