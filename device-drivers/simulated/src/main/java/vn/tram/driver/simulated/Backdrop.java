package vn.tram.driver.simulated;

/// What is behind the person: an even, light wall, or one with posters and shelves.
final class Backdrop {
    private static final int PLAIN = 216 << 16 | 217 << 8 | 219;
    private static final int POSTERS = 14;

    private final int[] colours;
    private final double[] places;
    private final int count;

    /// @param person tells one cluttered wall from another
    /// @param height of the picture, pixels
    Backdrop(Staging.Wall wall, long person, int height) {
        count = wall == Staging.Wall.BUSY ? POSTERS : 0;
        colours = new int[count];
        places = new double[4 * count];
        var dice = Dice.of(person, 8);
        for (int i = 0; i < count; i++) {
            colours[i] =
                    (int) (40 + 200 * dice.unit()) << 16
                            | (int) (40 + 200 * dice.unit()) << 8
                            | (int) (40 + 200 * dice.unit());
            places[4 * i] = 1.78 * height * dice.unit();
            places[4 * i + 1] = 0.8 * height * dice.unit();
            places[4 * i + 2] = places[4 * i] + height * (0.1 + 0.25 * dice.unit());
            places[4 * i + 3] = places[4 * i + 1] + height * (0.1 + 0.25 * dice.unit());
        }
    }

    /// `0xRRGGBB`; the last poster lies over the others.
    int at(int x, int y) {
        for (int i = count - 1; i >= 0; i--) {
            if (x >= places[4 * i]
                    && y >= places[4 * i + 1]
                    && x < places[4 * i + 2]
                    && y < places[4 * i + 3]) {
                return colours[i];
            }
        }
        return PLAIN;
    }
}
