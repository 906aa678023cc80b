package vn.tram.quality.portrait;

import java.util.List;
import java.util.Optional;
import vn.tram.image.Gray8;

/// A portrait prepared for measuring. Lengths are pixels of the frame unless said otherwise.
///
/// @param width of the frame
/// @param height of the frame
/// @param found every face in the frame, the one that is judged first, then by falling area
/// @param landmarks mesh of the one that is judged
/// @param pose how its head is turned
/// @param aligned the same face, upright and in one size
/// @param detail the middle of the face in the frame's own pixels
/// @param scene the whole frame, small, with the person told from the background
/// @param background what is behind the person; empty where too little of it is seen
record Face(
        int width,
        int height,
        List<Found> found,
        Landmarks landmarks,
        HeadPose pose,
        Aligned aligned,
        Gray8 detail,
        Scene scene,
        Optional<Background> background) {
    Face {
        found = List.copyOf(found);
    }
}
