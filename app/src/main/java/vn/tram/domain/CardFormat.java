package vn.tram.domain;

/// A card's or document's picture. Proportions of the head: chin to crown, the eyes half-way.
///
/// ISO/IEC 39794-5 wants a head of 0.6 to 0.9 of the picture's height and eyes 0.3 to 0.5 from the
/// top; the ICAO photograph guide 0.7 to 0.8. All three have at least 600 pixels in an inch.
public enum CardFormat {
    /// The citizen card: JPEG for print.
    CARD_3X4("3x4", 30, 40, 1200, 0.70, 0.80, 0.45, 300_000),
    /// Passport application on paper: narrower, so the head must be smaller.
    PAPER_4X6("4x6", 40, 60, 1440, 0.55, 0.65, 0.42, 400_000),
    /// Electronic passport: small enough for its chip.
    PASSPORT_35X45("35x45", 35, 45, 1062, 0.72, 0.80, 0.45, 20_000);

    private final String code;
    private final double widthMm;
    private final double heightMm;
    private final int mostRows;
    private final double head;
    private final double mostHead;
    private final double eyes;
    private final int mostBytes;

    CardFormat(
            String code,
            double widthMm,
            double heightMm,
            int mostRows,
            double head,
            double mostHead,
            double eyes,
            int mostBytes) {
        this.code = code;
        this.widthMm = widthMm;
        this.heightMm = heightMm;
        this.mostRows = mostRows;
        this.head = head;
        this.mostHead = mostHead;
        this.eyes = eyes;
        this.mostBytes = mostBytes;
    }

    /// As in file names: width by height in millimetres or centimetres, as people say it.
    public String code() {
        return code;
    }

    public double widthMm() {
        return widthMm;
    }

    public double heightMm() {
        return heightMm;
    }

    /// The most rows of pixels it is made with; fewer where the frame has fewer.
    public int mostRows() {
        return mostRows;
    }

    /// The head's share of the height that is aimed at.
    public double head() {
        return head;
    }

    /// The greatest share that still will do.
    public double mostHead() {
        return mostHead;
    }

    /// How far from the top the eyes lie, as a share of the height.
    public double eyes() {
        return eyes;
    }

    /// The most bytes of its file.
    public int mostBytes() {
        return mostBytes;
    }
}
