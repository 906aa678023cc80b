package vn.tram.driver.simulated;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Set;
import vn.tram.image.Position;
import vn.tram.image.Rgb8;

/// Two hands laid flat on a table, as drawn evidence of missing fingers.
final class Table {
    private static final Color TOP = new Color(96, 104, 112);
    private static final Color SKIN = new Color(205, 160, 130);
    private static final Color RIM = new Color(150, 108, 84);
    private static final Color NAIL = new Color(228, 196, 178);

    /// Direction in degrees from straight up, clockwise, and length, of the right hand's back:
    /// thumb, index, middle, ring, little; the hand's width is 1.
    private static final double[][] FINGERS = {
        {-52, 0.62, -0.50, 0.28},
        {-9, 0.86, -0.36, -0.42},
        {-1, 0.96, -0.12, -0.48},
        {7, 0.88, 0.12, -0.46},
        {17, 0.68, 0.35, -0.38}
    };

    private Table() {}

    /// The backs of both hands; missing fingers are stumps.
    static Rgb8 hands(int width, int height, Set<Position> missing) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(TOP);
        pen.fillRect(0, 0, width, height);
        double size = 0.34 * height;
        var fingers = Position.fingers();
        hand(pen, 0.30 * width, 0.66 * height, -size, size, fingers.subList(5, 10), missing);
        hand(pen, 0.70 * width, 0.66 * height, size, size, fingers.subList(0, 5), missing);
        pen.dispose();
        return rgb(picture);
    }

    private static void hand(
            Graphics2D pen,
            double x,
            double y,
            double across,
            double size,
            List<Position> fingers,
            Set<Position> missing) {
        var before = pen.getTransform();
        pen.translate(x, y);
        pen.transform(AffineTransform.getScaleInstance(across, size));
        for (int i = 0; i < FINGERS.length; i++) {
            var finger = FINGERS[i];
            boolean stump = missing.contains(fingers.get(i));
            double angle = Math.toRadians(finger[0]);
            double length = finger[1] * (stump ? 0.3 : 1);
            double tipX = finger[2] + Math.sin(angle) * length;
            double tipY = finger[3] - Math.cos(angle) * length;
            stroke(pen, finger[2], finger[3], tipX, tipY, 0.225, RIM);
            stroke(pen, finger[2], finger[3], tipX, tipY, 0.205, SKIN);
            if (!stump) {
                stroke(pen, tipX, tipY, tipX + 0.04 * Math.sin(angle), tipY, 0.11, NAIL);
            }
        }
        pen.setColor(RIM);
        pen.fill(new RoundRectangle2D.Double(-0.51, -0.56, 1.02, 1.8, 0.5, 0.5));
        pen.setColor(SKIN);
        pen.fill(new RoundRectangle2D.Double(-0.50, -0.60, 1.0, 1.8, 0.5, 0.5));
        pen.setTransform(before);
    }

    private static void stroke(
            Graphics2D pen, double x, double y, double toX, double toY, double wide, Color color) {
        pen.setColor(color);
        pen.setStroke(new BasicStroke((float) wide, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(new Line2D.Double(x, y, toX, toY));
    }

    private static Rgb8 rgb(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        var samples = new byte[3 * width * height];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int pixel = picture.getRGB(x, y);
                samples[i++] = (byte) (pixel >> 16);
                samples[i++] = (byte) (pixel >> 8);
                samples[i++] = (byte) pixel;
            }
        }
        return Rgb8.wrap(width, height, samples);
    }
}
