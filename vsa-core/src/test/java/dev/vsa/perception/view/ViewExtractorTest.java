package dev.vsa.perception.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vsa.frame.Frame;
import dev.vsa.perception.Allocation;
import dev.vsa.perception.luma.Luma;
import dev.vsa.scene.CameraCondition;
import dev.vsa.scene.CameraView;
import dev.vsa.scene.Scene;
import dev.vsa.scene.SceneBuilder;
import dev.vsa.scene.Table;
import dev.vsa.testkit.Footage;
import dev.vsa.testkit.Footage.Act;
import dev.vsa.testkit.simulation.Lens;
import dev.vsa.testkit.simulation.Street;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On simulated pictures. */
class ViewExtractorTest {

    private static final Street STREET = Street.of(1);

    /** What was said over a play: each stretch with its condition, and when it was on. */
    private record Said(CameraCondition condition, double since, double from, double to) {}

    private static final class Watcher {

        final Luma luma = new Luma();
        final ViewExtractor view = new ViewExtractor(luma);
        final SceneBuilder builder = new SceneBuilder();
        final List<Said> said = new ArrayList<>();
        double offset;

        Watcher play(Footage footage) {
            footage.play(this::see);
            return this;
        }

        void see(Frame frame) {
            luma.load(frame);
            long now = frame.mediaNanos() + Math.round(offset * 1e9);
            Scene scene = builder.begin("a", now, now, frame.layout().aspect(), frame.height())
                    .lend();
            Table rows = view.extract(frame, scene);
            for (int row = 0; rows != null && row < rows.rows(); row++) {
                note(CameraView.condition(rows, row), rows.at(row, CameraView.SINCE), now * 1e-9);
            }
        }

        private void note(CameraCondition condition, double since, double now) {
            for (int i = said.size() - 1; i >= 0; i--) {
                Said s = said.get(i);
                if (s.condition == condition && now - s.to < 0.5) {
                    said.set(i, new Said(condition, since, s.from, now));
                    return;
                }
            }
            said.add(new Said(condition, since, now, now));
        }

        List<CameraCondition> conditions() {
            return said.stream().map(Said::condition).toList();
        }
    }

    private static Footage street(double seconds) {
        return Footage.of(320, 180, 5, seconds).act(STREET.act()).act(Lens.overlay());
    }

    private static Watcher watch(Footage footage) {
        return new Watcher().play(footage);
    }

    private static void assertOne(Watcher watcher, CameraCondition condition, double from, double to) {
        assertThat(watcher.said).singleElement().satisfies(s -> {
            assertThat(s.condition).isEqualTo(condition);
            assertThat(s.since).isCloseTo(from, within(0.5));
            assertThat(s.from).isBetween(from, from + 4);
            assertThat(s.to).isCloseTo(to, within(3.0));
        });
    }

