package dev.vsa.detectors.weapon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.geometry.Box;
import dev.vsa.geometry.Zone;
import dev.vsa.scene.BodyKeypoints;
import dev.vsa.scene.Detection;
import dev.vsa.scene.ObjectClasses;
import dev.vsa.scene.Role;
import dev.vsa.scene.SceneBuilder;
import dev.vsa.scene.Sighting;
import dev.vsa.scene.Table;
import dev.vsa.testkit.DetectorHarness;
import dev.vsa.testkit.Parameters;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Boxes, confidences, words and tables that make no sense: no exception, and no alert out of nothing. Simulated. */
class WeaponOddScenesTest {

    private static final double[] ODD = {
        Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1e300, 1e300, -3, -1e-12, 0, 1, 5
    };
    private static final String[] WORDS = {"", ",", ":", "weapon", "weapon:", ":knife,,", "WEAPON:knife", "a:b:c,\u0000"
    };

    private final WeaponParameters parameters = Parameters.of(WeaponParameters.class)
            .with("zone", Zone.of("hall", 0, 0, 1, 0, 1, 1, 0, 1))
            .build();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void oddWeaponsInThePlaceOfAHandAreNeverSignalled(long seed) {
        Random random = new Random(seed);
        DetectorHarness harness = DetectorHarness.of(new WeaponProvider(), parameters);
        for (int i = 0; i < 400; i++) {
            SceneBuilder scene = new SceneBuilder().begin("odd", i * 80_000_000L, 0, 1.6, 720);
            scene.track(1, Role.PERSON, "person", 0.8, Sighting.MATCHED)
                    .place(0.3 + 0.001 * i, 0.2, 0.4 + 0.001 * i, 0.8)
                    .move(0, 0, 0, i * 80_000_000L);
            for (int k = 0; k < 3; k++) {
                scene.track(2 + k, Role.WEAPON, "knife", odd(random), Sighting.MATCHED);
                place(scene, odd(random), odd(random), odd(random), odd(random));
            }
            // finite, but nothing that a hand could hold: without size, larger than the person, or far from him
            scene.detection(new Detection(Role.WEAPON, "knife", 1, new Box(0.4, 0.5, 0.4, 0.5)));
            scene.detection(new Detection(Role.WEAPON, "knife", 1, new Box(-9, -9, 9, 9)));
            scene.detection(new Detection(Role.WEAPON, "knife", 1, new Box(7 + random.nextDouble(), 0.5, 9, 0.6)));
            scene.feature(ObjectClasses.KEY, WORDS[random.nextInt(WORDS.length)]);
            scene.feature(BodyKeypoints.KEY, table(random));
            harness.show(scene.build());
        }
        assertThat(harness.findings().signals()).as("seed %d", seed).isEmpty();
        assertThat(harness.snapshot()).hasSizeLessThan(16_384);
    }

    /** Sides in order are taken over, however far away; a scene refuses all others, and the box stays empty. */
    private static void place(SceneBuilder scene, double x, double y, double toX, double toY) {
        if (x <= toX && y <= toY && (toX - x) * (toY - y) <= Double.MAX_VALUE / 2) {
            scene.place(x, y, toX, toY).move(x, y, 0, 0);
        }
    }

    private static Table table(Random random) {
        int columns = 1 + random.nextInt(2 * BodyKeypoints.COLUMNS);
        double[] values = new double[columns * random.nextInt(4)];
        for (int i = 0; i < values.length; i++) {
            values[i] = odd(random);
        }
        return Table.of(columns, values);
    }

    private static double odd(Random random) {
        return ODD[random.nextInt(ODD.length)];
    }
}
