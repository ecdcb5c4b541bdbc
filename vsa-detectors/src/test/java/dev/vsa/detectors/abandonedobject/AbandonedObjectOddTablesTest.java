package dev.vsa.detectors.abandonedobject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.geometry.Zone;
import dev.vsa.scene.Role;
import dev.vsa.scene.SceneBuilder;
import dev.vsa.scene.Sighting;
import dev.vsa.scene.StaticRegions;
import dev.vsa.scene.Table;
import dev.vsa.testkit.DetectorHarness;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that no extractor should give: nothing is thrown, nothing is signalled out of nothing, and what is kept stays small. */
class AbandonedObjectOddTablesTest {

    private static final double[] ODD = {
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        -1,
        0,
        -0.0,
        0.3,
        0.5,
        1,
        1e9,
        -1e300,
        1e300,
        4e-324
    };

    private static final int MOST_BYTES = 200_000;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void oddTablesBreakNothing(long seed) {
        Random random = new Random(seed);
        boolean somebody = seed % 2 == 0;
        DetectorHarness harness =
                DetectorHarness.of(new AbandonedObjectProvider(), AbandonedObjectParameters.in(Zone.frame()));
        SceneBuilder scene = new SceneBuilder();
        for (int frame = 1; frame <= 2000; frame++) {
            scene.begin("camera", frame * 80_000_000L, 0, 16.0 / 9, 720);
            if (somebody && frame % 300 < 150) {
                double x = frame % 300 / 200.0;
                scene.track(frame / 300, Role.PERSON, "person", 0.9, Sighting.MATCHED)
                        .place(x, 0.3, x + 0.1, 0.7);
            }
            if (random.nextInt(20) > 0) {
                scene.feature(StaticRegions.KEY, table(random));
            }
            harness.show(scene.build());
        }
        assertThat(harness.snapshot().length).as("bytes kept").isLessThan(MOST_BYTES);
        if (!somebody) {
            assertThat(harness.findings().signals()).isEmpty();
        }
    }

    private static Table table(Random random) {
        int columns = switch (random.nextInt(10)) {
            case 0 -> 1 + random.nextInt(StaticRegions.COLUMNS - 1);
            case 1 -> StaticRegions.COLUMNS + 3;
            default -> StaticRegions.COLUMNS;
        };
        int rows = random.nextInt(30) == 0 ? 700 : random.nextInt(6);
        Table.Builder table = new Table.Builder(columns);
        for (int row = 0; row < rows; row++) {
            table.add();
            for (int c = 0; c < columns; c++) {
                table.set(c, random.nextBoolean() ? random.nextDouble() : ODD[random.nextInt(ODD.length)]);
            }
        }
        return table.lend().copy();
    }
}
