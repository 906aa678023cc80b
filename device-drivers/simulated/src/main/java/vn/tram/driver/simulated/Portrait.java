package vn.tram.driver.simulated;

/// The photographs the camera plays, and where their person stands. Both are in the public domain;
/// their backgrounds were cut away. Both show women: men are played by the same.
enum Portrait {
    /// Eileen Collins, NASA.
    COLLINS("astronaut.png", 3.45, 222, 0.09, new Head(224.8, 103.0, 0.057, 42.3)),
    /// Grace Hopper, US Navy: with glasses and cap.
    HOPPER("hopper.png", 1.78, 262, 0.16, new Head(263.8, 174.7, -0.048, 83.1));

    private final String file;
    private final double scale;
    private final double middle;
    private final double top;
    private final Head head;

    /// @param scale from the file's pixels to those of a still of 1080 rows
    /// @param middle column of the face in the file
    /// @param top where the file's first row comes to lie, as a share of the still's height
    /// @param head where it is in the file
    Portrait(String file, double scale, double middle, double top, Head head) {
        this.file = file;
        this.scale = scale;
        this.middle = middle;
        this.top = top;
        this.head = head;
    }

    /// The person at the size of a picture of that many rows.
    Cutout cutout(int rows) {
        return Cutout.load(file, scale * rows / 1080);
    }

    /// Column of the face in the cutout for a picture of that many rows.
    double middle(int rows) {
        return middle * scale * rows / 1080;
    }

    /// The head in the cutout for a picture of that many rows.
    Head head(int rows) {
        double factor = scale * rows / 1080;
        return new Head(head.x() * factor, head.y() * factor, head.tilt(), head.apart() * factor);
    }

    /// The one who is not this.
    Portrait other() {
        return this == COLLINS ? HOPPER : COLLINS;
    }

    /// Row at which the cutout begins in a picture of that many rows.
    double top(int rows) {
        return top * rows;
    }
}
