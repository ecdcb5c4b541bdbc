package dev.vsa.detectors.persondown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.geometry.Zone;
import dev.vsa.scene.BodyKeypoints;
import dev.vsa.scene.FeatureKey;
import dev.vsa.scene.Grid;
import dev.vsa.scene.Table;
import dev.vsa.testkit.Actor;
import dev.vsa.testkit.DetectorHarness;
import dev.vsa.testkit.Parameters;
import dev.vsa.testkit.Scenario;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keypoints and motion that make no sense: no exception, and nobody who walks or stands is said to lie. Simulated. */
class PersonDownOddFeaturesTest {

    private static final double[] ODD = {Double.NaN, Double.POSITIVE_INFINITY, -1e300, 1e300, -1, 0, 0.3, 0.6, 1, 2};

    private final PersonDownParameters parameters = Parameters.of(PersonDownParameters.class)
            .with("zone", Zone.of("frame", 0, 0, 1, 0, 1, 1, 0, 1))
            .build();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void oddFeaturesMakeNobodyLie(long seed) {
        Random random = new Random(seed);
        Scenario scenario = Scenario.lasting(30)
                .seed(seed)
                .with(
                        Actor.person(1)
                                .sized(0.12, 0.4)
                                .at(0, 0.2, 0.6)
                                .at(30, 0.8, 0.9)
                                .jitter(0.03),
                        Actor.person(2)
                                .sized(0.12, 0.4)
                                .at(0, 0.6, 0.7)
                                .stays(30)
                                .jitter(0.03)
                                .missed(0.2))
                .feature(BodyKeypoints.KEY, (s, view) -> keypoints(random))
                .feature(FeatureKey.MOTION, (s, view) -> motion(random));
        DetectorHarness harness =
                DetectorHarness.of(new PersonDownProvider(), parameters).show(scenario.filmedAt(12.5));
        assertThat(harness.findings().signals()).as("seed %d", seed).isEmpty();
    }

    private static Table keypoints(Random random) {
        int columns = random.nextInt(4) > 0 ? BodyKeypoints.COLUMNS : 1 + random.nextInt(80);
        int rows = random.nextInt(4);
        double[] values = new double[columns * rows];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(3) > 0 ? random.nextDouble() : ODD[random.nextInt(ODD.length)];
        }
        for (int row = 0; row < rows; row++) {
            values[row * columns] = random.nextInt(4);
        }
        return Table.of(columns, values);
    }

    private static Grid motion(Random random) {
        int columns = 1 + random.nextInt(40);
        int rows = 1 + random.nextInt(30);
        float[] cells = new float[columns * rows];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (float) ODD[random.nextInt(ODD.length)];
        }
        return Grid.over(columns, rows, cells);
    }
}
