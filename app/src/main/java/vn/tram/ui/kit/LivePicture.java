package vn.tram.ui.kit;

import java.nio.IntBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import vn.tram.image.Pixels;

/// The live picture: always the newest frame, no queue, at most 30 a second, never tinted by a
/// theme. Marks lie over it in coordinates of the frame.
///
/// [#offer] may be called from any thread and does the scaling there; all else belongs to the
/// thread that draws.
public final class LivePicture extends Pane {
    static final String STYLE_CLASS = "live-picture";

    /// Shortest time between two drawn frames.
    private static final Duration BETWEEN = Duration.ofMillis(33);

    private final Background background;
    private final ImageView view = new ImageView();
    private final Pane marks = new Pane();
    private final ConcurrentLinkedQueue<Scaled> spare = new ConcurrentLinkedQueue<>();
    private final AtomicReference<@Nullable Scaled> newest = new AtomicReference<>();
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile int roomWidth = 1;
    private volatile int roomHeight = 1;
    private volatile Optional<Band> band = Optional.empty();
    private @Nullable PixelBuffer<IntBuffer> drawn;
    private Optional<Scaled.Size> frame = Optional.empty();
    private List<Mark> shown = List.of();
    private volatile Optional<Pixels> still = Optional.empty();
    private long drawnAt;

    public LivePicture(Background background) {
        this.background = background;
        getStyleClass().add(STYLE_CLASS);
        marks.getStyleClass().add("marks");
        marks.setMouseTransparent(true);
        view.setSmooth(true);
        view.setManaged(false);
        marks.setManaged(false);
        getChildren().setAll(view, marks);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        setMinSize(0, 0);
    }

    /// Shows `pixels` soon, unless a newer frame comes first. Any thread.
    public void offer(Pixels pixels) {
        still = Optional.empty();
        var scaled = Scaled.of(pixels, roomWidth, rows(), spare.poll());
        var overtaken = newest.getAndSet(scaled);
        if (overtaken != null) {
            spare.offer(overtaken);
        }
        if (asked.compareAndSet(false, true)) {
            background.post(this::drawWhenDue);
        }
    }

    /// Shows `pixels` now, and sharp again when the room for it changes: for pictures that stand.
    public void show(Pixels pixels) {
        still = Optional.of(pixels);
        newest.set(Scaled.of(pixels, roomWidth, rows(), spare.poll()));
        draw();
    }

    /// When a frame was drawn last, on the clock of [System#nanoTime]; 0 before the first.
    long drawnAt() {
        return drawnAt;
    }

    /// What lies over the picture, in coordinates of the frame; in place of what lay there.
    public void mark(List<Mark> all) {
        shown = List.copyOf(all);
        var before = band;
        frame.ifPresent(f -> band = before.map(b -> b.with(shown, f.height())));
        if (band.equals(before)) {
            drawMarks();
        } else {
            place();
        }
    }

    /// Shows the part of a large platen where fingers lie, as large as the room is wide; or all of
    /// the picture.
    public void closeUp(boolean wanted) {
        if (wanted != band.isPresent()) {
            band = wanted ? Optional.of(Band.MIDDLE) : Optional.empty();
            still.ifPresent(this::show);
            place();
        }
    }

    /// How many rows of a frame may be drawn: what of them is out of sight is cut off.
    private int rows() {
        return band.isPresent() ? Integer.MAX_VALUE : roomHeight;
    }

    /// No picture any more.
    public void clear() {
        newest.set(null);
        still = Optional.empty();
        view.setImage(null);
        drawn = null;
        frame = Optional.empty();
        band = band.map(_ -> Band.MIDDLE);
        mark(List.of());
    }

    private void drawWhenDue() {
        long since = System.nanoTime() - drawnAt;
        long left = BETWEEN.toNanos() - since;
        if (left <= 0) {
            asked.set(false);
            draw();
        } else {
            background.after(
                    Duration.ofNanos(left),
                    () -> {
                        asked.set(false);
                        draw();
                    });
        }
    }

    private void draw() {
        var scaled = newest.getAndSet(null);
        if (scaled == null) {
            return;
        }
        drawnAt = System.nanoTime();
        var buffer = drawn;
        if (buffer == null
                || buffer.getWidth() != scaled.width()
                || buffer.getHeight() != scaled.height()) {
            buffer =
                    new PixelBuffer<>(
                            scaled.width(),
                            scaled.height(),
                            IntBuffer.allocate(scaled.width() * scaled.height()),
                            PixelFormat.getIntArgbPreInstance());
            drawn = buffer;
            view.setImage(new WritableImage(buffer));
        }
        buffer.updateBuffer(b -> {
            scaled.copyTo(b.getBuffer());
            return new Rectangle2D(0, 0, scaled.width(), scaled.height());
        });
        var size = Optional.of(scaled.original());
        spare.offer(scaled);
        if (!size.equals(frame)) {
            frame = size;
            place();
        }
    }

    @Override
    protected void layoutChildren() {
        int width = Math.max(1, (int) Math.round(getWidth()));
        int height = Math.max(1, (int) Math.round(getHeight()));
        boolean other = width != roomWidth || height != roomHeight;
        roomWidth = width;
        roomHeight = height;
        if (other) {
            still.ifPresent(this::show);
        }
        place();
    }

    private void place() {
        frame.ifPresent(f -> {
            double scale = scale(f);
            view.setFitWidth(f.width() * scale);
            view.setFitHeight(f.height() * scale);
            view.relocate(left(f), top(f));
            marks.resizeRelocate(0, 0, getWidth(), getHeight());
            drawMarks();
        });
    }

    private double scale(Scaled.Size f) {
        double seen = band.map(b -> b.bottom() - b.top()).orElse(1.0);
        return Math.min(getWidth() / f.width(), getHeight() / (f.height() * seen));
    }

    private double left(Scaled.Size f) {
        return (getWidth() - f.width() * scale(f)) / 2;
    }

    /// The band in the middle, but no empty room over or under a picture that is higher.
    private double top(Scaled.Size f) {
        double height = f.height() * scale(f);
        double middle = band.map(b -> (b.top() + b.bottom()) / 2).orElse(0.5);
        double top = getHeight() / 2 - middle * height;
        return height <= getHeight()
                ? (getHeight() - height) / 2
                : Math.clamp(top, getHeight() - height, 0);
    }

    private void drawMarks() {
        marks.getChildren().clear();
        frame.ifPresent(f -> {
            for (var mark : shown) {
                marks.getChildren().add(mark.drawn(scale(f), left(f), top(f)));
            }
        });
    }
}
