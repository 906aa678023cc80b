package vn.tram.driver.zfm.simulator;

/// The modules that can be simulated, as their manuals describe them.
public enum Model {
    ZFM_20("ZFM-20", "ZhianTec", 256, 288, 9, 150, 2, 512, 150),
    R305("R305", "GROW", 256, 288, 9, 980, 2, 512, 150),
    R307("R307", "GROW", 256, 288, 9, 1000, 2, 512, 150),
    FPM10A("FPM10A", "ZhianTec", 256, 288, 9, 162, 2, 512, 150),
    AS608("AS608", "Synochip", 256, 288, 9, 162, 2, 512, 150),
    R503("R503", "GROW", 192, 192, 0, 200, 6, 1536, 60);

    private final String label;
    private final String maker;
    private final int width;
    private final int height;
    private final int system;
    private final int capacity;
    private final int buffers;
    private final int templateBytes;
    private final int lookMs;

    Model(
            String label,
            String maker,
            int width,
            int height,
            int system,
            int capacity,
            int buffers,
            int templateBytes,
            int lookMs) {
        this.label = label;
        this.maker = maker;
        this.width = width;
        this.height = height;
        this.system = system;
        this.capacity = capacity;
        this.buffers = buffers;
        this.templateBytes = templateBytes;
        this.lookMs = lookMs;
    }

    String label() {
        return label;
    }

    String maker() {
        return maker;
    }

    /// Columns of the picture.
    public int width() {
        return width;
    }

    /// Rows of it.
    public int height() {
        return height;
    }

    /// The identifier in the system parameters.
    int system() {
        return system;
    }

    /// Templates that it can store.
    int capacity() {
        return capacity;
    }

    /// Buffers for templates.
    int buffers() {
        return buffers;
    }

    /// Bytes of a template as it goes over the line.
    int templateBytes() {
        return templateBytes;
    }

    /// How long one look for a finger takes, milliseconds; the manuals only say less than a second,
    /// and 200.
    int lookMs() {
        return lookMs;
    }

    /// Whether it is of the newer kind: product information, a ring of light, a byte 55h when it
    /// has started.
    boolean newer() {
        return this == R503;
    }
}
