package dev.vsa.detectors.zoneintrusion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.geometry.Zone;
import dev.vsa.scene.Role;
import dev.vsa.testkit.Actor;
import dev.vsa.testkit.DetectorHarness;
import dev.vsa.testkit.Findings;
import dev.vsa.testkit.Parameters;
import dev.vsa.testkit.Scenario;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What moves and no model has named: cars from above must be found, flags and shadows must not. */
class UnclassifiedTest {

    private static final Zone LOWER_HALF = Zone.of("lower-half", 0, 0.5, 1, 0.5, 1, 1, 0, 1);

    private final Parameters<ZoneIntrusionParameters> parameters =
            Parameters.of(ZoneIntrusionParameters.class).with("zone", LOWER_HALF);

    private static Actor carFromAbove() {
        return Actor.moving(1).sized(0.3, 0.5).at(0, 0.3, 0.9).at(4, 0.3, 2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {5, 12.5, 25})
    void carFromAboveIsFound(double fps) {
        assertThat(run(parameters, fps, carFromAbove()).occurrences()).hasSize(1);
    }

    @Test
    void carFromAboveIsNoSubjectOfARuleForPersons() {
        assertThat(run(parameters.with("subjects", Set.of(Role.PERSON)), 12.5, carFromAbove())
                        .signals())
                .isEmpty();
    }

    @Test
    void carFromAboveIsNoSubjectWhereUnclassifiedObjectsAreRuledOut() {
        assertThat(run(parameters.with("unclassified", false), 12.5, carFromAbove())
                        .signals())
                .isEmpty();
    }

    @Test
    void carThatHasComeInAndStopsStaysOneAlert() {
        Actor car = Actor.moving(1)
                .sized(0.3, 0.5)
                .at(0, 0.3, 0.5)
                .at(2, 0.3, 1)
                .stays(20)
                .held(2.2, 20);
        assertThat(run(parameters, 12.5, car).occurrences())
                .singleElement()
                .satisfies(o -> assertThat(o.open()).isTrue());
    }

    @Test
    void carThatAModelNamesHalfWayIsOneAlert() {
        Actor car = Actor.moving(1)
                .sized(0.3, 0.5)
                .at(0, 0.3, 0.5)
                .at(2, 0.3, 1)
                .stays(10)
                .becoming(3, Role.VEHICLE, "car");
        assertThat(run(parameters, 12.5, car).occurrences()).hasSize(1);
    }

    @Test
    void carFromAboveThatAModelMistakesForAThingIsFound() {
        for (Role mistaken : new Role[] {Role.OTHER, Role.BAG}) {
            Actor car = Actor.of(1, mistaken, "toilet")
                    .sized(0.3, 0.5)
                    .at(0, 0.3, 0.9)
                    .at(4, 0.3, 2);
            assertThat(run(parameters, 12.5, car).occurrences())
                    .as(mistaken.name())
                    .hasSize(1);
        }
    }

    @Test
    void thingThatStandsStillIsNoVehicle() {
        Actor thing = Actor.of(1, Role.OTHER, "chair").at(0, 0.5, 0.8).stays(10).jitter(0.05);
        assertThat(run(parameters, 12.5, thing).signals()).isEmpty();
    }

    @Test
    void carThatIsSeenAndThatMovesIsOneAlert() {
        Actor named = Actor.vehicle(1).sized(0.3, 0.5).at(0, 0.3, 0.6).at(4, 0.3, 1.4);
        Actor moving = Actor.moving(2).sized(0.32, 0.55).at(0, 0.3, 0.62).at(4, 0.3, 1.42);
        assertThat(run(parameters, 12.5, named, moving).occurrences()).hasSize(1);
        Actor mistaken = Actor.of(1, Role.OTHER, "cell phone")
                .sized(0.3, 0.5)
                .at(0, 0.3, 0.6)
                .at(4, 0.3, 1.4);
        assertThat(run(parameters, 12.5, mistaken, moving).occurrences()).hasSize(1);
    }

    @Test
    void carThatPassesAPedestrianIsFound() {
        Set<Role> vehicles = Set.of(Role.VEHICLE);
        Actor pedestrian = Actor.person(2).at(0, 0.45, 0.8).stays(8);
        Actor car = Actor.moving(1).sized(0.3, 0.2).at(2, 0.35, 0.82).at(3.2, 0.55, 0.82);
        assertThat(run(parameters.with("subjects", vehicles), 12.5, car, pedestrian)
                        .occurrences())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void flagThatFluttersIsNoIntruder(long seed) {
        Actor flag = Actor.moving(1).sized(0.2, 0.2).at(0, 0.5, 0.8);
        for (int i = 1; i < 120; i++) {
            flag = flag.at(
                    i * 0.5,
                    0.5 + 0.03 * Math.sin(i * 1.7 + seed),
                    0.8 + 0.02 * Math.cos(i * 2.3),
                    0.8 + 0.3 * (i % 3));
        }
        assertThat(DetectorHarness.of(new ZoneIntrusionProvider(), parameters.build())
                        .show(Scenario.lasting(59)
                                .seed(seed)
                                .with(flag.jitter(0.05))
                                .filmedAt(12.5))
                        .findings()
                        .signals())
                .isEmpty();
    }

    @Test
    void shadowThatGoesBesideAPersonIsNoVehicle() {
        Set<Role> vehicles = Set.of(Role.VEHICLE);
        Actor person = Actor.person(1).at(0, 0.1, 0.8).at(10, 0.9, 0.8);
        Actor shadow = Actor.moving(2).sized(0.2, 0.1).at(0, 0.14, 0.82).at(10, 0.94, 0.82);
        assertThat(run(parameters.with("subjects", vehicles), 12.5, person, shadow)
                        .signals())
                .isEmpty();
        assertThat(run(parameters.with("subjects", vehicles), 12.5, shadow).occurrences())
                .hasSize(1);
    }

    @Test
    void driverSeenInTheCarDoesNotExplainItAway() {
        Actor car = carFromAbove();
        Actor driver = Actor.person(2).sized(0.05, 0.08).at(0, 0.3, 0.7).at(4, 0.3, 1.8);
        assertThat(run(parameters.with("subjects", Set.of(Role.VEHICLE)), 12.5, car, driver)
                        .occurrences())
                .hasSize(1);
    }

    @Test
    void smallThingIsNoVehicle() {
        Actor bird = Actor.moving(1).sized(0.05, 0.05).at(0, 0.1, 0.8).at(4, 0.9, 0.7);
        assertThat(run(parameters, 12.5, bird).signals()).isEmpty();
    }

    @Test
    void flashOfLightThatFillsThePictureIsNoVehicle() {
        Actor flash = Actor.moving(1).sized(1.7, 0.9).at(1, 0.5, 1).at(1.3, 0.5, 1);
        assertThat(run(parameters, 12.5, flash).signals()).isEmpty();
    }

    private static Findings run(Parameters<ZoneIntrusionParameters> parameters, double fps, Actor... actors) {
        return DetectorHarness.of(new ZoneIntrusionProvider(), parameters.build())
                .show(Scenario.lasting(10).with(actors).filmedAt(fps))
                .findings();
    }
}
