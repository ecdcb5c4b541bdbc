package dev.vsa.perception.staticforeground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import dev.vsa.frame.PixelFormat;
import dev.vsa.perception.luma.Luma;
import dev.vsa.scene.SceneBuilder;
import dev.vsa.scene.StaticRegions;
import dev.vsa.scene.Table;
import dev.vsa.testkit.Footage;
import dev.vsa.testkit.simulation.Belongings;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On simulated pictures of a floor of slabs, 320 by 180. */
class StaticForegroundTest {

    private static final double LAST = 30;

    /** What was told of one frame. */
    private record Told(double second, boolean steady, List<double[]> rows) {}

    @ParameterizedTest
    @ValueSource(doubles = {5, 12.5, 25})
    void aBagIsListedWithinSixSecondsWhereItStands(double fps) {
        List<Told> told = watch(scene(fps).act(bag().between(4, 99)));

        double first = told.stream()
                .filter(t -> !t.rows.isEmpty())
                .mapToDouble(Told::second)
                .findFirst()
                .orElseThrow();
        assertThat(first).isBetween(5.0, 10.0);
        double[] row = last(told).rows.get(0);
        assertThat(row[StaticRegions.LEFT] * 16 / 9).isCloseTo(0.8, within(0.012));
        assertThat(row[StaticRegions.TOP]).isCloseTo(0.6, within(0.012));
        assertThat(row[StaticRegions.RIGHT] * 16 / 9).isCloseTo(0.9, within(0.012));
        assertThat(row[StaticRegions.BOTTOM]).isCloseTo(0.7, within(0.012));
        assertThat(row[StaticRegions.OUTLINE]).isGreaterThan(0.3);
        assertThat(row[StaticRegions.FILL]).isGreaterThan(0.7);
        assertThat(row[StaticRegions.SINCE]).isBetween(4.0, 6.5);
    }

    @Test
    void aBagOfTwelveRowsIsListed() {
        double size = 12.0 / 180;
        List<Told> told = watch(scene(5).act(Belongings.bag(0.8, 0.7, size).between(4, 99)));

        assertThat(last(told).rows).hasSize(1);
    }

    @Test
    void aBagNeverFadesIntoTheBackground() {
        List<Told> told = watch(play(5, 180).act(bag().between(4, 999)));

        assertThat(last(told).rows).hasSize(1);
        assertThat(numbers(told)).hasSize(1);
    }

    @Test
    void aBagThatIsTakenIsNoLongerListedAfterTwoSeconds() {
        List<Told> told = watch(scene(5).act(bag().between(4, 20)));

        assertThat(at(told, 19.8).rows).hasSize(1);
        assertThat(at(told, 22.5).rows).isEmpty();
    }

    @Test
    void itsNumberStaysWhileSomebodyWalksPast() {
        List<Told> told = watch(scene(12.5)
                .act(bag().between(4, 99))
                .act(Belongings.person(0, 1.8, 0.85, 0.5, 14, 18).between(14, 18)));

        assertThat(last(told).rows).hasSize(1);
        assertThat(numbers(told)).hasSize(1);
    }

    @Test
    void onlyTheBagIsLeftOfSomebodyWhoStoodBesideIt() {
        List<Told> told = watch(scene(12.5)
                .act(bag().between(4, 99))
                .act(Belongings.person(0.75, 1.7, 0.7, 0.45, 14, 18).between(3, 18)));

        assertThat(last(told).rows).hasSize(1);
        assertThat(last(told).rows.get(0)[StaticRegions.TOP]).isCloseTo(0.6, within(0.015));
    }

    @Test
    void itIsStillListedAfterTheLightWasSwitchedOn() {
        List<Told> told = watch(scene(5).act(bag().between(4, 99))
                .act(Belongings.light(0, 0, 2, 1, 255, 0.35).between(15, 99)));

        assertThat(last(told).rows).hasSize(1);
        assertThat(numbers(told)).hasSize(1);
    }

    @Test
    void whatWasThereFromTheFirstFrameAndIsTakenAwayIsNoObject() {
        nothingIsListed(scene(5).act(bag().between(0, 8)));
    }

    @Test
    void aShadowThatStopsIsNoObject() {
        nothingIsListed(
                scene(5).act(Belongings.light(0.7, 0.5, 0.25, 0.3, 0, 0.35).between(5, 99)));
    }

