package dev.vsa.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vsa.config.Samples.Dwelling;
import dev.vsa.config.Samples.DwellingProvider;
import dev.vsa.config.Samples.Everything;
import dev.vsa.config.Samples.EverythingProvider;
import dev.vsa.geometry.Heading;
import dev.vsa.geometry.Line;
import dev.vsa.geometry.Zone;
import dev.vsa.scene.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ParametersTest {

    private static final Zone LAWN = Zone.of("lawn", 0, 0, 1, 0, 1, 1);

    @Test
    void fillsInWhatIsLeftOut() {
        assertThat(Parameters.of(new DwellingProvider(), Map.of("zone", LAWN)))
                .isEqualTo(new Dwelling(LAWN, Set.of(Role.PERSON, Role.VEHICLE), Duration.ofMillis(1500)));
    }

    @Test
    void takesValuesOfTheTypesOfTheRecord() {
        Line gate = Line.of("gate", 0.1, 0.1, 0.2, 0.2);
        Heading heading = new Heading(-0.3, 0.7);
        Map<String, Object> values = Map.of(
                "heading",
                heading,
                "minSpeed",
                1.25,
                "maxSpeed",
                3,
                "count",
                4,
                "night",
                false,
                "note",
                "true",
                "except",
                List.of(LAWN),
                "gate",
                Optional.of(gate),
                "role",
                Role.VEHICLE);

        assertThat(Parameters.of(new EverythingProvider(), values))
                .isEqualTo(new Everything(
                        heading, 1.25, 3, 4, false, "true", List.of(LAWN), Optional.of(gate), Role.VEHICLE));
    }

    @Test
    void takesWhatAFileWouldHold() {
        Map<String, Object> values = Map.of("zone", "frame", "subjects", List.of("person"), "dwell", 0.25);

        assertThat(Parameters.of(new DwellingProvider(), values))
                .isEqualTo(new Dwelling(Zone.frame(), Set.of(Role.PERSON), Duration.ofMillis(250)));
    }

    @Test
    void keepsTimesToTheNanosecond() {
        Duration dwell = Duration.ofSeconds(599).plusNanos(123_456_789);

        assertThat(Parameters.of(new DwellingProvider(), Map.of("zone", LAWN, "dwell", dwell))
                        .dwell())
                .isEqualTo(dwell);
    }

    @Test
    void takesKeysOfAFile() {
        Map<String, Object> values = Map.of("heading", List.of(1, 0), "min-speed", 2, "gate", Optional.empty());

        assertThat(Parameters.of(new EverythingProvider(), values).minSpeed()).isEqualTo(2);
    }

    @Test
    void refusalHoldsEverythingThatIsWrong() {
        Map<String, Object> values =
                Map.of("minSped", 2, "maxSpeed", Double.NaN, "count", 11, "role", "persom", "gate", LAWN);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameters.of(new EverythingProvider(), values))
                .withMessageContainingAll(
                        "org.example:everything",
                        "no key 'heading'",
                        "min-sped",
                        "did you mean 'min-speed'?",
                        "max-speed: found .nan, expected a number from 0 to 20 m/s",
                        "count: found 11, expected a whole number from 1 to 10",
                        "role: found 'persom'",
                        "gate: found a value of type Zone, expected the id of a line");
    }

    @Test
    void refusesWhatTheRecordRefuses() {
        Map<String, Object> values = Map.of("heading", new Heading(1, 0), "minSpeed", 5, "maxSpeed", 4);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameters.of(new EverythingProvider(), values))
                .withMessageContaining("min-speed 5.0 is above max-speed 4.0");
    }

    @Test
    void describesParametersInTheOrderOfTheRecord() {
        assertThat(Parameters.describe(new DwellingProvider()))
                .containsExactly(
                        new ParameterInfo("zone", "the id of a zone", true, "", "The zone that nobody may be in."),
                        new ParameterInfo(
                                "subjects",
                                "a list, each one of person, vehicle, bag, weapon, fire, smoke, animal, moving or other",
                                false,
                                "[person, vehicle]",
                                "Who must not."),
                        new ParameterInfo(
                                "dwell", "a time in seconds from 0 to 600", false, "1.5", "How long one may stay."));
    }
}
