package vn.tram.driver.zfm.simulator;

import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import vn.tram.device.FaultException;
import vn.tram.image.Gray8;
import vn.tram.serial.Line;
import vn.tram.serial.SerialLine;

/// A simulated module that runs on a thread of its own, on a line on which bytes take no time.
public final class Bench implements AutoCloseable {
    private final ZfmSimulator simulator;
    private final CompletableFuture<ZfmSimulator.Ending> ending = new CompletableFuture<>();

    private Bench(ZfmSimulator simulator) {
        this.simulator = simulator;
        Thread.ofPlatform()
                .daemon()
                .name("simulated module")
                .start(() -> {
                    try {
                        ending.complete(simulator.run());
                    } catch (InterruptedException | RuntimeException e) {
                        ending.completeExceptionally(e);
                    }
                });
    }

    public static Bench hurried(Line line, Setup setup, Glass glass) {
        return new Bench(new ZfmSimulator(line, setup, glass, ZfmSimulator.Clock.HURRIED));
    }

    public static Bench onPort(String path, Setup setup, Glass glass) throws FaultException {
        return hurried(SerialLine.open(path, setup.baud()), setup, glass);
    }

    /// At the true pace.
    public static Bench paced(Line line, Setup setup, Glass glass) {
        return new Bench(new ZfmSimulator(line, setup, glass, ZfmSimulator.Clock.TRUE));
    }

    public ZfmSimulator.Ending ending() throws Exception {
        return ending.get(10, TimeUnit.SECONDS);
    }

    /// Something like a print: wavy ridges eight to ten pixels apart, another pattern for each
    /// seed.
    public static Gray8 print(long seed, int width, int height) {
        var random = new Random(seed);
        double middleX = width * (0.3 + 0.4 * random.nextDouble());
        double middleY = height * (0.3 + 0.4 * random.nextDouble());
        double tilt = random.nextDouble() * Math.PI;
        double bend = 20 + 30 * random.nextDouble();
        double period = 7.5 + 3 * random.nextDouble();
        var samples = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double along = Math.cos(tilt) * (x - middleX) + Math.sin(tilt) * (y - middleY);
                double across = Math.sin(tilt) * (middleX - x) + Math.cos(tilt) * (y - middleY);
                double phase = Math.hypot(along, across + bend) + 4 * Math.sin(across / 17);
                double wave = Math.cos(2 * Math.PI * phase / period);
                samples[y * width + x] =
                        (byte) Math.clamp(150 + 90 * wave + 8 * random.nextGaussian(), 0, 255);
            }
        }
        return Gray8.wrap(width, height, samples);
    }

    /// What a picture becomes on its way through a module.
    public static Gray8 sixteenLevels(Gray8 picture) {
        var samples = picture.toBytes();
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) ((samples[i] >> 4 & 0xF) * 17);
        }
        return Gray8.wrap(picture.width(), picture.height(), samples);
    }

    @Override
    public void close() {
        simulator.close();
    }
}
