package dev.vsa.perception.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vsa.frame.Frame;
import dev.vsa.frame.PixelFormat;
import dev.vsa.perception.Allocation;
import dev.vsa.perception.luma.Luma;
import dev.vsa.scene.Flow;
import dev.vsa.scene.Table;
import dev.vsa.testkit.Footage;
import dev.vsa.testkit.simulation.Panic;
import dev.vsa.testkit.simulation.Traffic;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On simulated pictures. */
class OpticalFlowTest {

    private static final double ASPECT = 16.0 / 9;

    private final Luma luma = new Luma();
    private final OpticalFlow flow = new OpticalFlow(luma);

    /** Patches that cover the picture and beyond, carried along as a camera's movement carries them. */
    private static Footage.Act wall(DoubleUnaryOperator right) {
        return (g, seconds) -> {
            Random random = new Random(3);
            g.translate(right.applyAsDouble(seconds), 0);
            for (int i = 0; i < 900; i++) {
                int level = 60 + random.nextInt(140);
                g.setColor(new Color(level, level, level));
                g.fill(new Rectangle2D.Double(-1 + 4 * random.nextDouble(), random.nextDouble() - 0.05, 0.11, 0.13));
            }
        };
    }

    private static Footage street(double fps, double seconds) {
        return Footage.of(640, 360, fps, seconds).grain(0).act(wall(second -> 0));
    }

    private List<Table> flows(Footage footage) {
        List<Table> flows = new ArrayList<>();
        footage.format(PixelFormat.GRAY8).play(frame -> {
            luma.load(frame);
            Table table = flow.update(frame.mediaNanos());
            if (table != null) {
                flows.add(table.copy());
            }
        });
        return flows;
    }

