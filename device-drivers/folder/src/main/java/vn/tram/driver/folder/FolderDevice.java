package vn.tram.driver.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import vn.tram.device.Capture;
import vn.tram.device.DeviceInfo;
import vn.tram.device.Fault;
import vn.tram.device.Preview;
import vn.tram.device.PreviewingDevice;
import vn.tram.device.Progress;
import vn.tram.device.Request;
import vn.tram.device.Sample;
import vn.tram.image.Frame;
import vn.tram.image.Gray8;
import vn.tram.image.Pixels;
import vn.tram.image.Position;
import vn.tram.image.Resolution;
import vn.tram.imaging.Decoding;

/// A directory behind the device interface. Files are read on a thread of its own, so that whoever
/// captures or looks only waits, and can be woken. An empty directory is a scanner without a
/// finger: it waits for the first file.
final class FolderDevice implements PreviewingDevice {
    /// Between two looks at the directory.
    private static final Duration LOOK = Duration.ofMillis(100);

    /// Looks at an empty glass before each file of a scanner: the finger is lifted and laid down
    /// again, as the station asks between two captures.
    private static final int BLANKS = 4;

    private final Playing playing;
    private final DeviceInfo info;
    private final Reel reel;
    private final ScheduledExecutorService reader =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("folder pictures").factory());

    private final CompletableFuture<Capture> gone = new CompletableFuture<>();
    private final Object lock = new Object();
    private @Nullable Live preview;

    FolderDevice(Playing playing, Reel reel) {
        this.playing = playing;
        this.info = playing.info();
        this.reel = reel;
    }

    @Override
    public DeviceInfo info() {
        return info;
    }

    @Override
    public boolean present() {
        return !gone.isDone() && Files.isDirectory(playing.directory());
    }

    @Override
    public Capture capture(Request request, Progress progress) throws InterruptedException {
        var refusal = refusal(request);
        if (refusal.isPresent() && !gone.isDone()) {
            return new Capture.Missed(refusal.get());
        }
        progress.at(0);
        var outcome = new CompletableFuture<Capture>();
        ask(Duration.ZERO, () -> play(request.position(), outcome), outcome);
        try {
            var capture =
                    (Capture)
                            CompletableFuture.anyOf(gone, outcome)
                                    .get(request.patience().toNanos(), TimeUnit.NANOSECONDS);
            progress.at(1);
            return capture;
        } catch (TimeoutException _) {
            return new Capture.Missed(nothing(request.patience()));
        } catch (ExecutionException e) {
            throw new IllegalStateException("reading a picture failed", e.getCause());
        } finally {
            outcome.cancel(false);
        }
    }

    private Optional<Fault> refusal(Request request) {
        var position = request.position();
        boolean can =
                switch (playing.as()) {
                    case SLAP -> position.isSlap() || position.isFinger();
                    case SINGLE -> position.isFinger();
                    case CAMERA -> position == Position.FACE || position == Position.DOCUMENT;
                };
        return can
                ? Optional.empty()
                : Optional.of(new Fault.Refused(0, info.model() + " cannot show " + position));
    }

    /// Runs on the reader's thread, again and again until there is a file.
    private void play(Position position, CompletableFuture<Capture> outcome) {
        switch (reel.coming(position)) {
            case Reel.Turn.Gone(var why) -> leave(why);
            case Reel.Turn.Nothing _ -> ask(LOOK, () -> play(position, outcome), outcome);
            case Reel.Turn.Coming coming -> {
                if (!outcome.isDone()) { // a cancelled capture leaves the file for the next one
                    reel.played(coming);
                    outcome.complete(capture(position, coming));
                }
            }
        }
    }

    private Capture capture(Position position, Reel.Turn.Coming coming) {
        return switch (coming.decoding()) {
            case Decoding.Decoded picture ->
                    new Capture.Taken(List.of(Sample.of(position, frame(coming, picture))));
            case Decoding.Unreadable _ -> new Capture.Missed(garbled(coming));
        };
    }

    private Frame frame(Reel.Turn.Coming coming, Decoding.Decoded picture) {
        var name = coming.file().getFileName().toString();
        return switch (playing.as()) {
            case SLAP, SINGLE -> {
                var resolution =
                        switch (picture.resolution()) {
                            case Resolution.Ppi stated -> stated;
                            case Resolution.Unknown _ -> playing.ppi();
                        };
                yield new Frame(picture.pixels().toGray(), resolution, Instant.now(), name);
            }
            case CAMERA ->
                    new Frame(
                            picture.pixels().toRgb(),
                            new Resolution.Unknown(),
                            Instant.now(),
                            name);
        };
    }

    /// The file's name alone: a path may tell whose pictures these are.
    private static Fault garbled(Reel.Turn.Coming coming) {
        return new Fault.Garbled("a picture file", coming.file().getFileName().toString());
    }

    private Fault nothing(Duration patience) {
        return new Fault.TimedOut(patience, "a picture file in " + playing.directory());
    }

    /// Has the reader do `work` after a while, unless the device is gone or nobody waits any more;
    /// a bug in it reaches the one who waits.
    private void ask(Duration after, Runnable work, CompletableFuture<?> waiting) {
        Runnable guarded =
                () -> {
                    if (!waiting.isDone()) {
                        CompletableFuture.runAsync(work, Runnable::run)
                                .whenComplete((_, bug) -> fail(waiting, bug));
                    }
                };
        synchronized (lock) {
            if (!gone.isDone()) {
                reader.schedule(guarded, after.toNanos(), TimeUnit.NANOSECONDS);
            }
        }
    }

    private static void fail(CompletableFuture<?> waiting, @Nullable Throwable bug) {
        if (bug != null) {
            waiting.completeExceptionally(bug);
        }
    }

    @Override
    public boolean standsStill() {
        return true;
    }

    @Override
    public Preview preview(Request request) {
        var live = new Live(request.position());
        refusal(request).ifPresent(live::end);
        synchronized (lock) {
            if (preview != null) {
                preview.close();
            }
            preview = live;
            if (gone.isDone()) {
                live.end(disconnected());
            }
        }
        return live;
    }

    @Override
    public void close() {
        leave(disconnected());
    }

    /// Gone for good: whoever waits learns it.
    private void leave(Fault why) {
        synchronized (lock) {
            gone.complete(new Capture.Missed(why));
            if (preview != null) {
                preview.end(why);
            }
            reader.shutdownNow();
        }
    }

    private Fault disconnected() {
        return new Fault.Disconnected(info.address().toString());
    }

    /// Shows the file that the next capture will take, afresh at every look.
    private final class Live implements Preview {
        private final Position position;
        private final CompletableFuture<Look> ended = new CompletableFuture<>();
        private long last = System.nanoTime() - LOOK.toNanos();
        private @Nullable Path shown;
        private int blanks;

        private Live(Position position) {
            this.position = position;
        }

        @Override
        public Look next(Duration patience) throws InterruptedException {
            var outcome = new CompletableFuture<Look>();
            long since = System.nanoTime() - last;
            ask(LOOK.minusNanos(Math.min(since, LOOK.toNanos())), () -> look(outcome), outcome);
            try {
                var look =
                        (Look)
                                CompletableFuture.anyOf(ended, outcome)
                                        .get(patience.toNanos(), TimeUnit.NANOSECONDS);
                last = System.nanoTime();
                return look;
            } catch (TimeoutException _) {
                return new Look.Lost(nothing(patience));
            } catch (ExecutionException e) {
                throw new IllegalStateException("reading a picture failed", e.getCause());
            } finally {
                outcome.cancel(false);
            }
        }

        private void look(CompletableFuture<Look> outcome) {
            switch (reel.coming(position)) {
                case Reel.Turn.Gone(var why) -> leave(why);
                case Reel.Turn.Nothing _ -> ask(LOOK, () -> look(outcome), outcome);
                case Reel.Turn.Coming coming -> outcome.complete(look(coming));
            }
        }

        /// A file that is no picture is named once, then the reel moves on: else a station that
        /// waits for a good preview would wait for ever.
        private Look look(Reel.Turn.Coming coming) {
            if (!coming.file().equals(shown)) {
                shown = coming.file();
                blanks = playing.as() == Playing.Role.CAMERA ? 0 : BLANKS;
            }
            return switch (coming.decoding()) {
                case Decoding.Decoded picture ->
                        new Look.Seen(
                                blanks-- > 0 ? glass(picture.pixels()) : frame(coming, picture));
                case Decoding.Unreadable _ -> {
                    reel.played(coming);
                    yield new Look.Lost(garbled(coming));
                }
            };
        }

        /// A scanner with nothing on it, of the coming picture's size.
        private Frame glass(Pixels pixels) {
            var white = new byte[pixels.width() * pixels.height()];
            Arrays.fill(white, (byte) 255);
            return new Frame(
                    Gray8.wrap(pixels.width(), pixels.height(), white),
                    playing.ppi(),
                    Instant.now(),
                    info.address().toString());
        }

        private void end(Fault fault) {
            ended.complete(new Look.Lost(fault));
        }

        @Override
        public void close() {
            end(disconnected());
        }
    }
}
