package dev.vsa.examples.cli.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.event.Alert;
import dev.vsa.event.Explanation;
import dev.vsa.event.HeatMap;
import dev.vsa.geometry.Box;
import dev.vsa.scene.Grid;
import dev.vsa.scene.Role;
import dev.vsa.scene.Scene;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnnotatorTest {

    private static final long SECOND = 1_000_000_000L;
    private static final int GRAY = 0x808080;
    private static final Box IN_ZONE = new Box(0.2, 0.4, 0.3, 0.7);
    private static final Box OUT_OF_ZONE = new Box(0.7, 0.4, 0.8, 0.7);

    private final Annotator annotator = new Annotator(Scenery.camera());
    private final BufferedImage picture = FrameImage.of(Scenery.frame(128, 0, () -> {}));

    private int at(double x, double y) {
        return picture.getRGB((int) (x * Scenery.WIDTH), (int) (y * Scenery.HEIGHT)) & 0xffffff;
    }

    /** Whether something as orange as the event lies on the left side of a box, half-way down; a zone's tint is fainter. */
    private boolean boxed(Box box) {
        int y = (int) ((box.top() + box.bottom()) / 2 * Scenery.HEIGHT);
        int x = (int) (box.left() * Scenery.WIDTH);
        for (int dx = -2; dx <= 2; dx++) {
            Color here = new Color(picture.getRGB(x + dx, y));
            if (here.getRed() - here.getBlue() > 80) {
                return true;
            }
        }
        return false;
    }

    private void annotate(Scene scene, Alert... open) {
        annotator.follow(scene);
        annotator.annotate(picture, scene, List.of(open));
    }

    @Test
    void tintsAZoneAndNothingElse() {
        annotator.outline(picture);

        assertThat(at(0.1, 0.9)).isNotEqualTo(GRAY);
        assertThat(at(0.8, 0.8)).isEqualTo(GRAY);
    }

    @Test
    void boxesWhomAnAlertIsAbout() {
        annotate(Scenery.person(7, IN_ZONE, SECOND), Scenery.alert(1, 7, IN_ZONE, SECOND));

        assertThat(boxed(IN_ZONE)).isTrue();
    }

    @Test
    void boxesWhomAnAlertIsAboutWhereTheyAreNow() {
        Box moved = new Box(0.1, 0.45, 0.2, 0.75);
        annotate(Scenery.person(7, moved, 2 * SECOND), Scenery.alert(1, 7, IN_ZONE, SECOND));

        assertThat(boxed(moved)).isTrue();
    }

    @Test
    void boxesNobodyWhoHasLeftTheAlertsZone() {
        annotate(Scenery.person(7, OUT_OF_ZONE, 2 * SECOND), Scenery.alert(1, 7, IN_ZONE, SECOND));

        assertThat(boxed(OUT_OF_ZONE)).isFalse();
    }

    @Test
    void boxesNobodyElse() {
        annotate(Scenery.person(8, IN_ZONE, SECOND), Scenery.alert(1, 7, OUT_OF_ZONE, 0));

        assertThat(boxed(IN_ZONE)).isFalse();
    }

    @Test
    void drawsNothingThatNoRuleIsAbout() {
        BufferedImage empty = FrameImage.of(Scenery.frame(128, 0, () -> {}));
        annotator.annotate(empty, Scenery.of(Role.ANIMAL, 1, OUT_OF_ZONE, SECOND), List.of());
        annotator.annotate(picture, Scenery.of(Role.ANIMAL, 2, OUT_OF_ZONE, SECOND), List.of());

        assertThat(FrameImage.pixels(picture)).containsExactly(FrameImage.pixels(empty));
        assertThat(at(0.7, 0.55)).isEqualTo(GRAY);
    }

    @Test
    void drawsTheWayThatSomebodyCame() {
        annotator.follow(Scenery.person(1, new Box(0.6, 0.2, 0.64, 0.5), SECOND));
        annotator.follow(Scenery.person(1, new Box(0.9, 0.2, 0.94, 0.5), SECOND + SECOND / 2));
        annotator.annotate(picture, Scenery.person(1, new Box(0.9, 0.2, 0.94, 0.5), SECOND + SECOND / 2), List.of());

        assertThat(at(0.75, 0.5)).isNotEqualTo(GRAY);
    }

    @Test
    void forgetsTheWayAfterTwoSeconds() {
        annotator.follow(Scenery.person(1, new Box(0.6, 0.2, 0.64, 0.5), SECOND));
        annotator.follow(Scenery.person(1, new Box(0.9, 0.2, 0.94, 0.5), 4 * SECOND));
        annotator.annotate(picture, Scenery.person(1, new Box(0.9, 0.2, 0.94, 0.5), 4 * SECOND), List.of());

        assertThat(at(0.75, 0.5)).isEqualTo(GRAY);
    }

    @Test
    void tellsOpenAlertsInABanner() {
        annotate(Scenery.person(7, OUT_OF_ZONE, SECOND), Scenery.alert(1, 7, IN_ZONE, SECOND));

        assertThat(at(0.9, 0.005) & 0xff).isLessThan(0x60);
    }

    @Test
    void drawsASingleAlertWithoutBanner() {
        annotator.single(picture, Scenery.person(7, IN_ZONE, SECOND), Scenery.alert(1, 7, IN_ZONE, SECOND));

        assertThat(boxed(IN_ZONE)).isTrue();
        assertThat(at(0.9, 0.005)).isEqualTo(GRAY);
    }

    @Test
    void drawsWhereTheyAreTheMoreTheFuller() {
        Alert plain = Scenery.alert(1, 7, IN_ZONE, SECOND);
        HeatMap map = new HeatMap("persons", new Box(0.6, 0.5, 1, 0.9), Grid.over(4, 1, new float[] {0, 1, 4, 0}));
        Alert alert = new Alert(
                plain.id(),
                plain.cameraId(),
                plain.rule(),
                plain.type(),
                plain.place(),
                plain.phase(),
                plain.onsetNanos(),
                plain.raisedNanos(),
                plain.nowNanos(),
                plain.raisedAt(),
                plain.endCause(),
                plain.subjects(),
                plain.margin(),
                new Explanation("many", List.of(), Optional.of(map)),
                plain.caveats(),
                plain.provenance());

        annotator.single(picture, Scenery.person(7, IN_ZONE, SECOND), alert);

        assertThat(at(0.65, 0.7)).isEqualTo(GRAY);
        assertThat(away(at(0.75, 0.7))).isPositive().isLessThan(away(at(0.85, 0.7)));
    }

    /** How far a colour is from the picture's gray. */
    private static int away(int rgb) {
        return Math.abs((rgb >> 16 & 0xff) - (GRAY >> 16 & 0xff))
                + Math.abs((rgb >> 8 & 0xff) - (GRAY >> 8 & 0xff))
                + Math.abs((rgb & 0xff) - (GRAY & 0xff));
    }
}
