package dev.vsa.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.config.CameraConfig;
import dev.vsa.config.Rule;
import dev.vsa.event.EventType;
import dev.vsa.frame.FrameSource;
import dev.vsa.geometry.Heading;
import dev.vsa.geometry.Polygon;
import dev.vsa.geometry.Zone;
import dev.vsa.scene.Role;
import dev.vsa.spi.DetectorContext;
import dev.vsa.spi.EventDetector;
import dev.vsa.spi.EventDetectorProvider;
import dev.vsa.spi.Needs;
import dev.vsa.spi.Parameter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LabelRulesTest {

    private static final Zone LAWN = Zone.of("lawn", 0.1, 0.1, 0.9, 0.1, 0.9, 0.9);
    private static final Supplier<FrameSource> NO_SOURCE = () -> {
        throw new AssertionError("the source is not needed yet");
    };

    record Way(
            @Parameter("Where.") Zone zone,
            @Parameter("Whereto.") Heading permittedHeading,

            @Parameter(value = "Who.", byDefault = "[person, vehicle]")
            Set<Role> subjects) {}

    record Down(
            @Parameter(value = "How long.", byDefault = "5", unit = "s")
            Duration onGround) {}

    record Density(
            @Parameter("Where.") List<Zone> zones,

            @Parameter(value = "How many.", min = 1, max = 1000)
            int maxPeople) {}

    private record Provider<P extends Record>(String id, EventType signals, Class<P> parameters)
            implements EventDetectorProvider<P> {

        @Override
        public String version() {
            return "1";
        }

        @Override
        public Needs needs(P given) {
            return Needs.tracks(Set.of(), 1, 1);
        }

        @Override
        public EventDetector create(P given, DetectorContext context) {
            throw new AssertionError("no detector is needed yet");
        }
    }

    private static final Provider<Way> WAY = new Provider<>("wrong-way", EventType.WRONG_WAY, Way.class);
    private static final Provider<Down> DOWN = new Provider<>("person-down", EventType.PERSON_DOWN, Down.class);
    private static final Provider<Density> DENSITY =
            new Provider<>("crowd-density", EventType.CROWD_DENSITY, Density.class);

    @Test
    void theLabelsKeysBecomeParameters() {
        CameraConfig camera = plan(new ClipLabel.Rule(
                        "wrong-way",
                        "lawn",
                        Map.of("permittedHeading", List.of(-3L, -4L), "subjects", List.of("person"))))
                .camera()
                .build();

        assertThat(camera.rules())
                .extracting(Rule::parameters)
                .isEqualTo(List.of(new Way(LAWN, new Heading(-3, -4), Set.of(Role.PERSON))));
    }

    @Test
    void aTimeMayGoWithoutItsUnit() {
        CameraConfig camera = plan(new ClipLabel.Rule("person-down", "frame", Map.of("onGroundS", 1.5)))
                .camera()
                .build();

        assertThat(camera.rules()).extracting(Rule::parameters).isEqualTo(List.of(new Down(Duration.ofMillis(1500))));
    }

    @Test
    void aDetectorOfSeveralZonesGetsTheOne() {
        CameraConfig camera = plan(new ClipLabel.Rule("crowd-density", "lawn", Map.of("maxPeople", 30L)))
                .camera()
                .build();

        assertThat(camera.rules()).extracting(Rule::parameters).isEqualTo(List.of(new Density(List.of(LAWN), 30)));
    }

    @Test
    void theCameraHasTheClipsNameAndZones() {
        CameraConfig camera = plan().camera().build();

        assertThat(camera.id()).isEqualTo("quay");
        assertThat(camera.zones()).containsOnlyKeys("frame", "lawn");
    }

    @Test
    void eachRuleIsKnownByItsEvent() {
        LabelRules.Plan plan = plan(
                new ClipLabel.Rule("person-down", "frame", Map.of("onGroundS", 1L)),
                new ClipLabel.Rule("person-down", "frame", Map.of("onGroundS", 2L)));

        assertThat(plan.events()).hasSize(2).containsValue("person-down");
        assertThat(plan.camera().build().rules()).extracting(Rule::name).allMatch(plan.events()::containsKey);
    }

    @Test
    void aRuleThatNoDetectorSignalsIsReported() {
        assertThat(plan(new ClipLabel.Rule("weapon", "frame", Map.of())).notEvaluated())
                .containsExactly(new NotEvaluated("weapon", "frame", "no detector that is there signals it"));
    }

    @Test
    void aRuleThatSaysWhatItsDetectorCannotHearIsReported() {
        NotEvaluated not = plan(new ClipLabel.Rule("person-down", "frame", Map.of("colour", "red")))
                .notEvaluated()
                .get(0);

        assertThat(not.reason()).isEqualTo("the detector person-down has no parameter for colour");
    }

    @Test
    void aRuleAtAZoneThatItsDetectorCannotWatchIsReported() {
        NotEvaluated not = plan(new ClipLabel.Rule("person-down", "lawn", Map.of()))
                .notEvaluated()
                .get(0);

        assertThat(not.reason()).isEqualTo("the detector person-down knows no zones");
    }

    @Test
    void aRuleWithAValueOutOfBoundsIsReported() {
        NotEvaluated not = plan(new ClipLabel.Rule("crowd-density", "lawn", Map.of("maxPeople", 5000L)))
                .notEvaluated()
                .get(0);

        assertThat(not.reason()).contains("max-people");
    }

    private static LabelRules.Plan plan(ClipLabel.Rule... rules) {
        ClipLabel label = new ClipLabel(
                "night/quay.mp4",
                new ClipLabel.Image(640, 480, 25, 30),
                "",
                Map.of("lawn", new Zone("lawn", new Polygon(LAWN.polygon().outer()))),
                List.of(rules),
                List.of(),
                Set.of(),
                "");
        return LabelRules.toCamera(label, NO_SOURCE, List.of(WAY, DOWN, DENSITY));
    }
}
