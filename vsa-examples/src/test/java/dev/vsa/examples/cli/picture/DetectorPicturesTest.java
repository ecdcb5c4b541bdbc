package dev.vsa.examples.cli.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.config.CameraConfig;
import dev.vsa.detectors.crowddensity.CrowdDensityParameters;
import dev.vsa.detectors.crowddensity.CrowdDensityProvider;
import dev.vsa.detectors.crowdmovement.CrowdMovementParameters;
import dev.vsa.detectors.crowdmovement.CrowdMovementProvider;
import dev.vsa.detectors.persondown.PersonDownParameters;
import dev.vsa.detectors.persondown.PersonDownProvider;
import dev.vsa.detectors.weapon.WeaponParameters;
import dev.vsa.detectors.weapon.WeaponProvider;
import dev.vsa.event.Alert;
import dev.vsa.event.Provenance;
import dev.vsa.event.Signal;
import dev.vsa.geometry.Box;
import dev.vsa.geometry.Zone;
import dev.vsa.scene.Flow;
import dev.vsa.scene.Role;
import dev.vsa.scene.Scene;
import dev.vsa.spi.EventDetectorProvider;
import dev.vsa.testkit.DetectorHarness;
import dev.vsa.testkit.Findings;
import dev.vsa.testkit.Footage;
import dev.vsa.testkit.Scenario;
import dev.vsa.testkit.simulation.Flows;
import dev.vsa.testkit.simulation.Panic;
import dev.vsa.testkit.simulation.Plays;
import java.awt.Color;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The pictures of simulated alerts on the detectors' pages. With {@code -Dvsa.pictures=FOLDER} they are written there. */
class DetectorPicturesTest {

    private static final double ASPECT = 16.0 / 9;
    private static final int MOST_BYTES = 80_000;

    @Test
    void densityShowsWhereTheyStand() throws IOException {
        Zone square = Zone.of("square", 0.05, 0.35, 0.95, 0.35, 1, 1, 0, 1);
        Panic crowd = Panic.of(70, 0.16, ASPECT, 4, 0, 0.35, 0.55, 1.2, 0.95).strolling(6, 0.4);
        Panic alone = Panic.of(8, 0.16, ASPECT, 9, 0, 1.2, 0.6, 1.7, 0.9).strolling(6, 0.4);
        List<Scene> scenes = Scenario.lasting(6)
                .with(crowd.actors(1))
                .with(alone.actors(100))
                .filmedAt(5);

        BufferedImage picture = draw(
                new CrowdDensityProvider(),
                CrowdDensityParameters.counting(square, 40),
                scenes,
                square,
                footage().act(crowd).act(alone));

        assertThat(png(picture, "crowd-density.png").length).isLessThan(MOST_BYTES);
    }

    @Test
    void movementShowsWhereTheyRun() throws IOException {
        Panic crowd = Panic.of(12, 0.15, ASPECT, 3, 0, 0.3, 0.3, 1.5, 0.9)
                .strolling(10, 0.7)
                .fleeing(13, 2.2, 0.9, 0.55, 0.4);
        List<Scene> scenes = Scenario.lasting(13)
                .with(crowd.actors(1))
                .feature(Flow.KEY, Flows.of(crowd.movers()))
                .filmedAt(12.5);

        BufferedImage picture = draw(
                new CrowdMovementProvider(),
                CrowdMovementParameters.in(Zone.frame()),
                scenes,
                Zone.frame(),
                footage().act(crowd));

        assertThat(png(picture, "crowd-movement.png").length).isLessThan(MOST_BYTES);
    }

    @Test
    void aFallShowsWhoLiesThere() throws IOException {
        List<Scene> scenes = played("falls, and lies there");

        BufferedImage picture = draw(
                new PersonDownProvider(),
                PersonDownParameters.in(Zone.frame()),
                scenes,
                Zone.frame(),
                footage().act(bodies(scenes)));

        assertThat(png(picture, "person-down.png").length).isLessThan(MOST_BYTES);
    }

