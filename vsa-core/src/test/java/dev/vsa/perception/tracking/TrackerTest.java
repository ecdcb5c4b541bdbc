package dev.vsa.perception.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.vsa.perception.Allocation;
import dev.vsa.perception.Detections;
import dev.vsa.scene.Detection;
import dev.vsa.scene.Role;
import dev.vsa.scene.Scene;
import dev.vsa.scene.Sighting;
import dev.vsa.scene.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackerTest {

    private final Play play = new Play();

    @Test
    void aSingleDetectionIsNoTrack() {
        Scene scene = play.person(0.5, 0.5).at(0);

        assertThat(scene.tracks()).isEmpty();
        assertThat(scene.detections()).extracting(Detection::label).containsExactly("person");
    }

    @ParameterizedTest
    @ValueSource(doubles = {5, 12.5, 25})
    void aPersonInSightForHalfASecondIsOneTrackAtAnyFrameRate(double fps) {
        Scene scene = walk(fps, 0, 0.6, 0.3);

        assertThat(scene.tracks()).extracting(Track::id).containsExactly(1L);
        assertThat(scene.tracks().get(0).sighting()).isEqualTo(Sighting.MATCHED);
        assertThat(scene.detections()).isEmpty();
    }

    @Test
    void aTrackIsBornWhenItWasFirstDetected() {
        Scene scene = walk(25, 2, 2.6, 0.3);

        assertThat(scene.tracks().get(0).bornNanos()).isEqualTo(2_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(doubles = {5, 12.5, 25})
    void velocityIsInPictureSizesASecondAtAnyFrameRate(double fps) {
        Track track = walk(fps, 0, 3, 0.1).tracks().get(0);

        assertThat(track.velocityX()).isCloseTo(SPEED, within(0.1 * SPEED));
        assertThat(track.velocityY()).isCloseTo(0, within(0.01));
    }

    @Test
    void anUnseenTrackCoastsOnItsWayAndSaysSo() {
        walk(25, 0, 2, 0.1);

        Track track = play.at(2.4).tracks().get(0);

        assertThat(track.sighting()).isEqualTo(Sighting.COASTED);
        assertThat(track.matchedNanos()).isEqualTo(2_000_000_000L);
        assertThat(track.centreX()).isCloseTo(0.1 + SPEED * 2.4, within(0.02));
    }

    @Test
    void anUnseenTrackIsNoLongerShownAfterASecond() {
        walk(25, 0, 1, 0.1);

        assertThat(play.at(2.2).tracks()).isEmpty();
    }

    @Test
    void twoWhoCrossKeepTheirNumbers() {
        long leftId = 0;
        long rightId = 0;
        Scene scene = null;
        for (int f = 0; f <= 50; f++) {
            double t = f / 12.5;
            double a = 0.2 + 0.1 * t;
            double b = 0.6 - 0.1 * t;
            play.person(a, 0.5);
            // The one behind is hidden while they overlap.
            if (Math.abs(a - b) > Play.WIDTH * 0.7) {
                play.person(b, 0.52);
            }
            scene = play.at(t);
            if (f == 10) {
                leftId = Play.near(scene, a, 0.5).id();
                rightId = Play.near(scene, b, 0.52).id();
            }
        }

        assertThat(Play.near(scene, 0.6, 0.5).id()).isEqualTo(leftId);
        assertThat(Play.near(scene, 0.2, 0.52).id()).isEqualTo(rightId);
        assertThat(leftId).isNotEqualTo(rightId);
    }

    @Test
    void aDoubtfulDetectionContinuesATrack() {
        walk(12.5, 0, 1, 0.3);

        Scene scene =
                play.box(0.3 + SPEED * 1.08, 0.5, 0.32, Role.PERSON, "person").at(1.08);

        assertThat(scene.tracks()).extracting(Track::sighting).containsExactly(Sighting.MATCHED);
    }

    @Test
    void doubtfulDetectionsStartNoTrack() {
        Scene scene = null;
        for (int f = 0; f < 20; f++) {
            scene = play.box(0.5, 0.5, 0.35, Role.PERSON, "person").at(f * 0.08);
        }

        assertThat(scene.tracks()).isEmpty();
        assertThat(scene.detections()).hasSize(1);
    }

    @Test
    void carBusAndTruckAreOneVehicleNamedAfterTheMajority() {
        String[] words = {"car", "truck", "truck", "bus", "truck"};
        Scene scene = null;
        for (int f = 0; f < 20; f++) {
            scene = play.box(0.5, 0.5, 0.6, Role.VEHICLE, words[f % 5]).at(f * 0.08);
        }

        assertThat(scene.tracks()).extracting(Track::id).containsExactly(1L);
        assertThat(scene.tracks().get(0).label()).isEqualTo("truck");
    }

    @Test
    void aTrackKeepsItsNumberWhenTheModelChangesItsMind() {
        walk(12.5, 0, 1, 0.3);
        Scene scene = null;
        for (int f = 1; f < 40; f++) {
            double t = 1 + f * 0.08;
            scene = play.box(0.3 + SPEED * t, 0.5, 0.6, Role.ANIMAL, "dog").at(t);
        }

        assertThat(scene.tracks()).extracting(Track::id).containsExactly(1L);
        assertThat(scene.tracks()).extracting(Track::role).containsExactly(Role.ANIMAL);
    }

    @Test
    void oneWrongNameChangesNothing() {
        walk(12.5, 0, 1, 0.3);

        Scene scene = play.box(0.3 + SPEED * 1.08, 0.5, 0.9, Role.ANIMAL, "dog").at(1.08);

        assertThat(scene.tracks()).extracting(Track::role).containsExactly(Role.PERSON);
    }

    @Test
    void aRunnerAtFiveFramesASecondKeepsItsNumber() {
        Scene scene = null;
        for (int f = 0; f < 10; f++) {
            // From frame to frame one and a half times its own width.
            scene = play.person(0.1 + f * 1.5 * Play.WIDTH, 0.5).at(f * 0.2);
        }

        assertThat(scene.tracks())
                .filteredOn(Track::matched)
                .extracting(Track::id)
                .containsExactly(1L);
    }

    @Test
    void aWalkerIsFollowedAtTwoFramesASecond() {
        assertThat(walk(2, 0, 5, 0.1).tracks()).extracting(Track::id).containsExactly(1L);
    }

    @Test
    void whoLeavesThePictureIsNotAwaitedOutside() {
        walk(12.5, 0, 4.4, 0.64);

        assertThat(play.at(4.8).tracks()).isEmpty();
    }

    @Test
    void boxesEndAtThePicturesEdges() {
        Track track = walk(12.5, 0, 3, 0.76).tracks().get(0);

        assertThat(track.right()).isEqualTo(1);
        assertThat(track.velocityX())
                .as("speed of the whole, not of its middle")
                .isCloseTo(SPEED, within(0.2 * SPEED));
    }

    @Test
    void numbersAreNotUsedAgainAfterAReset() {
        walk(12.5, 0, 1, 0.3);
        play.tracker().reset();

        Scene scene = walk(12.5, 0, 1, 0.3);

        assertThat(scene.tracks()).extracting(Track::id).containsExactly(2L);
    }

    @Test
    void theOrderOfDetectionsHasNoEffect() {
        long seed = 42;
        assertThat(crowd(new Random(seed), new Random(1)))
                .as("seed %d", seed)
                .isEqualTo(crowd(new Random(seed), new Random(2)));
    }

    /** The builder refuses a box that is none, so a run without an exception is the proof; numbers are checked besides. */
    @Test
    void anySequenceOfDetectionsGivesProperTracks() {
        Role[] roles = Role.values();
        long tracks = 0;
        for (long seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Play film = new Play();
            double time = 0;
            for (int f = 0; f < 60; f++) {
                time += 0.01 + (random.nextInt(10) == 0 ? 3 : 0.3) * random.nextDouble();
                for (int i = random.nextInt(12); i > 0; i--) {
                    Role role = roles[random.nextInt(roles.length)];
                    film.stir(random.nextDouble() * 0.1)
                            .box(random.nextDouble(), random.nextDouble(), random.nextDouble(), role, role.name());
                }
                Scene scene = film.at(time);
                assertThat(scene.tracks().stream().map(Track::id).distinct().count())
                        .as("seed %d, frame %d: numbers", seed, f)
                        .isEqualTo(scene.tracks().size());
                for (Track track : scene.tracks()) {
                    tracks++;
                    assertThat(track.matchedNanos()).isBetween(track.bornNanos(), scene.mediaNanos());
                    assertThat(track.left()).isBetween(0.0, track.right());
                }
            }
        }
        assertThat(tracks).isPositive();
    }

    @Test
    void boxesThatAreNoBoxesAreIgnored() {
        Detections odd = new Detections();
        odd.add(Float.NaN, 0, 1, 1, 0.9f, Role.PERSON, "person");
        odd.add(0, 0, Float.POSITIVE_INFINITY, 1, 0.9f, Role.PERSON, "person");
        odd.add(0.5f, 0.5f, 0.4f, 0.6f, 0.9f, Role.PERSON, "person");
        odd.add(0.5f, 0.5f, 0.5f, 0.6f, 0.9f, Role.PERSON, "person");
        odd.add(0.5f, 0.5f, 0.6f, 0.6f, Float.NaN, Role.PERSON, "person");

        play.tracker().update(0, 1, odd);

        assertThat(play.at(1).detections()).isEmpty();
    }

    @Test
    void allocatesNothingPastTheFirstFrames() {
        Random random = new Random(5);
        Detections[] frames = new Detections[50];
        for (int f = 0; f < frames.length; f++) {
            frames[f] = new Detections();
            for (int i = 0; i < 100; i++) {
                float x = (i % 20) / 20f + 0.02f * random.nextFloat();
                float y = (i / 20) / 5f + 0.02f * random.nextFloat();
                if (random.nextInt(10) > 0) {
                    frames[f].add(x, y, x + 0.03f, y + 0.1f, 0.3f + 0.6f * random.nextFloat(), Role.PERSON, "person");
                }
            }
        }
        Tracker tracker = new Tracker();

        long bytes = Allocation.leastOf(f -> tracker.update(f * 80_000_000L, 1, frames[f % 50]), 100, 50);

        assertThat(bytes).isZero();
    }

    @Test
    void refusesTimeThatDoesNotAdvance() {
        play.at(1);

        assertThatIllegalArgumentException().isThrownBy(() -> play.at(1)).withMessageContaining("1000000000");
    }

    private static final double SPEED = 0.08;

    /** One person who walks to the right from a place. */
    private Scene walk(double fps, double from, double to, double x) {
        Scene scene = null;
        int last = (int) Math.round((to - from) * fps);
        for (int f = 0; f <= last; f++) {
            double t = from + f / fps;
            scene = play.person(x + SPEED * t, 0.5).at(t);
        }
        return scene;
    }

    /** What a crowd with misses and false boxes looks like at the end of each frame. */
    private static List<String> crowd(Random random, Random order) {
        Play film = new Play();
        double[][] walkers = new double[40][];
        for (int w = 0; w < walkers.length; w++) {
            walkers[w] = random.doubles(4).toArray();
        }
        List<String> seen = new ArrayList<>();
        for (int f = 0; f < 40; f++) {
            for (double[] w : walkers) {
                if (random.nextDouble() < 0.8) {
                    double jitter = 0.004 * random.nextGaussian();
                    film.box(
                            w[0] + 0.2 * (w[2] - 0.5) * f / 12.5 + jitter,
                            w[1] + 0.2 * (w[3] - 0.5) * f / 12.5,
                            0.3 + 0.6 * random.nextDouble(),
                            Role.PERSON,
                            "person");
                }
            }
            film.shuffle(order).at(f / 12.5).tracks().forEach(track -> seen.add(track.toString()));
        }
        return seen;
    }
}
