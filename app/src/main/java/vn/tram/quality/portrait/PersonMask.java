package vn.tram.quality.portrait;

import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.dnn.Dnn;
import org.opencv.dnn.Net;
import org.opencv.imgproc.Imgproc;
import vn.tram.image.Gray8;
import vn.tram.image.Rgb8;

/// MediaPipe's selfie segmentation: which part of a picture is a person. Hair and hats belong to
/// the person.
///
/// Not safe for use by several threads.
final class PersonMask {
    private final Net net;

    PersonMask(Models models) {
        net = models.net(Models.PERSON);
    }

    Scene of(Mat picture) {
        try (var scope = new MatScope()) {
            var small = scope.fresh();
            var size = new Size(Scene.SIDE, Scene.SIDE);
            Imgproc.resize(picture, small, size, 0, 0, Imgproc.INTER_AREA);
            net.setInput(
                    scope.own(
                            Dnn.blobFromImage(
                                    small,
                                    1 / 255.0,
                                    size,
                                    Scalar.all(0),
                                    false,
                                    false,
                                    CvType.CV_32F)));
            var shares = scope.floats(scope.own(net.forward()), Scene.SIDE * Scene.SIDE);
            var levels = new byte[shares.length];
            for (int i = 0; i < shares.length; i++) {
                levels[i] = (byte) Math.clamp(Math.round(255 * shares[i]), 0, 255);
            }
            var colours = new byte[3 * shares.length];
            small.get(0, 0, colours);
            return new Scene(
                    Rgb8.wrap(Scene.SIDE, Scene.SIDE, colours),
                    Gray8.wrap(Scene.SIDE, Scene.SIDE, levels));
        }
    }
}
