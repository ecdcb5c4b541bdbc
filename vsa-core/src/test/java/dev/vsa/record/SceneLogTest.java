package dev.vsa.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.vsa.record.RandomFlow.Wild;
import dev.vsa.scene.FeatureKey;
import dev.vsa.scene.Grid;
import dev.vsa.scene.Role;
import dev.vsa.scene.Rounding;
import dev.vsa.scene.Scene;
import dev.vsa.scene.SceneBuilder;
import dev.vsa.scene.Sighting;
import dev.vsa.spi.Needs;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SceneLogTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsReadEqualsWhatWasWrittenBitForBit(long seed) {
        Transcript written = new Transcript();
        new RandomFlow(seed, Wild.WILD).play(600, 7, written);

        byte[] log = Logs.write(writer -> new RandomFlow(seed, Wild.WILD).play(600, 7, writer));

        assertThat(Logs.read(log).lines).as("seed %d", seed).isEqualTo(written.lines);
    }

    @Test
    void anEmptyLogIsWhole() {
        assertThat(Logs.read(Logs.write(writer -> {})).lines).isEmpty();
    }

    @Test
    void headerComesBack(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.scenes");
        SceneWriter.create(file, Logs.HEADER).close();

        try (SceneReader reader = SceneReader.open(file)) {
            assertThat(reader.header()).isEqualTo(Logs.HEADER);
        }
    }

    @Test
    void theSameScenesGiveTheSameBytes() {
        byte[] once = Logs.write(writer -> new RandomFlow(11, Wild.WILD).play(500, 5, writer));
        byte[] again = Logs.write(writer -> new RandomFlow(11, Wild.WILD).play(500, 5, writer));

        assertThat(again).isEqualTo(once);
    }

    @Test
    void anHourOfTenObjectsAtTenScenesASecondTakesLessThanFiveMegabytes() {
        int minutes = 5;
        byte[] log = Logs.write(writer -> new RandomFlow(12, Wild.TAME).play(minutes * 600, 10, writer));

        assertThat(log.length * 60L / minutes).isLessThan(5_000_000);
    }

    @Test
    void aGridThatDoesNotChangeCostsNextToNothing() {
        float[] cells = new float[64 * 36];
        Random random = new Random(13);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = random.nextFloat();
        }
        byte[] log = Logs.write(writer -> {
            SceneBuilder builder = new SceneBuilder();
            for (int i = 0; i < 100; i++) {
                builder.begin("camera", i * 90_000_000L, i, 1, 100);
                builder.feature(FeatureKey.MOTION, Grid.over(64, 36, cells));
                writer.observe(builder.lend());
            }
        });

        assertThat(log.length).isLessThan(cells.length * Float.BYTES * 2);
    }

    @Test
    void roundedFiguresAreHeldExactly() {
        assertThat(new Random(14).doubles(10_000, -2, 2))
                .allMatch(value -> Lattice.holds(Rounding.position(value), Lattice.POSITION)
                        && Lattice.holds(Rounding.speed(value), Lattice.SPEED)
                        && Lattice.holds(Rounding.confidence(value), Lattice.CONFIDENCE));
    }

    @Test
    void nothingIsRoundedToNegativeZero() {
        assertThat(1 / Rounding.position(-1e-9)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void readingTracksAllocatesNothingPerScene() throws IOException {
        int scenes = 20_000;
        byte[] log = Logs.write(writer -> {
            SceneBuilder builder = new SceneBuilder();
            for (int i = 0; i < scenes; i++) {
                builder.begin("camera", i * 100_000_000L, i, 1, 100);
                for (int k = 0; k < 10; k++) {
                    builder.track(k, Role.PERSON, "person", 0.5, Sighting.MATCHED)
                            .place(0, 0, Rounding.position(i % 7 / 7.0), 0.5);
                }
                writer.observe(builder.lend());
            }
        });
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        Counter counter = new Counter();
        long allocated;
        try (SceneReader reader = Logs.open(log)) {
            for (int i = 0; i < scenes / 2; i++) {
                reader.step(counter);
            }
            long before = threads.getCurrentThreadAllocatedBytes();
            reader.play(counter);
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
        }

        assertThat(counter.scenes).isEqualTo(scenes);
        // A block of a hundred scenes reads its texts anew; ten tracks made anew in each scene would take a thousand
        // bytes.
        assertThat(allocated / (scenes / 2)).as("bytes a scene").isLessThan(100);
    }

    @Test
    void seekGoesToTheFirstItemAtOrAfterATime() throws IOException {
        List<Long> times = new ArrayList<>();
        byte[] log = Logs.write(writer -> new RandomFlow(15, Wild.TAME).play(1500, 3, writer));
        Logs.play(log, new Counter() {
            @Override
            public void observe(Scene scene) {
                times.add(scene.mediaNanos());
            }
        });
        Random random = new Random(15);

        try (SceneReader reader = Logs.open(log)) {
            for (int i = 0; i < 200; i++) {
                long target = times.get(random.nextInt(times.size())) + random.nextInt(3) - 1;
                Counter counter = new Counter();
                reader.seek(target);
                boolean found = reader.step(counter);
                long expected = times.stream()
                        .filter(time -> time >= target)
                        .findFirst()
                        .orElse(-1L);
                assertThat(found ? counter.lastNanos : -1).isEqualTo(expected);
            }
        }
    }

    @Test
    void afterSeekingToTheStartEverythingIsPlayedAgain() throws IOException {
        byte[] log = Logs.write(writer -> new RandomFlow(16, Wild.WILD).play(800, 3, writer));
        Transcript again = new Transcript();

        try (SceneReader reader = Logs.open(log)) {
            reader.play(new Counter());
            reader.seek(Long.MIN_VALUE);
            reader.play(again);
        }

        assertThat(again.lines).isEqualTo(Logs.read(log).lines);
    }

    @Test
    void featuresThatTheHeaderDoesNotNameAreLeftOutByName() throws IOException {
        SceneLogHeader bare = new SceneLogHeader("camera", 1, "1", "", "", Set.of(), Set.of("test:count"));
        byte[] log = Logs.write(bare, writer -> new RandomFlow(17, Wild.WILD).play(200, 1, writer));

        try (SceneReader reader = Logs.open(log)) {
            reader.play(new Counter() {
                @Override
                public void observe(Scene scene) {
                    assertThat(scene.features().keySet()).isSubsetOf(Set.of(RandomFlow.COUNT));
                }
            });
            assertThat(reader.leftOut()).contains("motion", "test:note").doesNotContain("test:count");
        }
    }

    @Test
    void featuresOfAForeignTypeAreLeftOutByName() throws IOException {
        FeatureKey<Path> strange = new FeatureKey<>("test:strange", Path.class);
        SceneLogHeader header = new SceneLogHeader("camera", 1, "1", "", "", Set.of(), Set.of("test:strange"));
        SceneBuilder builder = new SceneBuilder().begin("camera", 1, 1, 1, 1).feature(strange, Path.of("x"));
        byte[] log = Logs.write(header, writer -> writer.observe(builder.lend()));

        try (SceneReader reader = Logs.open(log)) {
            reader.play(new Counter());
            assertThat(reader.leftOut()).containsExactly("test:strange");
        }
    }

    @Test
    void storableNamesTheFeaturesThatALogCanHold() {
        FeatureKey<Path> strange = new FeatureKey<>("test:strange", Path.class);

        assertThat(SceneLogHeader.storable(Set.of(strange, FeatureKey.MOTION))).containsExactly("motion");
    }

    @Test
    void headerTellsWhatRulesWouldMiss() {
        SceneLogHeader header = new SceneLogHeader("camera", 1, "1", "", "", Set.of(Role.PERSON), Set.of("motion"));
        Needs needs = new Needs(Set.of(Role.PERSON, Role.BAG), Set.of(FeatureKey.MOTION, RandomFlow.COUNT), 5, 20);

        assertThat(header.missing(needs)).containsExactly("feature test:count", "role BAG");
    }

    @Test
    void headerRefusesAnAspectThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SceneLogHeader("camera", Double.NaN, "1", "", "", Set.of(), Set.of()));
    }

    @Test
    void aClosedWriterTakesNothing(@TempDir Path folder) throws IOException {
        SceneWriter writer = SceneWriter.create(folder.resolve("a.scenes"), Logs.HEADER);
        writer.close();
        writer.close();

        assertThatIllegalStateException().isThrownBy(() -> writer.cannotJudge(1, 1, "late"));
    }
}
