package dev.vsa.perception.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vsa.scene.Role;
import dev.vsa.scene.Scene;
import dev.vsa.scene.Sighting;
import dev.vsa.scene.Track;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the tracker makes of motion: regions without a name, and objects that stand still. */
class MovingTest {

    private static final double SPEED = 0.08;
    private static final double FRAME_S = 0.08;

    private final Play play = new Play();
    private double time = -FRAME_S;
    private double x = 0.2 - SPEED * FRAME_S;

    @Test
    void aRegionThatTravelsIsATrackWithoutAName() {
        Scene scene = regions(25);

        assertThat(scene.tracks()).extracting(Track::role).containsExactly(Role.MOVING);
        assertThat(scene.tracks()).extracting(Track::id).containsExactly(1L);
        assertThat(scene.detections()).isEmpty();
    }

    @Test
    void aRegionThatOnlyTremblesIsNoTrack() {
        Random random = new Random(9);
        for (int f = 0; f < 200; f++) {
            double jitter = 0.02 * (random.nextDouble() - 0.5);
            Scene scene = play.region(0.5 + jitter, 0.5).at(f * FRAME_S);

            assertThat(scene.tracks()).isEmpty();
        }
    }

    @Test
    void aRegionThatTrembledForLongIsATrackOnceItTravels() {
        Random random = new Random(9);
        for (int f = 0; f < 200; f++) {
            time += FRAME_S;
            play.region(x + 0.01 * (random.nextDouble() - 0.5), 0.5).at(time);
        }
        double setOut = time;

        Scene scene = regions(40);

        assertThat(scene.tracks()).hasSize(1);
        assertThat(scene.tracks().get(0).bornNanos()).isGreaterThan((long) ((setOut - 3.1) * 1e9));
    }

    @Test
    void anUnnamedTrackTakesTheNameAndKeepsItsNumber() {
        regions(25);
        Scene scene = null;
        for (int f = 0; f < 25; f++) {
            step();
            scene = play.region(x, 0.5).box(x, 0.5, 0.6, Role.VEHICLE, "car").at(time);
        }

        assertThat(scene.tracks()).extracting(Track::id).containsExactly(1L);
        assertThat(scene.tracks()).extracting(Track::role).containsExactly(Role.VEHICLE);
        assertThat(scene.tracks()).extracting(Track::label).containsExactly("car");
    }

    @Test
    void oneDoubtfulNameDoesNotNameATrack() {
        regions(25);
        step();

        Scene scene =
                play.region(x, 0.5).box(x, 0.5, 0.42, Role.BAG, "suitcase").at(time);

        assertThat(scene.tracks()).extracting(Track::role).containsExactly(Role.MOVING);
    }

    @Test
    void aWordOfNoKnownRoleForSomethingThatMovesIsDropped() {
        Scene scene = null;
        for (int f = 0; f < 25; f++) {
            step();
            // The region reaches beyond the car, the model's box does not.
            scene = play.region(x + 0.01, 0.53)
                    .box(x, 0.5, 0.6, Role.OTHER, "cell phone")
                    .at(time);
        }

        assertThat(scene.tracks()).extracting(Track::role).containsExactly(Role.MOVING);
        assertThat(scene.tracks().get(0).centreY()).as("the model's box").isCloseTo(0.5, within(0.005));
        assertThat(scene.detections()).isEmpty();
    }

    @Test
    void aWordOfNoKnownRoleForSomethingAtRestIsKept() {
        Scene scene = null;
        for (int f = 0; f < 25; f++) {
            scene = play.box(0.5, 0.5, 0.6, Role.OTHER, "bench").at(f * FRAME_S);
        }

        assertThat(scene.tracks()).extracting(Track::label).containsExactly("bench");
    }

    @Test
    void aVehicleIsStillOneWhenTheModelCallsItATelephone() {
        Scene scene = null;
        for (int f = 0; f < 25; f++) {
            step();
            scene = play.box(x, 0.5, 0.6, f < 12 ? Role.VEHICLE : Role.OTHER, f < 12 ? "car" : "cell phone")
                    .region(x, 0.5)
                    .at(time);
        }

        assertThat(scene.tracks()).extracting(Track::id).containsExactly(1L);
        assertThat(scene.tracks()).extracting(Track::role).containsExactly(Role.VEHICLE);
    }

    @Test
    void aRegionOnAPersonIsNotFollowedBesides() {
        Scene scene = null;
        for (int f = 0; f < 25; f++) {
            step();
            // The region reaches beyond the person, as one with a shadow does.
            scene = play.region(x + 0.01, 0.53).person(x, 0.5).at(time);
        }

        assertThat(scene.tracks()).extracting(Track::role).containsExactly(Role.PERSON);
        assertThat(scene.detections()).isEmpty();
    }

    @Test
    void motionCarriesAPersonThatTheModelLoses() {
        for (int f = 0; f < 12; f++) {
            step();
            play.person(x, 0.5).at(time);
        }

        Scene scene = regions(50);

        assertThat(scene.tracks()).extracting(Track::id).containsExactly(1L);
        assertThat(scene.tracks()).extracting(Track::sighting).containsExactly(Sighting.MATCHED);
    }

    @Test
    void whoStandsStillWhereNothingMovesIsHeld() {
        walkAndStop();
        play.stir(0);

        assertThat(unseen(20).tracks()).extracting(Track::sighting).containsExactly(Sighting.HELD);
    }

    @Test
    void whoIsHeldIsGoneOnceSomethingMovesThere() {
        walkAndStop();
        play.stir(0);
        unseen(10);
        play.stir(0.5);

        assertThat(unseen(4).tracks()).isEmpty();
    }

    @Test
    void aHeldTrackThatIsSeenAgainKeepsItsNumber() {
        walkAndStop();
        play.stir(0);
        unseen(20);

        assertThat(play.person(x, 0.5).at(time + FRAME_S).tracks())
                .extracting(Track::id)
                .containsExactly(1L);
    }

    @Test
    void nothingIsHeldForEver() {
        walkAndStop();
        play.stir(0);

        assertThat(unseen(40).tracks()).isEmpty();
    }

    @Test
    void whatNeverCameFromAnywhereIsNotHeld() {
        play.stir(0);
        for (int f = 0; f < 25; f++) {
            time += FRAME_S;
            play.person(0.5, 0.5).at(time);
        }

        assertThat(unseen(2).tracks()).isEmpty();
    }

    private void step() {
        time += FRAME_S;
        x += SPEED * FRAME_S;
    }

    private Scene regions(int frames) {
        Scene scene = null;
        for (int f = 0; f < frames; f++) {
            step();
            scene = play.region(x, 0.5).at(time);
        }
        return scene;
    }

    private void walkAndStop() {
        for (int f = 0; f < 25; f++) {
            step();
            play.person(x, 0.5).at(time);
        }
        for (int f = 0; f < 25; f++) {
            time += FRAME_S;
            play.person(x, 0.5).at(time);
        }
    }

    private Scene unseen(double seconds) {
        Scene scene = null;
        for (double s = 0; s < seconds; s += FRAME_S) {
            time += FRAME_S;
            scene = play.at(time);
        }
        return scene;
    }
}
