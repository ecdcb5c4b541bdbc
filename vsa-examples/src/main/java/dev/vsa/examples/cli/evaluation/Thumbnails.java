package dev.vsa.examples.cli.evaluation;

import dev.vsa.examples.cli.picture.FrameImage;
import dev.vsa.examples.cli.picture.Jpeg;
import dev.vsa.frame.Frame;
import dev.vsa.frame.FrameSource;
import dev.vsa.frame.Outcome;
import dev.vsa.geometry.Box;
import dev.vsa.geometry.Point;
import dev.vsa.geometry.Zone;
import dev.vsa.source.Sources;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes the pictures of what went wrong out of the clips: each clip is decoded once. */
final class Thumbnails {

    private static final int WIDTH = 480;
    private static final Color ZONE = new Color(0xff, 0xc1, 0x07);
    private static final Color SUBJECT = new Color(0xff, 0x3d, 0x3d);

    private Thumbnails() {}

    /**
     * A JPEG of each mistake in one clip; a mistake beyond the clip's end has the last frame.
     *
     * @param mistakes of one clip
     */
    static Map<Mistake, byte[]> of(List<Mistake> mistakes) throws IOException {
        Map<Mistake, byte[]> pictures = new HashMap<>();
        List<Mistake> due = new ArrayList<>(mistakes);
        due.sort(Comparator.comparingDouble(Mistake::seconds));
        if (due.isEmpty()) {
            return pictures;
        }
        FrameImage images = new FrameImage();
        try (FrameSource source =
                Sources.file(due.get(0).judged().clip().reading().clip())) {
            source.open();
            BufferedImage last = null;
            for (Outcome next = source.next(); !due.isEmpty(); next = source.next()) {
                if (!(next instanceof Outcome.Delivered delivered)) {
                    break;
                }
                try (Frame frame = delivered.frame()) {
                    if (frame.mediaNanos() < due.get(0).seconds() * 1e9) {
                        continue;
                    }
                    last = images.paint(frame);
                    while (!due.isEmpty() && frame.mediaNanos() >= due.get(0).seconds() * 1e9) {
                        Mistake mistake = due.remove(0);
                        pictures.put(mistake, drawn(mistake, last));
                    }
                }
            }
        }
        return pictures;
    }

    private static byte[] drawn(Mistake mistake, BufferedImage picture) throws IOException {
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
        g.setColor(SUBJECT);
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
