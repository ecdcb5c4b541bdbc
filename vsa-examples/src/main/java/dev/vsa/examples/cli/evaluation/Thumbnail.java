package dev.vsa.examples.cli.evaluation;

import dev.vsa.examples.cli.picture.Jpeg;
import dev.vsa.geometry.Box;
import dev.vsa.geometry.Point;
import dev.vsa.geometry.Zone;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;

/** Draws what went wrong upon a small picture: the zone, and what the alert or the label is about. */
final class Thumbnail {

    private static final int WIDTH = 480;
    private static final Color ZONE = new Color(0xff, 0xc1, 0x07);
    private static final Color SUBJECT = new Color(0xff, 0x3d, 0x3d);
    private static final Color LABEL = new Color(0x36, 0xc9, 0xe8);

    private Thumbnail() {}

    /** A JPEG of a mistake. */
    static byte[] of(Mistake mistake, BufferedImage picture) throws IOException {
        double scale = (double) WIDTH / picture.getWidth();
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        BufferedImage small = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = small.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.drawImage(picture, 0, 0, WIDTH, height, null);
        Zone zone = mistake.judged().run().label().zones().get(mistake.zone());
        if (zone != null && !zone.id().equals(Zone.FRAME)) {
            outline(g, zone.polygon().outer(), height);
        }
        g.setColor(mistake.kind() == Mistake.Kind.MISSED ? LABEL : SUBJECT);
        g.setStroke(new BasicStroke(2.5f));
        for (Box box : mistake.boxes()) {
            g.draw(new Rectangle2D.Double(
                    box.left() * WIDTH, box.top() * height, box.width() * WIDTH, box.height() * height));
        }
        g.dispose();
        return Jpeg.of(small);
    }

    private static void outline(Graphics2D g, List<Point> ring, int height) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < ring.size(); i++) {
            double x = ring.get(i).x() * WIDTH;
            double y = ring.get(i).y() * height;
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        path.closePath();
        g.setColor(ZONE);
        g.setStroke(new BasicStroke(1.5f));
        g.draw(path);
    }
}