    /** The median velocity of the cells that can be relied on. */
    private static double[] median(List<Table> flows) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (Table table : flows) {
            for (int i = 1; i < table.rows(); i++) {
                if (table.at(i, Flow.RELIABILITY) >= 0.3) {
                    x.add(table.at(i, Flow.VELOCITY_X));
                    y.add(table.at(i, Flow.VELOCITY_Y));
                }
            }
        }
        Collections.sort(x);
        Collections.sort(y);
        return new double[] {x.get(x.size() / 2), y.get(y.size() / 2)};
    }

    private static double reliableCells(List<Table> flows) {
        double count = 0;
        for (Table table : flows) {
            for (int i = 1; i < table.rows(); i++) {
                count += table.at(i, Flow.RELIABILITY) >= 0.3 ? 1 : 0;
            }
        }
        return count / flows.size();
    }

    @ParameterizedTest
    @CsvSource({"0.15, 12.5", "0.3, 12.5", "0.6, 12.5", "1.2, 12.5", "0.3, 5", "0.6, 5", "0.3, 8", "0.3, 25", "0.6, 30"
    })
    void aCarMovesAtItsSpeed(double speed, double fps) {
        Traffic car = new Traffic(0, 1.2 / speed, 0.3, 0.6, 1.5, 0.4, 0.15);
        List<Table> flows = flows(street(fps, 0.9 / speed).act(car));

        assertThat(median(flows)[0]).isCloseTo(speed, within(0.15 * speed));
        assertThat(median(flows)[1]).isCloseTo(0, within(0.08 * speed));
        assertThat(reliableCells(flows)).isGreaterThan(10);
    }

    @Test
    void slowWalkersAreSlowerThanRunnersByAsMuchAsTheyAre() {
        double walking = peopleSpeed(0.75);
        double running = new OpticalFlowTest().peopleSpeed(2.2);

        assertThat(running / walking).isBetween(2.2, 3.6);
        assertThat(running).isCloseTo(2.2 * 0.2, within(0.1));
    }

    private double peopleSpeed(double bodyHeights) {
        Panic people = Panic.of(6, 0.2, ASPECT, 5, 0, 0.3, 0.3, 0.5, 0.95).going(3, bodyHeights, 0, 0.01);
        return median(flows(street(12.5, 2.2).act(people)))[0];
    }

    @Test
    void whatIsBehindSomebodyWhoWalksDoesNotMoveWhenItComesInSight() {
        // A plain floor looks everywhere the same: what has just been uncovered could come from anywhere.
        Traffic walker = new Traffic(0, 3, 0.3, 0.6, 1.4, 0.15, 0.4);
        for (Table table : flows(Footage.of(640, 360, 12.5, 2.4).grain(0).act(walker))) {
            for (int i = 1; i < table.rows(); i++) {
                if (table.at(i, Flow.RELIABILITY) >= 0.3) {
                    assertThat(table.at(i, Flow.VELOCITY_X)).isGreaterThan(-0.1);
                }
            }
        }
    }

    @Test
    void grainIsNoMovement() {
        assertThat(flows(street(12.5, 2).grain(3)))
                .allSatisfy(table -> assertThat(table.rows()).isEqualTo(1));
    }

    @Test
    void aChangeOfLightIsNoMovement() {
        Footage.Act dusk = (g, seconds) -> {
            g.setColor(new Color(0, 0, 0, (int) Math.min(120, 60 * seconds)));
            g.fill(new Rectangle2D.Double(0, 0, 2, 1));
        };
        assertThat(reliableCells(flows(street(12.5, 2).act(dusk)))).isLessThan(1);
    }

    @Test
    void aFlashingLampIsNoMovement() {
        Footage.Act lamp = (g, seconds) -> {
            g.setColor(seconds % 0.3 < 0.15 ? Color.WHITE : Color.DARK_GRAY);
            g.fill(new Rectangle2D.Double(0.6, 0.3, 0.2, 0.2));
        };
        assertThat(reliableCells(flows(street(12.5, 3).act(lamp)))).isLessThan(1);
    }

    @ParameterizedTest
    @CsvSource({"0.1", "0.3", "-0.25"})
    void aPanIsTheCamerasMovementAndNobodyElses(double speed) {
        List<Table> flows = flows(Footage.of(640, 360, 12.5, 1.2).grain(0).act(wall(second -> speed * second)));

        assertThat(flows).allSatisfy(table -> {
            assertThat(table.at(0, Flow.VELOCITY_X)).isCloseTo(speed, within(0.02));
            assertThat(Flow.cameraSpeed(table)).isCloseTo(Math.abs(speed), within(0.02));
            assertThat(table.at(0, Flow.SHARE)).isGreaterThan(0.7);
        });
        assertThat(reliableCells(flows)).isLessThan(60);
    }

    @Test
    void somebodyWhoWalksWhileTheCameraPansMovesAtHisOwnSpeed() {
        Traffic car = new Traffic(0, 4, 0.3, 0.6, 1.9, 0.4, 0.2);
        double pan = 0.1;
        double[] median = median(flows(Footage.of(640, 360, 12.5, 1.2)
                .grain(0)
                .act(wall(second -> pan * second))
                .act(car)));

        assertThat(median[0]).isCloseTo(0.4 - pan, within(0.08));
    }

    @Test
    void aCrowdThatFillsHalfThePictureIsNoMovingCamera() {
        Panic crowd = Panic.of(60, 0.2, ASPECT, 5, 0, -0.4, 0.25, 1.4, 1.1).going(3, 1, 0, 0.01);
        List<Table> flows = flows(street(12.5, 2).act(crowd));

        assertThat(flows).filteredOn(table -> Flow.cameraSpeed(table) > 0).hasSizeLessThan(3);
        assertThat(median(flows)[0]).isGreaterThan(0.12);
    }

    @Test
    void thereIsNoFlowAtFirstNorAfterAGapNorBetweenFramesThatFollowTooFast() {
        luma.load(plain(64, 48, 0));
        assertThat(flow.update(0)).isNull();
        assertThat(flow.update(40_000_000)).isNull();
        assertThat(flow.update(80_000_000)).isNotNull();
        assertThat(flow.update(1_000_000_000)).isNull();
        assertThat(flow.update(900_000_000)).isNull();
        assertThat(flow.update(980_000_000)).isNotNull();
        flow.reset();
        assertThat(flow.update(1_060_000_000)).isNull();
        luma.load(plain(48, 64, 0));
        assertThat(flow.update(1_140_000_000)).isNull();
        assertThat(flow.update(1_220_000_000)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 7", "8, 8", "9, 300", "320, 9", "17, 13"})
    void picturesOfAnySizeAreTaken(int width, int height) {
        Random random = new Random(width * 31L + height);
        for (int i = 0; i < 5; i++) {
            luma.load(plain(width, height, random.nextInt(200)));
            Table table = flow.update(i * 80_000_000L);
            assertThat(table == null || Flow.wellFormed(table)).isTrue();
        }
    }

    @Test
    void pastTheFirstFramesNothingIsAllocated() {
        List<int[]> pictures = new ArrayList<>();
        Panic people = Panic.of(12, 0.2, ASPECT, 5, 0, 0.1, 0.3, 1.6, 0.95).strolling(4, 1.5);
        street(12.5, 2).act(people).play(frame -> {
            luma.load(frame);
            pictures.add(luma.values().clone());
        });
        int[] lent = luma.values();
        long bytes = Allocation.leastOf(
                i -> {
                    System.arraycopy(pictures.get(i % pictures.size()), 0, lent, 0, lent.length);
                    flow.update((i + 1) * 80_000_000L);
                },
                200,
                100);
        assertThat(bytes).isZero();
    }

    private static Frame plain(int width, int height, int level) {
        ByteBuffer plane = ByteBuffer.allocateDirect(width * height);
        for (int i = 0; i < width * height; i++) {
            plane.put(i, (byte) (level + i % 13 * 4));
        }
        return Frame.wrap(
                Frame.Layout.packed(PixelFormat.GRAY8, width, height),
                Collections.singletonList(plane),
                0,
                0,
                () -> {});
    }
}
