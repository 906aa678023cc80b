package vn.tram.imaging;

import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.opencv.core.Core;

/// The one place that loads OpenCV's native library.
///
/// Everything that touches `org.opencv` calls [#load] first. OpenCV is told to use one thread: the
/// station judges several fingers side by side already, and results must not depend on the number
/// of cores.
public final class OpenCv {
    /// Names an installed copy of the native library; it is loaded as it is, nothing is extracted.
    public static final String INSTALLED_COPY = "tram.opencv";

    private static final ReentrantLock LOADING = new ReentrantLock();
    private static volatile boolean loaded;

    private OpenCv() {}

    /// Loads the library unless it is loaded. The first call reads 65 MB (and on a machine that
    /// never ran the station extracts them, about a second); the later ones cost nothing.
    ///
    /// Safe for use by several threads.
    ///
    /// @throws OpenCvMissing when this machine has no library that fits
    /// @throws IllegalStateException on the JavaFX thread
    public static void load() {
        if (Thread.currentThread().getName().equals("JavaFX Application Thread")) {
            throw new IllegalStateException("loading OpenCV blocks: not on the JavaFX thread");
        }
        if (loaded) {
            return;
        }
        LOADING.lock();
        try {
            if (!loaded) {
                link();
                Core.setNumThreads(1);
                loaded = true;
            }
        } finally {
            LOADING.unlock();
        }
    }

    @SuppressWarnings("restricted") // the launcher allows native access
    private static void link() {
        var installed = System.getProperty(INSTALLED_COPY);
        var library =
                installed == null
                        ? NativeLibrary.ofThisMachine().unpackedIn(CacheFolder.ofThisUser())
                        : Path.of(installed).toAbsolutePath();
        try {
            System.load(library.toString());
        } catch (UnsatisfiedLinkError e) {
            throw new OpenCvMissing("OpenCV does not load from " + library, e);
        }
    }
}
