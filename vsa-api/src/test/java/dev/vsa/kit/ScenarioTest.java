package dev.vsa.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vsa.scene.FeatureKey;
import dev.vsa.scene.Grid;
import dev.vsa.scene.Role;
import dev.vsa.scene.Scene;
import dev.vsa.scene.Sighting;
import dev.vsa.scene.Track;
import dev.vsa.testkit.Actor;
import dev.vsa.testkit.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioTest {

    private final Actor walker = Actor.person(1).sized(0.1, 0.2).at(1, 0.2, 0.8).at(5, 0.6, 0.8);

    @ParameterizedTest
    @ValueSource(doubles = {1, 5, 12.5, 25, 120})
    void filmHasAsManyScenesAsItsRateSays(double fps) {
        List<Scene> scenes = Scenario.lasting(4).filmedAt(fps);
        assertThat(scenes).hasSize((int) Math.round(4 * fps) + 1);
        assertThat(scenes.get(scenes.size() - 1).mediaSeconds()).isCloseTo(4, within(1e-9));
    }

    @Test
    void actorWalksEvenlyFromWaypointToWaypoint() {
        Track track = only(
                Scenario.lasting(6).with(walker).filmedAtMoments(2_000_000_000L).get(0));
        assertThat(track.centreX()).isCloseTo(0.3, within(1e-9));
        assertThat(track.bottom()).isCloseTo(0.8, within(1e-9));
        assertThat(track.height()).isCloseTo(0.2, within(1e-9));
        assertThat(track.width() * 16 / 9).isCloseTo(0.1, within(1e-9));
        assertThat(track.velocityX()).isCloseTo(0.1, within(1e-9));
        assertThat(track.matched()).isTrue();
    }

    @Test
    void actorIsThereFromItsFirstWaypointToItsLast() {
        List<Scene> scenes = Scenario.lasting(6).with(walker).filmedAt(2);
        assertThat(scenes.stream().filter(s -> !s.tracks().isEmpty()).map(Scene::mediaSeconds))
                .containsExactly(1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0);
    }

    @Test
    void hiddenActorCoastsStraightOnThenVanishesThenIsTheSame() {
        Scenario scenario = Scenario.lasting(6).coasting(1).with(walker.hidden(2, 4));
        List<Scene> scenes = scenario.filmedAt(10);
        Track coasted = only(scenes.get(25));
        assertThat(coasted.sighting()).isEqualTo(Sighting.COASTED);
        assertThat(coasted.centreX()).isCloseTo(0.35, within(1e-9));
        assertThat(coasted.matchedNanos()).isEqualTo(1_900_000_000L);
        assertThat(scenes.get(35).tracks()).isEmpty();
        assertThat(only(scenes.get(40)).id()).isEqualTo(1);
        assertThat(only(scenes.get(40)).bornNanos()).isEqualTo(1_000_000_000L);
    }

    @Test
    void renumberedActorIsANewTrack() {
        List<Scene> scenes = Scenario.lasting(6).with(walker.renumbered(3, 7)).filmedAt(10);
        assertThat(only(scenes.get(29)).id()).isEqualTo(1);
        assertThat(only(scenes.get(30)).id()).isEqualTo(7);
        assertThat(only(scenes.get(30)).bornNanos()).isEqualTo(3_000_000_000L);
    }

    @Test
    void heldAndBecomingAreTold() {
        List<Scene> scenes = Scenario.lasting(6)
                .with(walker.held(2, 3).becoming(4, Role.VEHICLE, "car"))
                .filmedAt(10);
        assertThat(only(scenes.get(25)).sighting()).isEqualTo(Sighting.HELD);
        assertThat(only(scenes.get(45)).role()).isEqualTo(Role.VEHICLE);
        assertThat(only(scenes.get(45)).label()).isEqualTo("car");
    }

    @Test
    void sameSeedGivesSameFaultsAtTheSameMomentWhateverTheRate() {
        Scenario faulty = Scenario.lasting(6).with(walker.jitter(0.1).missed(0.3));
        List<Scene> slow = faulty.filmedAt(5);
        List<Scene> fast = faulty.filmedAt(25);
        for (int i = 10; i <= 25; i++) {
            assertThat(only(slow.get(i)).matched())
                    .isEqualTo(only(fast.get(5 * i)).matched());
            if (only(slow.get(i)).matched()) {
                assertThat(only(slow.get(i)).left())
                        .isEqualTo(only(fast.get(5 * i)).left());
            }
        }
        assertThat(faulty.seed(2).filmedAt(5)).usingRecursiveComparison().isNotEqualTo(slow);
    }

    @Test
    void jitterAndMissesAreAsLargeAsAsked() {
        Actor standing = Actor.person(1).at(0, 0.5, 0.8).stays(400).jitter(0.05).missed(0.2);
        List<Scene> scenes = Scenario.lasting(400).with(standing).filmedAt(25);
        double missed = scenes.stream().filter(s -> !only(s).matched()).count() / (double) scenes.size();
        double spread = Math.sqrt(scenes.stream()
                .filter(s -> only(s).matched())
                .mapToDouble(s -> Math.pow((only(s).bottom() - 0.8) / 0.2, 2))
                .average()
                .orElseThrow());
        assertThat(missed).isCloseTo(0.2, within(0.02));
        assertThat(spread).isCloseTo(0.05, within(0.003));
    }

    @Test
    void featuresFollowTime() {
        List<Scene> scenes = Scenario.lasting(2)
                .feature(
                        FeatureKey.MOTION,
                        (second, view) -> second < 1 ? null : Grid.over(1, 1, new float[] {(float) second}))
                .filmedAt(1);
        assertThat(scenes.get(0).feature(FeatureKey.MOTION)).isNull();
        assertThat(scenes.get(2).feature(FeatureKey.MOTION).at(0, 0)).isEqualTo(2);
    }

    @Test
    void waypointsOutOfOrderAreRefused() {
        assertThatThrownBy(() -> walker.at(5, 0.5, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5.0 s");
    }

    private static Track only(Scene scene) {
        assertThat(scene.tracks()).hasSize(1);
        return scene.tracks().get(0);
    }
}
