package dev.vsa.config;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vsa.event.EventType;
import dev.vsa.geometry.Line;
import dev.vsa.geometry.Zone;
import dev.vsa.spi.Parameter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Parameter records that a programmer has to mend. */
class MalformedProviderTest {

    private record Unmarked(double speed) {}

    private record Unexplained(@Parameter(" ") double speed) {}

    private record OfUnknownType(@Parameter("When.") Instant when) {}

    private record OfMaps(@Parameter("Which.") Map<String, Zone> zones) {}

    private record DefaultOutOfBounds(
            @Parameter(value = "How fast.", byDefault = "11", max = 10)
            double speed) {}

    private record DefaultOfAnotherType(
            @Parameter(value = "How many.", byDefault = "2.5")
            int count) {}

    private record DefaultThatIsNoYaml(
            @Parameter(value = "Who.", byDefault = "[a") String name) {}

    private record DefaultZoneThatIsNowhere(
            @Parameter(value = "Where.", byDefault = "lawn") Zone zone) {}

    private record DefaultLine(
            @Parameter(value = "Where.", byDefault = "gate") Line line) {}

    private record BoundsCrossed(
            @Parameter(value = "How fast.", min = 2, max = 1)
            double speed) {}

    private record BoundsOfAText(
            @Parameter(value = "Who.", min = 0) String name) {}

    private record TakenKey(@Parameter("A name.") Optional<String> name) {}

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of(Unmarked.class, "component speed lacks the annotation @Parameter"),
                Arguments.of(Unexplained.class, "component speed is not explained"),
                Arguments.of(
                        OfUnknownType.class, "component when is of type java.time.Instant, which no file can hold"),
                Arguments.of(OfMaps.class, "component zones is of type java.util.Map"),
                Arguments.of(DefaultOutOfBounds.class, "component speed has a default that it does not allow"),
                Arguments.of(DefaultOfAnotherType.class, "component count has a default that it does not allow"),
                Arguments.of(DefaultThatIsNoYaml.class, "component name '[a' is not valid YAML"),
                Arguments.of(DefaultZoneThatIsNowhere.class, "component zone has a default that it does not allow"),
                Arguments.of(DefaultLine.class, "component line has a default that it does not allow"),
                Arguments.of(BoundsCrossed.class, "component speed has bounds from 2.0 to 1.0"),
                Arguments.of(BoundsOfAText.class, "component name has bounds, but is not a number"),
                Arguments.of(TakenKey.class, "the key name is taken by what every rule has"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    <P extends Record> void isRefusedWithWhatToMend(Class<P> parameters, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SiteReader.create(List.of(new Malformed<>("some", parameters))))
                .withMessageContaining(parameters.getName())
                .withMessageContaining(message);
    }

    @Test
    void twoDetectorsOfOneIdAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        SiteReader.create(List.of(new Samples.DwellingProvider(), new Samples.DwellingProvider())))
                .withMessageContaining("two detectors have the id zone-intrusion");
    }

    private static final class Malformed<P extends Record> extends Samples.Provider<P> {
        Malformed(String id, Class<P> parameters) {
            super(id, EventType.WEAPON, parameters);
        }
    }
}