    @Test
    void aPatchOfLightIsNoObject() {
        nothingIsListed(
                scene(5).act(Belongings.light(0.7, 0.5, 0.25, 0.3, 255, 0.12).between(5, 99)));
    }

    @Test
    void lightOverTheWholePictureIsNoObject() {
        nothingIsListed(scene(5).act(Belongings.light(0, 0, 2, 1, 255, 0.4).between(8, 99)));
        nothingIsListed(scene(5).act(Belongings.light(0, 0, 1.1, 1, 0, 0.5).between(8, 99)));
    }

    @Test
    void aCameraThatMovedOrTremblesSeesNoObjects() {
        nothingIsListed(filmed((g, seconds) -> g.translate(seconds < 8 ? 0 : 0.035, 0)));
        nothingIsListed(filmed((g, seconds) -> g.translate(0.002 * StrictMath.sin(17 * seconds), 0)));
    }

    @Test
    void rainTreesAndClocksAreNoObjects() {
        nothingIsListed(scene(12.5).act(Belongings.rain(60)));
        nothingIsListed(scene(12.5).act(Belongings.tree(0.5, 0.4, 0.3)));
        nothingIsListed(scene(5).act(Belongings.clock(0.1, 0.1, 0.05)));
    }

    @Test
    void aFrameAllocatesNothing() {
        SceneBuilder scene = new SceneBuilder();
        Luma luma = new Luma();
        StaticForeground feature = new StaticForeground(luma);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] bytes = new long[1];
        scene(12.5).act(bag().between(4, 99)).play(frame -> {
            luma.load(frame);
            scene.begin("camera", frame.mediaNanos(), 0, 16.0 / 9, 180);
            long before = threads.getCurrentThreadAllocatedBytes();
            feature.extract(frame, scene.lend());
            bytes[0] += frame.mediaNanos() > 15e9 ? threads.getCurrentThreadAllocatedBytes() - before : 0;
        });
        assertThat(bytes[0]).isZero();
    }

    private static void nothingIsListed(Footage footage) {
        List<Told> told = watch(footage);
        assertThat(told.stream().filter(t -> t.steady && t.second > 25).flatMap(t -> t.rows.stream()))
                .as("regions after the disturbance has had its time")
                .isEmpty();
        assertThat(told.stream().filter(Told::steady)).hasSizeGreaterThan(told.size() / 2);
    }

    private static Footage play(double fps, double seconds) {
        return Footage.of(320, 180, fps, seconds).format(PixelFormat.GRAY8).act(Belongings.floor(3));
    }

    private static Footage scene(double fps) {
        return play(fps, LAST);
    }

    private static Footage filmed(Footage.Act camera) {
        Footage.Act floor = Belongings.floor(3);
        return Footage.of(320, 180, 12.5, LAST).format(PixelFormat.GRAY8).act((g, seconds) -> {
            camera.paint(g, seconds);
            g.translate(-0.18, 0);
            floor.paint(g, seconds);
        });
    }

    private static Footage.Act bag() {
        return Belongings.bag(0.8, 0.7, 0.1);
    }

    private static Told last(List<Told> told) {
        return told.get(told.size() - 1);
    }

    private static Told at(List<Told> told, double second) {
        return told.stream().filter(t -> t.second >= second).findFirst().orElseThrow();
    }

    private static TreeSet<Double> numbers(List<Told> told) {
        TreeSet<Double> numbers = new TreeSet<>();
        told.forEach(t -> t.rows.forEach(row -> numbers.add(row[StaticRegions.ID])));
        return numbers;
    }

    private static List<Told> watch(Footage footage) {
        List<Told> told = new ArrayList<>();
        SceneBuilder scene = new SceneBuilder();
        Luma luma = new Luma();
        StaticForeground feature = new StaticForeground(luma);
        footage.play(frame -> {
            luma.load(frame);
            scene.begin("camera", frame.mediaNanos(), 0, footage.aspect(), frame.height());
            Table table = feature.extract(frame, scene.lend());
            List<double[]> rows = table == null
                    ? List.of()
                    : Stream.iterate(0, r -> r < table.rows(), r -> r + 1)
                            .map(r -> row(table, r))
                            .toList();
            told.add(new Told(frame.mediaNanos() / 1e9, table != null, rows));
        });
        return told;
    }

    private static double[] row(Table table, int row) {
        double[] values = new double[table.columns()];
        for (int c = 0; c < values.length; c++) {
            values[c] = table.at(row, c);
        }
        return values;
    }
}
