package dev.vsa.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.geometry.Box;
import dev.vsa.scene.Detection;
import dev.vsa.scene.FeatureKey;
import dev.vsa.scene.Grid;
import dev.vsa.scene.Role;
import dev.vsa.scene.SceneBuilder;
import dev.vsa.scene.Sighting;
import dev.vsa.spi.Discontinuity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A log that was written when format 1 was made. It must be readable for ever, so the file is never written anew; a change that
 * breaks this test needs a new format.
 */
class GoldenSceneLogTest {

    private static final SceneLogHeader HEADER = new SceneLogHeader(
            "quay-1",
            1.5,
            "0.1.0",
            "nanodet 1234abcd",
            "beef",
            Set.of(Role.PERSON, Role.BAG),
            Set.of("motion", "test:n"));

    @Test
    void headerIsReadAsWhenItWasWritten() throws IOException {
        try (SceneReader reader = Logs.open(resource("format-1.scenes"))) {
            assertThat(reader.header()).isEqualTo(HEADER);
        }
    }

    @Test
    void scenesAreReadAsWhenTheyWereWritten() throws IOException {
        String expected = new String(resource("format-1.txt"), StandardCharsets.UTF_8);

        assertThat(String.join("\n", Logs.read(resource("format-1.scenes")).lines))
                .isEqualTo(expected.strip());
    }

    @Test
    void theSameScenesStillGiveTheSameColumns() throws IOException {
        byte[] golden = resource("format-1.scenes");
        byte[] today = Logs.write(HEADER, GoldenSceneLogTest::play);
        int block = Logs.firstBlock(golden);

        // Not the bytes of the file: Java leaves it to the machine's zlib how well it compresses.
        assertThat(Logs.payload(today, Logs.firstBlock(today))).isEqualTo(Logs.payload(golden, block));
        assertThat(Logs.payload(today, Logs.nextBlock(today, block)))
                .isEqualTo(Logs.payload(golden, Logs.nextBlock(golden, block)));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(GoldenSceneLogTest.class.getResourceAsStream(name))) {
            return in.readAllBytes();
        }
    }

    /** One of everything that a log can hold, over two blocks. */
    static void play(SceneFlow to) {
        SceneBuilder scene = new SceneBuilder();
        scene.begin("quay-1", 1_000_000_000L, 1_700_000_000_000_000_000L, 1.5, 720);
        scene.track(7, Role.PERSON, "person", 0.75, Sighting.MATCHED)
                .place(0.25, 0.5, 0.3125, 0.75)
                .move(0.125, 0, 1_000_000_000L, 1_000_000_000L);
        scene.track(9, Role.BAG, "suitcase", 0.5, Sighting.MATCHED)
                .place(0.1, 0.2, 0.3, 0.4)
                .move(-0.0, 1 / 3.0, 400_000_000L, 999_999_999L);
        scene.detection(new Detection(Role.ANIMAL, "dog", 0.25, new Box(0.5, 0.5, 0.625, 0.625)));
        to.observe(scene.lend());
        scene.begin("quay-1", 1_100_000_000L, 1_700_000_000_100_000_500L, 1.5, 720);
        scene.track(9, Role.BAG, "suitcase", 0.5, Sighting.HELD)
                .place(0.1, 0.2, 0.3, 0.4)
                .move(0, 0, 400_000_000L, 999_999_999L);
        scene.track(7, Role.PERSON, "person", 0.7, Sighting.MATCHED)
                .place(0.265625, 0.5, 0.328125, 0.75)
                .move(0.15625, 0.03125, 1_000_000_000L, 1_100_000_000L);
        scene.detection(new Detection(Role.ANIMAL, "dog", 0.3, new Box(0.5, 0.5, 0.625, 0.65)));
        scene.feature(FeatureKey.MOTION, Grid.over(3, 2, new float[] {0, 0.5f, 1, 0.1f, 0, 0}));
        scene.feature(new FeatureKey<>("test:n", Integer.class), -3);
        scene.feature(new FeatureKey<>("test:omitted", Integer.class), 4);
        to.observe(scene.lend());
        to.cannotJudge(1_200_000_000L, 1_700_000_000_200_000_000L, "perception failed: née");
        to.discontinuity(
                new Discontinuity(Discontinuity.Kind.RESTART, 1_200_000_000L, 12_000_000_000L, "after 10800 ms"));
        scene.begin("quay-1", 12_000_000_000L, 1_700_000_011_000_000_000L, 4 / 3.0, 480);
        scene.track(12, Role.OTHER, "kite", 1, Sighting.COASTED)
                .place(-0.25, -0.5, 1.25, 1.5)
                .move(2, -2, 11_000_000_000L, 11_500_000_000L);
        scene.feature(FeatureKey.MOTION, Grid.over(3, 2, new float[] {0, 0.5f, 1, 0.1f, 0, 1}));
        to.observe(scene.lend());
    }
}
