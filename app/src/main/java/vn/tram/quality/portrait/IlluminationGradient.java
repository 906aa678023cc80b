package vn.tram.quality.portrait;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// Whether the light falls off from one side of the picture to the other.
///
/// - **Unit, range**: CIELAB L* over the frame's width, from 0 to 100. Less is better.
/// - **Definition**: the slope of the straight line that fits the background's L* over its columns
///   best, taken as positive, times the share of L*'s variance that the line explains: a lamp from
///   the side makes a ramp, furniture and shadows do not.
/// - **Source**: own. ISO/IEC 29794-5 *illumination uniformity* looks at the cheeks alone, where a
///   face may be darker on the lamp's side by nature; [IlluminationUniformity] is that measure.
/// - **Blind to**: lamps that light the face and not the wall.
final class IlluminationGradient implements Metric<Face> {
    @Override
    public String name() {
        return "illumination-gradient";
    }

    @Override
    public Reading measure(Face face) {
        return face.background()
                .<Reading>map(wall -> new Reading.Measured(name(), wall.ramp(), "L*"))
                .orElseGet(() -> new Reading.NotMeasurable(name(), "too little wall is seen"));
    }
}
