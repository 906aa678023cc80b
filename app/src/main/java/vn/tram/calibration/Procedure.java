package vn.tram.calibration;

import java.util.Map;

/// One way of measuring a device. A pure function of pictures; safe for use by several threads; a
/// full scan takes up to a second or two.
public interface Procedure {
    /// What it looks at, and how many pictures of each.
    Map<View, Integer> needs();

    /// Measures, or says the one thing to do first. For live guidance, give it the pictures taken
    /// so far and the newest one of the preview. Any picture gets an answer: black, noise, one
    /// pixel.
    Answer measure(Shots shots);
}
