package vn.tram.driver.simulated;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import vn.tram.device.FaultException;
import vn.tram.device.Request;
import vn.tram.image.Gray8;
import vn.tram.image.Position;

/// The picture in `docs/synthetic-prints.md`: index fingers of each skin, and below what hands do
/// now and then.
final class PrintSheet {
    private static final int COLUMNS = 4;
    private static final List<String> SKINS = List.of("normal", "dry", "wet", "worn");

    private PrintSheet() {}

    /// Writes it to the file named by the first argument.
    static void main(String[] arguments) throws IOException, FaultException {
        var sheet = new BufferedImage(COLUMNS * 400, 3 * 460, BufferedImage.TYPE_BYTE_GRAY);
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                var address =
                        "sim://single?hand=careful&person=%d&skin=%s"
                                .formatted(3 + row, SKINS.get(column));
                var request = Request.of(Position.RIGHT_INDEX, Duration.ofSeconds(30), "sheet");
                paste(sheet, Truth.of(URI.create(address), request, 0).picture(), column, row);
            }
        }
        double tip = finger().pad().tip();
        paste(sheet, laid(new Touch(0, 0.15, 0, 0, 0, 0, 0, 0, 0.77, 0, 0)), 0, 2);
        paste(sheet, laid(new Touch(0, 0.88, 0, 0, 0, 0, 0, 0, 0.97, 0, 0)), 1, 2);
        paste(sheet, laid(new Touch(0, 0.5, 0, 0, 0, 0, 0, -0.5 * tip, 0.68, 0, 0)), 2, 2);
        paste(sheet, laid(new Touch(0, 0.5, 0, 0, 0, 0, 0, 0, 0.93, 9, 5)), 3, 2);
        ImageIO.write(sheet, "png", Path.of(arguments[0]).toFile());
    }

    private static Finger finger() {
        return new Person(3, Optional.of(Skin.NORMAL)).finger(Position.RIGHT_INDEX);
    }

    private static Gray8 laid(Touch touch) {
        var grain = new Grain(1);
        var glass = Glass.over(Glass.clean(500, 500, grain));
        new Contact(finger(), touch, Optional.empty(), grain, Dice.of(1))
                .press(Position.RIGHT_INDEX, glass, 250, 250);
        return glass.exposure(Glass.RESTING, grain, 0);
    }

    /// In 16 gray levels, which keeps the file small.
    private static void paste(BufferedImage sheet, Gray8 print, int column, int row) {
        for (int y = 0; y < 460; y++) {
            for (int x = 0; x < 400; x++) {
                int level = print.at(x + 50, y + 20) & 0xF0 | 0x0F;
                sheet.getRaster().setSample(400 * column + x, 460 * row + y, 0, level);
            }
        }
    }
}
