package dev.vsa.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.config.Samples.Dwelling;
import dev.vsa.config.Samples.Everything;
import dev.vsa.geometry.Heading;
import dev.vsa.geometry.Line;
import dev.vsa.geometry.Point;
import dev.vsa.geometry.Polygon;
import dev.vsa.geometry.Zone;
import dev.vsa.scene.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SiteReaderTest {

    private final Site site = Samples.READER.read(Samples.WHOLE, "site.yaml");
    private final CameraConfig corner = site.cameras().get(0);

    @Test
    void readsWhatTheSiteIs() {
        assertThat(site.name()).isEqualTo("street-corner");
        assertThat(site.cameras()).extracting(CameraConfig::id).containsExactly("corner", "yard");
        assertThat(site.sinks()).containsExactly(new SinkConfig.JsonLines(Path.of("out/alerts.jsonl")));
    }

    @Test
    void readsTheAuthorisation() {
        assertThat(site.authorisation())
                .contains(new Authorisation(
                        "order 2026-17",
                        Set.of("zone-intrusion", "org.example:all"),
                        Set.of("corner"),
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Instant.parse("2026-12-31T23:00:00Z")));
    }

    @Test
    void readsTheGeometry() {
        Polygon walkway = new Polygon(
                List.of(new Point(0.1, 0.1), new Point(0.9, 0.1), new Point(0.9, 0.3), new Point(0.1, 0.3)),
                List.of(List.of(new Point(0.2, 0.15), new Point(0.3, 0.15), new Point(0.3, 0.2))));

        assertThat(corner.zones())
                .containsEntry("lawn", Zone.of("lawn", 0.0, 0.40, 0.2, 0.48, 0.9, 1.0, 0.0, 1.0))
                .containsEntry("walkway", new Zone("walkway", walkway))
                .containsEntry(Zone.FRAME, Zone.frame());
        assertThat(corner.lines()).containsOnly(java.util.Map.entry("gate", Line.of("gate", 0.1, 0.2, 0.3, 0.4)));
    }

    @Test
    void calibratesByTheKnownPoints() {
        assertThat(corner.groundPlane().orElseThrow().distance(0.1, 0.9, 0.9, 0.9))
                .isCloseTo(10, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void readsHowFramesAreAnalysed() {
        assertThat(corner.analysis()).isEqualTo(new Analysis(10, Optional.of("nanodet_g"), 416, 320));
        assertThat(site.cameras().get(1).analysis()).isEqualTo(Analysis.DEFAULT);
    }

    @Test
    void bindsTheParametersOfEachRule() {
        Zone lawn = corner.zones().get("lawn");
        Zone walkway = corner.zones().get("walkway");

        assertThat(corner.rules())
                .extracting(rule -> (Record) rule.parameters())
                .containsExactly(
                        new Dwelling(lawn, Set.of(Role.PERSON), Duration.ofSeconds(1)),
                        new Dwelling(Zone.frame(), Set.of(Role.PERSON, Role.VEHICLE), Duration.ofMillis(1500)),
                        new Dwelling(walkway, Set.of(Role.PERSON, Role.VEHICLE), Duration.ofMillis(1500)),
                        new Everything(
                                new Heading(3, 4),
                                1,
                                2.5,
                                7,
                                false,
                                "yes",
                                List.of(lawn, walkway),
                                Optional.of(corner.lines().get("gate")),
                                Role.VEHICLE));
    }

    @Test
    void namesRulesThatHaveNoName() {
        assertThat(corner.rules())
                .extracting(Rule::name)
                .containsExactly("lawn-forbidden", "zone-intrusion", "zone-intrusion-2", "org.example:everything");
    }

    @Test
    void readsThePolicyOfAlerts() {
        assertThat(corner.rules().get(0).policy())
                .isEqualTo(new AlertPolicy(
                        Duration.ZERO, Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(5)));
        assertThat(corner.rules().get(1).policy()).isEqualTo(AlertPolicy.DEFAULT);
    }
}
