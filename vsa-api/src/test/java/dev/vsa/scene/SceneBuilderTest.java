package dev.vsa.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vsa.AllocatedBytes;
import dev.vsa.geometry.Box;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SceneBuilderTest {

    private static final Detection DETECTION = new Detection(Role.BAG, "suitcase", 0.5, new Box(0, 0, 0.1, 0.1));
    private static final FeatureKey<String> WEATHER = new FeatureKey<>("org.example:weather", String.class);

    private final SceneBuilder builder = new SceneBuilder();

    @Test
    void aSceneTellsWhatItWasBuiltFrom() {
        Scene scene = fill(builder, 7, 0.25f).build();

        assertThat(scene.cameraId()).isEqualTo("quay");
        assertThat(scene.mediaNanos()).isEqualTo(7);
        assertThat(scene.wallTime()).isEqualTo(Instant.parse("2024-07-26T17:30:00.000000007Z"));
        assertThat(scene.aspect()).isEqualTo(16.0 / 9);
        assertThat(scene.pictureHeight()).isEqualTo(1080);
        assertThat(scene.detections()).containsExactly(DETECTION);
        assertThat(scene.feature(FeatureKey.MOTION).at(0, 0)).isEqualTo(0.25f);
        assertThat(scene.feature(WEATHER)).isEqualTo("fine");
    }

    @Test
    void aTrackTellsWhatItWasBuiltFrom() {
        Track track = fill(builder, 7, 0).build().tracks().get(0);

        assertThat(track.id()).isEqualTo(7);
        assertThat(track.role()).isEqualTo(Role.PERSON);
        assertThat(track.label()).isEqualTo("person");
        assertThat(track.confidence()).isEqualTo(0.75);
        assertThat(track.sighting()).isEqualTo(Sighting.COASTED);
        assertThat(track.matched()).isFalse();
        assertThat(track.box()).isEqualTo(new Box(0.25, 0.5, 0.5, 1));
        assertThat(new double[] {track.width(), track.height(), track.centreX(), track.centreY()})
                .containsExactly(0.25, 0.5, 0.375, 0.75);
        assertThat(new double[] {track.velocityX(), track.velocityY()}).containsExactly(0.5, -0.25);
        assertThat(new long[] {track.bornNanos(), track.matchedNanos()}).containsExactly(1, 2);
    }

    @Test
    void aTrackThatWasNeverPlacedLiesEmptyInTheCorner() {
        builder.begin("quay", 5, 0, 1, 1).track(1, Role.PERSON, "person", 1, Sighting.MATCHED);

        assertThat(builder.build().tracks().get(0).box()).isEqualTo(new Box(0, 0, 0, 0));
    }

    @Test
    void aTrackThatWasNeverMovedIsBornNow() {
        builder.begin("quay", 5, 0, 1, 1).track(1, Role.PERSON, "person", 1, Sighting.MATCHED);

        assertThat(builder.build().tracks().get(0).bornNanos()).isEqualTo(5);
    }

    @Test
    void aBuiltSceneIsNotChangedByTheNextOne() {
        Scene first = fill(builder, 1, 0.25f).build();
        fill(builder, 2, 0.75f);

        assertThat(summary(first))
                .isEqualTo(summary(fill(new SceneBuilder(), 1, 0.25f).build()));
    }

    @Test
    void aLentSceneIsAlwaysTheSameObject() {
        Scene lent = fill(builder, 1, 0).lend();

        assertThat(fill(builder, 2, 0).lend()).isSameAs(lent);
    }

    @Test
    void aLentSceneFollowsTheBuilder() {
        Scene lent = fill(builder, 1, 0).lend();
        fill(builder, 2, 0);

        assertThat(lent.tracks().get(0).id()).isEqualTo(2);
    }

    @Test
    void theFeaturesOfALentSceneFollowTheBuilder() {
        Map<FeatureKey<?>, Object> features = builder.begin("quay", 1, 0, 1, 1)
                .feature(WEATHER, "fine")
                .lend()
                .features();
        List<Map.Entry<FeatureKey<?>, Object>> first = List.copyOf(features.entrySet());
        builder.begin("quay", 2, 0, 1, 1).feature(FeatureKey.MOTION, Grid.over(1, 1, new float[1]));

        assertThat(first).containsExactly(Map.entry(WEATHER, "fine"));
        assertThat(features.keySet()).containsExactly(FeatureKey.MOTION);
    }

    @Test
    void aBuiltSceneAndALentOneTellTheSame() {
        fill(builder, 3, 0.5f);

        assertThat(summary(builder.build())).isEqualTo(summary(builder.lend()));
    }

    @Test
    void aCopyOfALentSceneIsNotChangedByTheNextOne() {
        float[] motion = {0.25f};
        Scene copy = fill(builder, 1, motion).lend().copy();
        motion[0] = 0.75f;
        fill(builder, 2, motion);

        assertThat(summary(copy))
                .isEqualTo(summary(fill(new SceneBuilder(), 1, 0.25f).build()));
    }

    @Test
    void aNewSceneHoldsNothingOfTheOneBefore() {
        fill(builder, 1, 0.5f);
        Scene scene = builder.begin("quay", 2, 0, 1, 1).build();

        assertThat(List.of(
                        scene.tracks().size(),
                        scene.detections().size(),
                        scene.features().size()))
                .containsOnly(0);
    }

    @Test
    void lendingAllocatesNothingOnceGrown() {
        Grid grid = Grid.over(1, 1, new float[1]);
        long[] seen = new long[1];

        assertThat(AllocatedBytes.of(() -> {
                    for (int n = 0; n < 100; n++) {
                        builder.begin("quay", n, n, 1.5, 720);
                        for (int i = 0; i < 20; i++) {
                            builder.track(i, Role.PERSON, "person", 0.5, Sighting.MATCHED)
                                    .place(0.1, 0.1, 0.2, 0.3)
                                    .move(0.1, 0, 0, n);
                        }
                        builder.detection(DETECTION)
                                .feature(FeatureKey.MOTION, grid)
                                .feature(WEATHER, "fine");
                        Scene scene = builder.lend();
                        for (int i = 0; i < scene.tracks().size(); i++) {
                            seen[0] += scene.tracks().get(i).id();
                        }
                        seen[0] += scene.feature(FeatureKey.MOTION) == grid ? 1 : 0;
                    }
                }))
                .isZero();
    }

    @Test
    void aFeatureAddedTwiceHasTheLaterValue() {
        builder.begin("quay", 1, 0, 1, 1).feature(WEATHER, "fine").feature(WEATHER, "foul");

        assertThat(builder.lend().features()).isEqualTo(Map.of(WEATHER, "foul"));
    }

    @Test
    void aFeatureThatNobodyComputedIsNull() {
        assertThat(builder.begin("quay", 1, 0, 1, 1).lend().feature(FeatureKey.MOTION))
                .isNull();
    }

    @Test
    void keysOfOneNameAndTwoTypesAreTwoFeatures() {
        FeatureKey<Integer> number = new FeatureKey<>(WEATHER.name(), Integer.class);
        builder.begin("quay", 1, 0, 1, 1).feature(WEATHER, "fine");

        assertThat(builder.lend().feature(number)).isNull();
    }

    @Test
    void aFeatureWithoutANameIsRefused() {
        assertThatThrownBy(() -> new FeatureKey<>(" ", String.class)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatASceneHandsOutCannotBeChanged(boolean lent) {
        fill(builder, 1, 0);
        Scene scene = lent ? builder.lend() : builder.build();

        assertThatThrownBy(() -> scene.tracks().remove(0)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> scene.detections().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> scene.features().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void trackListsEndWhereTheirTracksDo() {
        fill(builder, 1, 0);
        fill(builder.begin("quay", 2, 0, 1, 1), 2, 0);
        builder.begin("quay", 3, 0, 1, 1);

        assertThatThrownBy(() -> builder.lend().tracks().get(0))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("track 0 of 0");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-1, 1", "NaN, 1", "Infinity, 1", "1.5, 0", "1.5, -3"})
    void aPictureWithoutAShapeIsRefused(double aspect, int height) {
        assertThatThrownBy(() -> builder.begin("quay", 0, 0, aspect, height))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "NaN, 0, 1, 1",
        "0, NaN, 1, 1",
        "0, 0, NaN, 1",
        "0, 0, 1, NaN",
        "-Infinity, 0, 1, 1",
        "0, 0, Infinity, 1",
        "0, 0, 1, Infinity",
        "Infinity, 0, Infinity, 1",
        "1, 0, 0, 1",
        "0, 1, 1, 0",
        "-1e308, 0, 1e308, 1"
    })
    void whatIsNoBoxReachesNoTrack(double left, double top, double right, double bottom) {
        builder.begin("quay", 0, 0, 1, 1).track(1, Role.PERSON, "person", 1, Sighting.MATCHED);

        assertThatThrownBy(() -> builder.place(left, top, right, bottom)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingCanBePlacedBeforeATrackWasAdded() {
        builder.begin("quay", 0, 0, 1, 1);

        assertThatThrownBy(() -> builder.place(0, 0, 1, 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void mediaTimeIsToldInSecondsToo() {
        assertThat(builder.begin("quay", 1_500_000_000L, 0, 1, 1).build().mediaSeconds())
                .isEqualTo(1.5);
    }

    private static SceneBuilder fill(SceneBuilder builder, long n, float... motion) {
        return builder.begin("quay", n, 1_722_015_000_000_000_000L + n, 16.0 / 9, 1080)
                .track(n, Role.PERSON, "person", 0.75, Sighting.COASTED)
                .place(0.25, 0.5, 0.5, 1)
                .move(0.5, -0.25, 1, 2)
                .track(n + 100, Role.VEHICLE, "bus", 1, Sighting.MATCHED)
                .detection(DETECTION)
                .feature(FeatureKey.MOTION, Grid.over(1, 1, motion))
                .feature(WEATHER, "fine");
    }

    private static String summary(Scene scene) {
        Grid motion = scene.feature(FeatureKey.MOTION);
        return scene.cameraId()
                + scene.mediaNanos()
                + scene.wallNanos()
                + scene.aspect()
                + scene.pictureHeight()
                + scene.tracks()
                + scene.detections()
                + (motion == null ? "" : motion.at(0, 0))
                + scene.feature(WEATHER);
    }
}