    @Test
    void aWeaponShowsWhoHoldsIt() throws IOException {
        List<Scene> scenes = played("holds a knife");

        BufferedImage picture = draw(
                new WeaponProvider(),
                new WeaponParameters(Zone.frame(), Duration.ofMillis(800), 0.3, Duration.ofSeconds(3)),
                scenes,
                Zone.frame(),
                footage().act(bodies(scenes)));

        assertThat(png(picture, "weapon.png").length).isLessThan(MOST_BYTES);
    }

    private static List<Scene> played(String name) {
        return Plays.all().stream()
                .filter(play -> play.name().equals(name))
                .findFirst()
                .orElseThrow()
                .scenes()
                .filmedAt(12.5);
    }

    /** Paints a plain body into the box of every track. */
    private static Footage.Act bodies(List<Scene> scenes) {
        return (g, second) -> scenes.stream()
                .filter(scene -> Math.abs(scene.mediaSeconds() - second) < 0.01)
                .flatMap(scene -> scene.tracks().stream())
                .forEach(track -> {
                    Box box = track.box();
                    double width = box.width() * ASPECT;
                    double round = Math.min(width, box.height());
                    g.setColor(track.role() == Role.PERSON ? new Color(70, 78, 96) : new Color(220, 222, 226));
                    g.fill(new RoundRectangle2D.Double(
                            box.left() * ASPECT, box.top(), width, box.height(), round, round));
                });
    }

    private static Footage footage() {
        return Footage.of(640, 360, 12.5, 14).grain(0).act((g, second) -> {
            g.setColor(new Color(150, 152, 150));
            g.fillRect(-1, -1, 4, 4);
        });
    }

    /** Draws the first alert that a detector raises over simulated scenes upon the footage of the same moment. */
    private static <P extends Record> BufferedImage draw(
            EventDetectorProvider<P> provider, P parameters, List<Scene> scenes, Zone zone, Footage footage) {
        Findings findings =
                DetectorHarness.of(provider, parameters).show(scenes).findings();
        assertThat(findings.signals()).isNotEmpty();
        double second = findings.signals().get(0).second();
        Scene scene = scenes.stream()
                .filter(s -> s.mediaSeconds() >= second - 1e-6)
                .findFirst()
                .orElseThrow();
        CameraConfig.Builder camera = CameraConfig.builder("simulated", () -> {
            throw new UnsupportedOperationException();
        });
        Annotator annotator = new Annotator((zone.id().equals(Zone.FRAME) ? camera : camera.zone(zone))
                .rule(provider, parameters)
                .build());
        scenes.stream().filter(s -> s.mediaNanos() <= scene.mediaNanos()).forEach(annotator::follow);
        BufferedImage footageThen = footage.picture(second);
        BufferedImage picture =
                new BufferedImage(footageThen.getWidth(), footageThen.getHeight(), BufferedImage.TYPE_INT_RGB);
        picture.createGraphics().drawImage(footageThen, 0, 0, null);
        int[] plain = FrameImage.pixels(picture).clone();
        Alert alert = alert(provider, findings.signals().get(0).signal(), scene);
        if (alert.explanation().heatMap().isPresent()) {
            annotator.single(picture, scene, alert);
        } else {
            annotator.annotate(picture, scene, List.of(alert));
        }
        assertThat(FrameImage.pixels(picture)).isNotEqualTo(plain);
        return picture;
    }

    private static Alert alert(EventDetectorProvider<?> provider, Signal signal, Scene scene) {
        return new Alert(
                "simulated/" + provider.id() + "/" + signal.place() + "/1",
                "simulated",
                provider.id(),
                provider.signals(),
                signal.place(),
                Alert.Phase.RAISED,
                signal.onsetNanos(),
                scene.mediaNanos(),
                scene.mediaNanos(),
                Instant.EPOCH,
                Optional.empty(),
                signal.subjects(),
                List.of(),
                signal.explanation(),
                List.of(),
                new Provenance(provider.id(), provider.version(), "", "", ""));
    }

    private static byte[] png(BufferedImage picture, String name) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        String folder = System.getProperty("vsa.pictures");
        if (folder != null) {
            Files.createDirectories(Path.of(folder));
            Files.write(Path.of(folder, name), out.toByteArray());
        }
        return out.toByteArray();
    }
}
