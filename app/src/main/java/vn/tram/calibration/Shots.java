package vn.tram.calibration;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.tram.image.Frame;

/// The pictures of one calibration so far, by what they show. Never changed: [#with] makes another.
public record Shots(Map<View, List<Frame>> frames) {
    public Shots {
        var copy = new EnumMap<View, List<Frame>>(View.class);
        frames.forEach((view, list) -> copy.put(view, List.copyOf(list)));
        frames = Map.copyOf(copy);
    }

    public static Shots none() {
        return new Shots(Map.of());
    }

    public static Shots of(View view, Frame... frames) {
        return new Shots(Map.of(view, List.of(frames)));
    }

    public List<Frame> of(View view) {
        return frames.getOrDefault(view, List.of());
    }

    public Shots with(View view, Frame frame) {
        var more = new EnumMap<View, List<Frame>>(View.class);
        more.putAll(frames);
        var list = new ArrayList<>(of(view));
        list.add(frame);
        more.put(view, list);
        return new Shots(more);
    }

    /// Without the newest picture of a view whose pictures stand each for itself; without all of
    /// another view, where something was wrong for each of them.
    public Shots again(View view) {
        var fewer = new EnumMap<View, List<Frame>>(View.class);
        fewer.putAll(frames);
        var list = of(view);
        fewer.put(
                view,
                view.standsAlone() && !list.isEmpty()
                        ? list.subList(0, list.size() - 1)
                        : List.of());
        return new Shots(fewer);
    }

    /// What is missing of a view, or wrong with the sizes of its pictures.
    ///
    /// @param leastSide pixels that the shorter side must have
    Optional<Instruction> lack(View view, int want, int leastSide) {
        var list = of(view);
        if (list.size() < want) {
            return Optional.of(new Instruction.MorePictures(view, list.size(), want));
        }
        var first = list.getFirst().pixels();
        for (var frame : list) {
            var pixels = frame.pixels();
            if (pixels.width() != first.width()
                    || pixels.height() != first.height()
                    || Math.min(pixels.width(), pixels.height()) < leastSide) {
                return Optional.of(new Instruction.OtherPicture(pixels.width(), pixels.height()));
            }
        }
        return Optional.empty();
    }
}
