package vn.tram.quality.portrait;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.opencv.core.Mat;

/// Finds everybody in a picture: the citizen with the short-range detector, bystanders and faces on
/// posters with the full-range one. What either has seen must look like a face to the mesh as well,
/// so that a chair is nobody and a pattern on a wall is no second person.
///
/// Not safe for use by several threads.
final class Crowd {
    /// So many of the largest finds of either detector are looked at; each costs a run of the mesh.
    private static final int MOST_LOOKED_AT = 6;

    private final FaceFinder near;
    private final FaceFinder far;
    private final FaceMesh mesh;

    Crowd(Models models, FaceMesh mesh) {
        near = new FaceFinder(models, FaceFinder.Range.SHORT);
        far = new FaceFinder(models, FaceFinder.Range.FULL);
        this.mesh = mesh;
    }

    /// The faces of an 8-bit RGB picture, largest first.
    List<Found> find(Mat picture) {
        var faces = new ArrayList<>(confirmed(picture, near.find(picture).stream()));
        faces.addAll(
                confirmed(
                        picture,
                        far.find(picture).stream()
                                .filter(face -> faces.stream().noneMatch(face::sameAs))));
        faces.sort(Comparator.comparingDouble(Found::area).reversed());
        return faces;
    }

    private List<Found> confirmed(Mat picture, Stream<Found> faces) {
        return faces.limit(MOST_LOOKED_AT).filter(face -> mesh.isFace(picture, face)).toList();
    }
}
