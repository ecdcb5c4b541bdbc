package dev.vsa.perception.keypoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vsa.frame.Frame;
import dev.vsa.frame.PixelFormat;
import dev.vsa.perception.inference.Session;
import dev.vsa.perception.luma.Luma;
import dev.vsa.perception.objects.Pictures;
import dev.vsa.scene.BodyKeypoints;
import dev.vsa.scene.BodyKeypoints.Joint;
import dev.vsa.scene.Scene;
import dev.vsa.scene.Table;
import dev.vsa.testkit.Actor;
import dev.vsa.testkit.Scenario;
import dev.vsa.testkit.simulation.Postures;
import dev.vsa.testkit.simulation.Postures.Shape;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom the schedule looks at, and what the model that ships sees. */
@Timeout(120)
class KeypointExtractorTest {

    private static final Frame STREET = Pictures.frame(Pictures.street(), PixelFormat.I420);

    private final KeypointExtractor extractor = new KeypointExtractor(new Luma());

    /** A look. */
    private record Look(double second, long track) {}

    @AfterEach
    void close() {
        extractor.close();
    }

    @Test
    void nobodyIsLookedAtWhileAllAreUprightAndNoModelIsLoaded() {
        int before = Session.openSessions();
        List<Look> looks = looks(
                Scenario.lasting(8)
                        .with(Postures.arrives(1, 0.3, 0, 0.5, 0.7).stays(8).jitter(0.02)),
                12.5);
        assertThat(looks).isEmpty();
        assertThat(Session.openSessions()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(doubles = {5, 12.5, 25, 120})
    void whoGetsLowIsLookedAtAtOnceAndNeverMoreThanFiveTimesASecond(double fps) {
        Scenario act = Scenario.lasting(10)
                .with(falling(1, 0.4, 3), falling(2, 0.5, 3.1), falling(3, 0.6, 3.2), falling(4, 0.7, 6));
        List<Look> looks = looks(act, fps);
        assertThat(looks.get(0).second()).isBetween(3.0, 3.7);
        for (double from = 0; from < 10; from += 0.5) {
            double since = from;
            assertThat(looks.stream().filter(l -> l.second() >= since && l.second() < since + 1))
                    .as("looks from second " + from)
                    .hasSizeLessThanOrEqualTo(7); // five, and two saved up
        }
        assertThat(looks.size()).isLessThanOrEqualTo(37);
        // Who has just got low comes before those who lie there already.
        assertThat(looks.stream()
                        .filter(l -> l.track() == 4)
                        .findFirst()
                        .orElseThrow()
                        .second())
                .isBetween(6.0, 7.0);
        for (long track = 1; track <= 3; track++) {
            long number = track;
            assertThat(looks.stream().filter(l -> l.track() == number && l.second() < 6))
                    .as("looks at " + track)
                    .hasSizeGreaterThan(2);
        }
    }

    @Test
    void whoLiesStillIsLookedAtSeldom() {
        List<Look> looks = looks(Scenario.lasting(20).with(falling(1, 0.5, 3)), 12.5);
        assertThat(looks.stream().filter(l -> l.second() > 10)).hasSizeBetween(4, 6);
    }

    @Test
    void whoWasNeverUprightIsNot() {
        Actor lying = Actor.person(1).sized(0.3, 0.1).at(0, 0.5, 0.7).stays(8);
        assertThat(looks(Scenario.lasting(8).with(lying), 12.5)).isEmpty();
    }

    @Test
    void whoIsLostIsLookedForFiveSecondsWhereHeWasLost() {
        List<Look> looks = looks(Scenario.lasting(14).with(falling(1, 0.5, 3).hidden(3.6, 14)), 12.5);
        assertThat(looks.stream().filter(l -> l.second() > 3.6)).isNotEmpty();
        assertThat(looks.stream().filter(l -> l.second() > 8.7)).isEmpty();
    }

    @Test
    void theSameScenesGiveTheSameAfterAReset() {
        Scenario act = Scenario.lasting(6).with(falling(1, 0.4, 3), falling(2, 0.5, 3.1));
        List<Look> once = looks(act, 12.5);
        extractor.reset();
        assertThat(looks(act, 12.5)).isEqualTo(once).isNotEmpty();
    }

    @Test
    void aClosedOneGivesTheModelBackAndRefuses() {
        int before = Session.openSessions();
        Scenario act = Scenario.lasting(6).with(falling(1, 0.5, 3));
        looks(act, 12.5);
        assertThat(Session.openSessions()).isEqualTo(before + 1);
        extractor.close();
        extractor.close();
        assertThat(Session.openSessions()).isEqualTo(before);
        extractor.reset();
        assertThatThrownBy(() -> looks(act, 12.5)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theTrunkOfAWalkerIsUprightAndOfTheSameOneTurnedItLies() {
        // The man at the lower left of street.jpg; 54 pixels are half of him, 192 of the square a quarter more than
        // all.
        BufferedImage street = Pictures.street();
        assertThat(tilt(street, 123, 342)).isLessThan(20);
        BufferedImage turned = new BufferedImage(576, 768, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = turned.createGraphics();
        g.translate(576, 0);
        g.rotate(Math.PI / 2);
        g.drawImage(street, 0, 0, null);
        g.dispose();
        assertThat(tilt(turned, 576 - 342, 123)).isCloseTo(90, within(25.0));
    }

    @Test
    void whereNobodyIsScoresAreLow() {
        Table.Builder table = new Table.Builder(BodyKeypoints.COLUMNS);
        try (PoseNet net = new PoseNet()) {
            net.look(STREET, 1, 0.3, 0.7, 0.25, table);
        }
        assertThat(table.lend().at(0, BodyKeypoints.SCORE)).isLessThan(0.22);
    }

    private static double tilt(BufferedImage picture, double x, double y) {
        Table.Builder table = new Table.Builder(BodyKeypoints.COLUMNS);
        double side = 1.25 * 108 / picture.getHeight();
        double aspect = (double) picture.getWidth() / picture.getHeight();
        try (PoseNet net = new PoseNet();
                Frame frame = Pictures.frame(picture, PixelFormat.NV12)) {
            double left = x / picture.getWidth() - side / 2 / aspect;
            net.look(frame, 1, left, y / picture.getHeight() - side / 2, side, table);
        }
        Table seen = table.lend();
        assertThat(seen.at(0, BodyKeypoints.SCORE)).isGreaterThan(0.3);
        assertThat(BodyKeypoints.x(seen, 0, Joint.LEFT_HIP) * picture.getWidth())
                .isCloseTo(x, within(25.0));
        return BodyKeypoints.trunkTilt(seen, 0, aspect);
    }

    private static Actor falling(long id, double x, double second) {
        return Postures.falls(Postures.arrives(id, 0.3, 0.1, x, 0.7), second, x, 0.7, Shape.LYING_ACROSS)
                .stays(30);
    }

    private List<Look> looks(Scenario act, double fps) {
        List<Look> looks = new ArrayList<>();
        for (Scene scene : act.picture(768.0 / 576, 576).filmedAt(fps)) {
            Table table = extractor.extract(STREET, scene);
            for (int row = 0; table != null && row < table.rows(); row++) {
                looks.add(new Look(scene.mediaSeconds(), Math.round(table.at(row, BodyKeypoints.TRACK))));
            }
        }
        return looks;
    }
}
