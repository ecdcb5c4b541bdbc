package dev.vsa.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vsa.geometry.Anchor;
import dev.vsa.geometry.Heading;
import dev.vsa.geometry.Line;
import dev.vsa.geometry.Zone;
import dev.vsa.scene.Role;
import dev.vsa.spi.Parameter;
import dev.vsa.testkit.Parameters;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ParametersTest {

    /** One of each type that a parameter may have. */
    record Every(
            @Parameter(value = "a", byDefault = "1.5") double number,
            @Parameter(value = "b", byDefault = "3") int whole,
            @Parameter(value = "c", byDefault = "true") boolean truth,
            @Parameter(value = "d", byDefault = "word") String text,
            @Parameter(value = "e", byDefault = "0.25") Duration time,
            @Parameter(value = "f", byDefault = "by-class") Anchor anchor,
            @Parameter(value = "g", byDefault = "frame") Zone zone,
            @Parameter(value = "h", byDefault = "[0, -1]") Heading heading,

            @Parameter(value = "i", byDefault = "[person, vehicle]")
            Set<Role> roles,

            @Parameter(value = "j", byDefault = "[frame]") List<Zone> zones,
            @Parameter("k") Optional<Line> line,
            @Parameter(value = "l", byDefault = "2") Optional<Double> maybe) {}

    record Mandatory(@Parameter("a") double number) {}

    @Test
    void defaultsAreReadAsAFileWouldHoldThem() {
        assertThat(Parameters.of(Every.class).build())
                .isEqualTo(new Every(
                        1.5,
                        3,
                        true,
                        "word",
                        Duration.ofMillis(250),
                        Anchor.BY_CLASS,
                        Zone.frame(),
                        new Heading(0, -1),
                        Set.of(Role.PERSON, Role.VEHICLE),
                        List.of(Zone.frame()),
                        Optional.empty(),
                        Optional.of(2.0)));
    }

    @Test
    void valuesAreSetByName() {
        Line line = Line.of("l", 0, 0, 1, 1);
        Every every =
                Parameters.of(Every.class).with("whole", 7).with("line", line).build();
        assertThat(every.whole()).isEqualTo(7);
        assertThat(every.line()).contains(line);
    }

    @Test
    void unknownNameIsRefused() {
        assertThatThrownBy(() -> Parameters.of(Every.class).with("wohle", 7)).hasMessageContaining("'wohle'");
    }

    @Test
    void mandatoryValueThatIsNotSetIsRefused() {
        assertThatThrownBy(() -> Parameters.of(Mandatory.class).build()).hasMessageContaining("'number'");
    }

    record Faulty(
            double undocumented,
            @Parameter("") double unexplained,
            @Parameter(value = "a", min = 2, max = 1) double bounds,

            @Parameter(value = "b", byDefault = "3", max = 2)
            Duration large,

            @Parameter(value = "c", byDefault = "12", unit = "frames")
            int unit,

            @Parameter(value = "d", byDefault = "sideways") Anchor word,
            @Parameter(value = "e", byDefault = "9") double fine) {}

    @Test
    void faultsOfADescriptionAreNamed() {
        assertThat(Parameters.faults(Faulty.class))
                .satisfiesExactly(
                        fault -> assertThat(fault).contains("undocumented", "@Parameter"),
                        fault -> assertThat(fault).contains("unexplained"),
                        fault -> assertThat(fault).contains("bounds", "2.0 to 1.0"),
                        fault -> assertThat(fault).contains("large", "3.0"),
                        fault -> assertThat(fault).contains("unit", "frames"),
                        fault -> assertThat(fault).contains("word", "sideways"));
    }
}
