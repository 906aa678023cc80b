package vn.tram.driver.simulated;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import vn.tram.device.FaultException;
import vn.tram.device.Request;
import vn.tram.image.Gray8;
import vn.tram.image.Position;

/// The picture of rolled prints in `docs/synthetic-prints.md`, at half size: above fingers laid
/// down flat, below the same fingers rolled.
final class RolledSheet {
    private static final int WIDTH = 620;
    private static final int HEIGHT = 560;
    private static final int PAPER = 247;
    private static final List<Position> FINGERS =
            List.of(Position.RIGHT_THUMB, Position.RIGHT_INDEX, Position.LEFT_LITTLE);

    private RolledSheet() {}

    /// Writes it to the file named by the first argument.
    static void main(String[] arguments) throws IOException, FaultException {
        int columns = FINGERS.size();
        var sheet = new BufferedImage(columns * WIDTH / 2, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        for (int column = 0; column < columns; column++) {
            paste(sheet, FINGERS.get(column), column, 0);
            paste(sheet, FINGERS.get(column).otherPrint(), column, 1);
        }
        ImageIO.write(sheet, "png", Path.of(arguments[0]).toFile());
    }

    private static void paste(BufferedImage sheet, Position position, int column, int row)
            throws FaultException {
        var address = URI.create("sim://single?person=" + (3 + column));
        var request = Request.of(position, Duration.ofSeconds(30), "sheet");
        var picture = Truth.of(address, request, 0).picture();
        int left = (WIDTH - picture.width()) / 2;
        int top = (HEIGHT - picture.height()) / 2;
        var raster = sheet.getRaster();
        for (int y = 0; y < HEIGHT; y += 2) {
            for (int x = 0; x < WIDTH; x += 2) {
                int sum = 0;
                for (int i = 0; i < 4; i++) {
                    sum += level(picture, x + i % 2 - left, y + i / 2 - top);
                }
                int level = sum / 4;
                raster.setSample((column * WIDTH + x) / 2, (row * HEIGHT + y) / 2, 0, level);
            }
        }
    }

    private static int level(Gray8 picture, int x, int y) {
        boolean inside = x >= 0 && y >= 0 && x < picture.width() && y < picture.height();
        return inside ? picture.at(x, y) : PAPER;
    }
}
