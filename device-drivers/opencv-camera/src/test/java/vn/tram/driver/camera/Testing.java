package vn.tram.driver.camera;

import java.nio.file.Path;
import java.util.Arrays;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.videoio.VideoWriter;
import org.opencv.videoio.Videoio;
import vn.tram.image.Gray8;
import vn.tram.image.Resolution;
import vn.tram.imaging.Images;
import vn.tram.imaging.OpenCv;

/// Pictures of one level that tell which one they are, as a stream and as a recording.
final class Testing {
    static final int WIDTH = 320;
    static final int HEIGHT = 240;

    private Testing() {}

    /// A JPEG of level `10 * (number % 20) + 20`.
    static byte[] jpeg(int number) {
        return jpeg(number, WIDTH, HEIGHT);
    }

    static byte[] jpeg(int number, int width, int height) {
        var pixels = new byte[width * height];
        Arrays.fill(pixels, (byte) level(number));
        return Images.jpeg(Gray8.wrap(width, height, pixels), new Resolution.Unknown(), 95);
    }

    static int level(int number) {
        return 10 * (number % 20) + 20;
    }

    /// A recording of `frames` pictures, at 20 a second.
    static Path recording(Path file, int frames) {
        OpenCv.load();
        var writer =
                new VideoWriter(
                        file.toString(),
                        Videoio.CAP_OPENCV_MJPEG,
                        VideoWriter.fourcc('M', 'J', 'P', 'G'),
                        20,
                        new Size(WIDTH, HEIGHT));
        for (int i = 0; i < frames; i++) {
            var picture = new Mat(HEIGHT, WIDTH, CvType.CV_8UC3, Scalar.all(level(i)));
            writer.write(picture);
            picture.release();
        }
        writer.release();
        return file;
    }
}
