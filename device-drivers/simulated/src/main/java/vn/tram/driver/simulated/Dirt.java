package vn.tram.driver.simulated;

/// What lies on a glass that nobody wiped: specks, lint, greasy smears.
final class Dirt {
    // A square inch has about so many of each.
    private static final int SPECKS = 34;
    private static final int LINT = 5;
    private static final int SMEARS = 4;
    private static final double SQUARE_INCH = 500.0 * 500;

    private final Glass glass;
    private final Dice dice;

    private Dirt(Glass glass, Dice dice) {
        this.glass = glass;
        this.dice = dice;
    }

    /// Dirties `glass` and gives it back.
    static Glass on(Glass glass, Dice dice) {
        double inches = glass.width() * glass.height() / SQUARE_INCH;
        double much = dice.between(0.6, 1.6) * inches;
        var dirt = new Dirt(glass, dice);
        for (int i = 0; i < SPECKS * much; i++) {
            dirt.spot(dirt.x(), dirt.y(), dice.between(1, 5), (int) dice.between(40, 150));
        }
        for (int i = 0; i < LINT * much; i++) {
            dirt.lint();
        }
        for (int i = 0; i < SMEARS * much; i++) {
            dirt.smear();
        }
        return glass;
    }

    private double x() {
        return dice.unit() * glass.width();
    }

    private double y() {
        return dice.unit() * glass.height();
    }

    private void spot(double x, double y, double radius, int dark) {
        int around = (int) Math.ceil(radius) + 1;
        for (int dy = -around; dy <= around; dy++) {
            for (int dx = -around; dx <= around; dx++) {
                double away = Math.hypot(dx, dy) - radius;
                if (away < 0.5) {
                    glass.stain((int) x + dx, (int) y + dy, (int) (dark * Math.min(1, 0.5 - away)));
                }
            }
        }
    }

    /// A bent thread.
    private void lint() {
        double x = x();
        double y = y();
        double angle = dice.between(0, 2 * Math.PI);
        double bend = dice.between(-0.06, 0.06);
        double length = dice.between(30, 110);
        for (double run = 0; run < length; run += 1.2) {
            spot(x, y, 0.4, 70);
            x += 1.2 * Math.cos(angle);
            y += 1.2 * Math.sin(angle);
            angle += bend;
        }
    }

    /// Where something greasy was wiped: short parallel streaks.
    private void smear() {
        double x = x();
        double y = y();
        double angle = dice.between(0, Math.PI);
        for (int streak = -4; streak <= 4; streak++) {
            double fromX = x - Math.sin(angle) * 4.5 * streak;
            double fromY = y + Math.cos(angle) * 4.5 * streak;
            double length = dice.between(25, 70);
            int dark = (int) dice.between(12, 34);
            for (double run = 0; run < length; run += 1) {
                spot(fromX + run * Math.cos(angle), fromY + run * Math.sin(angle), 1, dark);
            }
        }
    }
}
