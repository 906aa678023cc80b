package vn.tram.matching;

import java.util.Locale;
import vn.tram.image.Gray8;

/// What may happen to a print between two touches, done to its picture on purpose.
///
/// Chosen among fourteen on FVC2000 and FVC2002, 2026-11, with an eye to differing from each other;
/// figures in pixels are at 500 ppi. The first ones come first where there is no time for all.
public enum Disturbance {
    /// Turned by 15 degrees.
    TURNED {
        @Override
        Gray8 of(Gray8 print) {
            return Warp.turned(print, 15);
        }
    },
    /// Ridges a pixel wider to each side, as of wet or hard pressed skin.
    SWOLLEN {
        @Override
        Gray8 of(Gray8 print) {
            return Warp.swollen(print);
        }
    },
    /// Turned by 20 degrees, stretched by up to 6 pixels in waves of 170, and a little blurred.
    STRETCHED {
        @Override
        Gray8 of(Gray8 print) {
            return Warp.blurred(Warp.stretched(Warp.turned(print, 20), 4, 170));
        }
    },
    /// A quarter turn: the same pixels for an extractor that reads them in another order.
    QUARTER_TURNED {
        @Override
        Gray8 of(Gray8 print) {
            return Warp.quarterTurned(print);
        }
    },
    /// Swollen, turned back by 25 degrees, and with noise of a quarter of the picture's deviation
    /// wherever it shows something.
    NOISY {
        @Override
        Gray8 of(Gray8 print) {
            return Warp.noisy(Warp.turned(Warp.swollen(print), -25), 0.25);
        }
    };

    /// The picture after it; pure.
    abstract Gray8 of(Gray8 print);

    /// Name of the reading that tells what is left, such as `self-turned`.
    public String metric() {
        return "self-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
