package dev.vsa.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.config.CameraConfig;
import dev.vsa.detectors.abandonedobject.AbandonedObjectParameters;
import dev.vsa.detectors.abandonedobject.AbandonedObjectProvider;
import dev.vsa.engine.Engine;
import dev.vsa.event.Alert;
import dev.vsa.geometry.Box;
import dev.vsa.geometry.Zone;
import dev.vsa.testkit.Footage;
import dev.vsa.testkit.simulation.Belongings;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/**
 * Simulated footage through the whole chain, from pixels to the alert. With {@code -Dvsa.pictures=rewrite} the picture of the page is
 * drawn anew.
 */
class AbandonedBagPictureTest {

    private static final Path PICTURE = Path.of("..", "docs", "detectors", "pictures", "abandoned-object.png");
    private static final int WIDTH = 400;
    private static final int HEIGHT = 225;

    @Test
    void aPaintedBagIsSignalledWhereItStands() throws Exception {
        Footage footage = hall().act(Belongings.bag(0.86, 0.8, 0.09).between(5, 99))
                .act(Belongings.person(-0.2, 0.78, 0.8, 0.42, 1, 5).between(0, 8))
                .act(Belongings.person(0.78, 2.1, 0.8, 0.42, 8, 12.5).between(8, 14));

        List<Alert> alerts = judge(footage);

        assertThat(alerts.stream().map(Alert::id).distinct()).hasSize(1);
        Box box = alerts.get(0).subjects().get(0).box();
        assertThat((box.left() + box.right()) / 2 * footage.aspect()).isBetween(0.86, 0.95);
        assertThat(alerts.get(0).raisedNanos() / 1e9).isBetween(18.0, 24.0);
        if ("rewrite".equals(System.getProperty("vsa.pictures"))) {
            draw(footage.grain(0), alerts.get(0), box);
        }
    }

    @Test
    void onePaintedWhoSitsDownWhileHisFriendWalksOnIsNone() throws Exception {
        Footage footage = hall().act(
                        Belongings.person(-0.2, 0.78, 0.8, 0.42, 1, 5).between(0, 8))
                .act(Belongings.bag(0.68, 0.8, 0.23).between(8, 99))
                .act(Belongings.person(-0.35, 0.98, 0.82, 0.42, 1, 5.5).between(0, 8.5))
                .act(Belongings.person(0.98, 2.1, 0.82, 0.42, 8.5, 12.5).between(8.5, 14));

        assertThat(judge(footage)).isEmpty();
    }

    private static Footage hall() {
        return Footage.of(640, 360, 12.5, 26).act(Belongings.floor(3));
    }

    private static List<Alert> judge(Footage footage) throws InterruptedException {
        List<Alert> alerts = new ArrayList<>();
        CameraConfig camera = CameraConfig.builder("hall", footage::source)
                .rule(
                        new AbandonedObjectProvider(),
                        new AbandonedObjectParameters(Zone.frame(), Duration.ofSeconds(10), 1.5, 0.6, 0.1))
                .build();
        try (Engine engine = Engine.create()) {
            engine.start(camera, alerts::add).await();
        }
        return alerts;
    }

    /** On the left the owner beside his bag, on the right the alert. */
    private static void draw(Footage footage, Alert alert, Box box) throws IOException {
        BufferedImage both = new BufferedImage(2 * WIDTH + 10, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = both.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(footage.picture(7), 0, 0, WIDTH, HEIGHT, null);
        g.translate(WIDTH + 10, 0);
        g.drawImage(footage.picture(alert.raisedNanos() / 1e9), 0, 0, WIDTH, HEIGHT, null);
        g.setColor(new Color(255, 170, 0));
        g.setStroke(new BasicStroke(2));
        int left = (int) Math.round(box.left() * WIDTH);
        int top = (int) Math.round(box.top() * HEIGHT);
        g.drawRect(
                left - 2,
                top - 2,
                (int) Math.round(box.width() * WIDTH) + 4,
                (int) Math.round(box.height() * HEIGHT) + 4);
        g.dispose();
        Files.createDirectories(PICTURE.getParent());
        ImageIO.write(both, "png", PICTURE.toFile());
    }
}
