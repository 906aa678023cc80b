package vn.tram.driver.simulated;

/// Moves the head of a portrait: turns it and closes its eyes. Lengths are pixels of a cutout.
///
/// @param x and `y`: the midpoint of the eyes
/// @param tilt of the line through the eyes, radians clockwise
/// @param apart distance of the eyes
record Head(double x, double y, double tilt, double apart) {
    /// In distances between the eyes: half the head's width with its hair, what is moved above the
    /// eyes and below, and, further down, half an eye's width and height with its lashes.
    private static final double HALF_WIDTH = 1.7;

    private static final double ABOVE = 2;
    private static final double BELOW = 2.4;

    /// About this place under the eyes the head is tilted; over so much of the neck it fades.
    private static final double NECK = 1.8;

    private static final double GIVES = 1.2;
    private static final double EYE_WIDTH = 0.33;
    private static final double EYE_HEIGHT = 0.17;

    /// How far along, and how wide, the lashes are drawn, in an eye's half height.
    private static final double LASHES_AT = 0.55;

    private static final double LASHES = 0.22;
    private static final double LASHES_SHADE = 0.3;

    private static final int WHOLE = 256;

    /// What is seen at a place of the cutout.
    int seen(Cutout cutout, double px, double py, Staging staging) {
        if (staging.turn() == 0 && staging.tilt() == 0 && !staging.lids()) {
            return cutout.at(px, py);
        }
        double cos = Math.cos(tilt);
        double sin = Math.sin(tilt);
        double level = ((px - x) * cos + (py - y) * sin) / apart;
        double upright = ((py - y) * cos - (px - x) * sin) / apart - NECK;
        // the neck gives way, the shoulders stay
        double bend = staging.tilt() * Math.clamp((BELOW - NECK - upright) / GIVES, 0, 1);
        double across = level * Math.cos(bend) + upright * Math.sin(bend);
        double down = upright * Math.cos(bend) - level * Math.sin(bend) + NECK;
        if (staging.lids()) {
            double eye = Math.abs(across) - 0.5;
            double wide = eye / EYE_WIDTH;
            double high = down / EYE_HEIGHT;
            if (wide * wide + high * high < 1) {
                return lid(cutout, px, py, sin, cos, wide, down);
            }
        }
        double from = turned(across, down, staging.turn()) * apart;
        double below = down * apart;
        return cutout.at(x + from * cos - below * sin, y + from * sin + below * cos);
    }

    /// The head is taken for a cylinder: what was `from` the middle comes to lie `across` of it.
    private static double turned(double across, double down, double turn) {
        double place = across / HALF_WIDTH;
        double reach = down < 0 ? -down / ABOVE : down / BELOW;
        if (turn == 0 || Math.abs(place) >= 1 || reach >= 1) {
            return across;
        }
        double moved = Math.sin(Math.asin(place) - turn);
        // at the head's border and down the neck nothing moves
        double share = (1 - Math.pow(place, 4)) * (1 - Math.pow(reach, 4));
        return HALF_WIDTH * (place + share * (moved - place));
    }

    /// Skin from below the eye, and the lashes of the upper lid across it.
    private int lid(
            Cutout cutout, double px, double py, double sin, double cos, double wide, double down) {
        double below = (2.1 * EYE_HEIGHT - 0.35 * (down + EYE_HEIGHT)) * apart - down * apart;
        int skin = cutout.at(px - below * sin, py + below * cos);
        double line = LASHES_AT * EYE_HEIGHT * (1 - wide * wide);
        double off = Math.abs(down - line) / (LASHES * EYE_HEIGHT);
        double shade = off < 1 ? LASHES_SHADE + (1 - LASHES_SHADE) * off : 1;
        int weight = (int) (WHOLE * shade);
        int shaded = skin >>> 24;
        for (int shift = 16; shift >= 0; shift -= 8) {
            shaded = shaded << 8 | (skin >>> shift & 0xFF) * weight / WHOLE;
        }
        return shaded;
    }
}