    @Test
    void streetIsSeenWell() {
        Footage street = street(20).act((g, t) -> {
            g.fill(new Rectangle2D.Double(0.1 * t, 0.5, 0.1, 0.3));
        });
        assertThat(watch(street).said).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"640, 360, 5", "320, 240, 25", "960, 540, 5", "180, 320, 10"})
    void handOnTheLensCoversWhateverTheSizeAndRate(int width, int height, double fps) {
        Footage footage = Footage.of(width, height, fps, 20)
                .act(STREET.act())
                .act(Lens.hand().between(8, 15))
                .act(Lens.overlay());
        assertOne(watch(footage), CameraCondition.COVERED, 8, 15);
    }

    @Test
    void handThatIsThereFromTheBeginningCoversToo() {
        Footage footage = Footage.of(320, 180, 5, 10).act(Lens.hand()).act(Lens.overlay());
        assertOne(watch(footage), CameraCondition.COVERED, 0, 10);
    }

    @Test
    void handThatIsWavedBeforeTheLensDoesNot() {
        assertThat(watch(street(20).act(Lens.hand().between(8, 10))).said).isEmpty();
    }

    @Test
    void pictureOutOfFocusIsDefocused() {
        assertOne(watch(street(20).act(STREET.blurred(0.05).between(8, 15))), CameraCondition.DEFOCUSED, 8, 15);
    }

    @Test
    void slightlySoftPictureIsSeenWell() {
        assertThat(watch(street(20).act(STREET.blurred(0.008).between(8, 15))).said)
                .isEmpty();
    }

    @Test
    void lightSwitchedOffIsDark() {
        assertOne(watch(street(20).act(STREET.lit(0.03).act().between(8, 15))), CameraCondition.DARK, 8, 15);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.5, 1.6})
    void streetInOtherLightIsSeenWell(double share) {
        assertThat(watch(street(20).act(STREET.lit(share).act().between(8, 15))).said)
                .isEmpty();
    }

    @Test
    void torchInTheLensBlinds() {
        assertOne(watch(street(20).act(Lens.torch(0.6).between(8, 15))), CameraCondition.BLINDED, 8, 15);
    }

    @Test
    void flashDoesNot() {
        assertThat(watch(street(20).act(Lens.torch(0.6).between(8, 9.5))).said).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.15, 0", "-0.1, 0.08", "0, -0.12", "0.4, 0.05"})
    void cameraThatWasTurnedALittleIsMoved(double dx, double dy) {
        Act turned = STREET.turned(dx, dy).act();
        assertOne(
                watch(street(40).act((g, t) -> (t >= 15 && t < 30 ? turned : STREET.act()).paint(g, t))),
                CameraCondition.MOVED,
                15,
                31);
    }

    @Test
    void cameraThatStaysTurnedStaysMoved() {
        Act turned = STREET.turned(0.15, 0).act();
        Watcher watcher = watch(street(90).act((g, t) -> (t >= 15 ? turned : STREET.act()).paint(g, t)));
        assertOne(watcher, CameraCondition.MOVED, 15, 90);
    }

    @Test
    void cameraThatWasTurnedAwayShowsAnotherView() {
        Act other = Street.of(77).turned(0.3, 0.3).act();
        Watcher watcher = watch(street(40).act((g, t) -> (t >= 15 ? other : STREET.act()).paint(g, t)));
        assertThat(watcher.conditions()).containsExactly(CameraCondition.CHANGED);
        assertThat(CameraCondition.CHANGED.suspends()).isFalse();
    }

    @Test
    void shakingCameraIsSeenWell() {
        Watcher watcher = watch(street(40)
                .act((g, t) -> STREET.turned(0.006 * Math.sin(7 * t), 0.006 * Math.cos(5 * t))
                        .act()
                        .paint(g, t)));
        assertThat(watcher.said).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.2, 1.1", "0.6, 1.7", "0, 1.3"})
    void lorryThatStopsBeforeTheLensIsSeenAsWhatItIs(double from, double to) {
        assertThat(watch(street(40).act(Lens.lorry(from, to).between(15, 35))).said)
                .isEmpty();
    }

    @Test
    void lorryThatFillsThePictureIsNeitherACoverNorAMove() {
        Watcher watcher = watch(street(40).act(Lens.lorry(-0.5, 2.5).between(15, 35)));
        assertThat(watcher.conditions()).isSubsetOf(CameraCondition.CHANGED);
    }

    @Test
    void streamThatRepeatsItsLastPictureIsFrozen() {
        Watcher watcher = watch(street(10));
        for (double t = 10; t < 20; t += 0.2) {
            watcher.offset = t;
            watcher.play(Footage.of(320, 180, 5, 0.2).act(STREET.act()));
        }
        assertThat(watcher.said).singleElement().satisfies(s -> {
            assertThat(s.condition).isEqualTo(CameraCondition.FROZEN);
            assertThat(s.since).isCloseTo(10, within(0.2));
            assertThat(s.from).isCloseTo(15, within(0.3));
        });
    }

    @Test
    void sourceThatOftenRepeatsItsPicturesIsNotFrozenWhenItDoesSo() {
        Watcher watcher = new Watcher();
        for (int step = 0; step < 200; step++) {
            watcher.offset = 0.2 * step;
            int shown = step / 20;
            watcher.play(Footage.of(320, 180, 5, 0.2).seed(shown).act(STREET.act()));
        }
        assertThat(watcher.said).isEmpty();
    }

    @Test
    void testPatternsAndNoticesAreNoSignal() {
        for (Act act : List.of(Lens.bars(), Lens.noSignal())) {
            Watcher watcher = watch(street(10));
            watcher.offset = 10;
            watcher.play(Footage.of(320, 180, 5, 10).grain(0).act(act));
            assertThat(watcher.conditions()).contains(CameraCondition.NO_SIGNAL);
            assertThat(watcher.conditions()).doesNotContain(CameraCondition.FROZEN, CameraCondition.MOVED);
        }
    }

    @Test
    void knownViewOutlivesALostStream() {
        Watcher watcher = watch(street(15));
        watcher.view.reset();
        watcher.offset = 60;
        watcher.play(Footage.of(320, 180, 5, 10).act(STREET.turned(0.15, 0).act()));
        assertThat(watcher.conditions()).containsExactly(CameraCondition.MOVED);
    }

    @Test
    void nothingIsAllocated() {
        Watcher watcher = watch(street(6));
        Footage.of(320, 180, 5, 0.2).act(Street.of(2).act()).play(frame -> {
            watcher.luma.load(frame);
            long bytes = Allocation.leastOf(
                    index -> {
                        long now = 10_000_000_000L + 250_000_000L * index;
                        Scene scene = watcher.builder
                                .begin("a", now, now, 16.0 / 9, 180)
                                .lend();
                        watcher.view.extract(frame, scene);
                    },
                    100,
                    100);
            assertThat(bytes).isZero();
        });
    }

    @Test
    void pictureTooSmallToSayAnythingOfSaysNothing() {
        Watcher watcher = new Watcher();
        Footage.of(48, 32, 10, 1).play(frame -> {
            watcher.luma.load(frame);
            assertThat(watcher.view.extract(
                            frame, watcher.builder.begin("a", 1, 1, 1.5, 32).lend()))
                    .isNull();
        });
    }
}
