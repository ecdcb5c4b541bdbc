package dev.vsa.examples.cli.picture;

import dev.vsa.geometry.Box;
import dev.vsa.geometry.Point;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws in normalised coordinates. Strokes and letters grow with the picture, so that they look the same at 360 rows and at
 * 2160. Where the machine has no fonts, pictures go without letters.
 */
final class Pen implements AutoCloseable {

    private static final boolean LETTERS = canWrite();

    /** Where a plate may go instead, in plates upwards or downwards. */
    private static final int[] PLACES = {0, -1, 1, -2, 2};

    private final Graphics2D g;
    private final int width;
    private final int height;
    private final double unit;
    private final List<Rectangle2D> plates = new ArrayList<>();

    /** Begins to draw on a picture. */
    Pen(BufferedImage picture) {
        g = picture.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        if (LETTERS) {
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        }
        width = picture.getWidth();
        height = picture.getHeight();
        unit = Math.max(0.6, height / 576.0);
    }

    private static boolean canWrite() {
        try {
            BufferedImage trial = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
            Graphics2D g = trial.createGraphics();
            g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 8));
            g.drawString("a", 0, 8);
            g.dispose();
            return true;
        } catch (RuntimeException | LinkageError | InternalError e) {
            Logger log = LoggerFactory.getLogger(Pen.class);
            log.warn("this machine has no fonts: pictures go without letters ({})", e.toString());
            return false;
        }
    }

    /** A length that is one pixel in a picture of 576 rows. */
    double px(double length) {
        return length * unit;
    }

    double x(double normalised) {
        return normalised * width;
    }

    double y(double normalised) {
        return normalised * height;
    }

    void colour(Color colour) {
        g.setColor(colour);
    }

    void stroke(double thickness) {
        g.setStroke(new BasicStroke((float) px(thickness), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }

    void dashed(double thickness) {
        float dash = (float) px(4);
        g.setStroke(new BasicStroke(
                (float) px(thickness), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {dash, dash}, 0));
    }

    Path2D path(List<Point> points, boolean closed) {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        append(path, points, closed);
        return path;
    }

    void append(Path2D path, List<Point> points, boolean closed) {
        path.moveTo(x(points.get(0).x()), y(points.get(0).y()));
        for (Point p : points.subList(1, points.size())) {
            path.lineTo(x(p.x()), y(p.y()));
        }
        if (closed) {
            path.closePath();
        }
    }

    void fill(Path2D path) {
        g.fill(path);
    }

    void line(Path2D path) {
        g.draw(path);
    }

    void segment(double x1, double y1, double x2, double y2) {
        Path2D path = new Path2D.Double();
        path.moveTo(x1, y1);
        path.lineTo(x2, y2);
        g.draw(path);
    }

    /** An arrow from a place, in picture coordinates, along a direction of length 1. */
    void arrow(double fromX, double fromY, double dx, double dy, double length) {
        double toX = fromX + dx * length;
        double toY = fromY + dy * length;
        double barb = Math.min(length / 2.5, px(12));
        segment(fromX, fromY, toX, toY);
        segment(toX, toY, toX - barb * (dx * 0.87 - dy * 0.5), toY - barb * (dy * 0.87 + dx * 0.5));
        segment(toX, toY, toX - barb * (dx * 0.87 + dy * 0.5), toY - barb * (dy * 0.87 - dx * 0.5));
    }

    void box(Box box) {
        double arc = px(4);
        g.draw(new RoundRectangle2D.Double(x(box.left()), y(box.top()), x(box.width()), y(box.height()), arc, arc));
    }

    /** A dark rim around what is drawn next, so that it stands out on light ground. */
    void rim(Box box, double thickness) {
        Color colour = g.getColor();
        g.setColor(Palette.faded(Palette.INK, 0.55));
        stroke(thickness + 2);
        box(box);
        g.setColor(colour);
        stroke(thickness);
    }

    void bar(double left, double top, double barWidth, double barHeight) {
        g.fill(new Rectangle2D.Double(left, top, barWidth, barHeight));
    }

    /**
     * A word on a coloured plate. Its lower left corner lies at the place; it is pushed into the picture where it would leave it,
     * and up or down where another plate lies.
     */
    void plate(String text, double left, double bottom, Color ground, double size) {
        if (!LETTERS) {
            return;
        }
        FontMetrics metrics = font(size, Font.BOLD);
        double pad = px(3);
        double w = metrics.stringWidth(text) + 2 * pad;
        double h = metrics.getAscent() + metrics.getDescent();
        Rectangle2D place = free(Math.max(0, Math.min(width - w, left)), bottom - h, w, h);
        plates.add(place);
        g.setColor(ground);
        g.fill(new RoundRectangle2D.Double(place.getX(), place.getY(), w, h, px(3), px(3)));
        g.setColor(light(ground) ? Palette.INK : Palette.PAPER);
        g.drawString(text, (float) (place.getX() + pad), (float) (place.getY() + metrics.getAscent()));
    }

    /** The wanted place, or the nearest one above or below it where no plate lies yet; the wanted one if all are taken. */
    private Rectangle2D free(double left, double top, double w, double h) {
        for (int step : PLACES) {
            double shifted = Math.max(0, Math.min(height - h, top + step * (h + 1)));
            Rectangle2D place = new Rectangle2D.Double(left, shifted, w, h);
            if (plates.stream().noneMatch(place::intersects)) {
                return place;
            }
        }
        return new Rectangle2D.Double(left, Math.max(0, Math.min(height - h, top)), w, h);
    }

    /**
     * A line of text, cut with an ellipsis where it would be wider than allowed.
     *
     * @return its width
     */
    double text(String text, double left, double baseline, double size, boolean bold, double most) {
        if (!LETTERS) {
            return 0;
        }
        FontMetrics metrics = font(size, bold ? Font.BOLD : Font.PLAIN);
        String shown = text;
        while (shown.length() > 1 && metrics.stringWidth(shown) > most) {
            shown = shown.substring(0, shown.length() - 2).stripTrailing() + "…";
        }
        g.drawString(shown, (float) left, (float) baseline);
        return metrics.stringWidth(shown);
    }

    double textWidth(String text, double size, boolean bold) {
        return LETTERS ? font(size, bold ? Font.BOLD : Font.PLAIN).stringWidth(text) : 0;
    }

    private FontMetrics font(double size, int style) {
        g.setFont(new Font(Font.SANS_SERIF, style, (int) Math.max(9, Math.round(px(size)))));
        return g.getFontMetrics();
    }

    private static boolean light(Color c) {
        return 0.299 * c.getRed() + 0.587 * c.getGreen() + 0.114 * c.getBlue() > 165;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    @Override
    public void close() {
        g.dispose();
    }
}
