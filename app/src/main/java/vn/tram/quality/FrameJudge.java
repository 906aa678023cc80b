package vn.tram.quality;

import java.util.List;
import java.util.Set;
import vn.tram.domain.Judgement;
import vn.tram.image.Frame;
import vn.tram.image.Position;

/// Judges one frame of one position: finds the fingers or the face in it and judges each on its
/// own.
///
/// Safe for use by several threads. May take a hundred milliseconds; refuses the JavaFX thread.
public interface FrameJudge {
    /// One judgement for each finger found, or for the face; none when there is nothing.
    ///
    /// @param position what was asked for: a slap, a finger, or the face
    /// @param missing fingers of the slap that are known not to come
    List<Judgement> judge(Frame frame, Position position, Set<Position> missing);

    /// The judge of one device's frames, where the device itself has a part in what is measured;
    /// else this one.
    ///
    /// @param device what tells it from every other: make, model, serial number
    default FrameJudge before(String device) {
        return this;
    }

    /// A judge of one look at one citizen: it is shown the frames one after the other, by one
    /// thread at a time, and may tell what a single frame cannot; else this one.
    default FrameJudge live() {
        return this;
    }
}
