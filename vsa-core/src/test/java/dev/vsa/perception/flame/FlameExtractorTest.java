package dev.vsa.perception.flame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vsa.frame.Frame;
import dev.vsa.frame.PixelFormat;
import dev.vsa.perception.Allocation;
import dev.vsa.perception.inference.Session;
import dev.vsa.perception.luma.Luma;
import dev.vsa.scene.FlameCandidates;
import dev.vsa.scene.SceneBuilder;
import dev.vsa.scene.Table;
import dev.vsa.testkit.Footage;
import dev.vsa.testkit.Footage.Act;
import dev.vsa.testkit.simulation.Flames;
import dev.vsa.testkit.simulation.Lights;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On simulated footage. */
class FlameExtractorTest {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 180;

    private final Luma luma = new Luma();
    private final FlameExtractor extractor = new FlameExtractor(luma);
    private final SceneBuilder builder = new SceneBuilder();

    @AfterEach
    void close() {
        extractor.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = PixelFormat.class,
            names = {"I420", "BGR24"})
    void flamesAreOneCandidateWhereTheyBurnInEveryFormat(PixelFormat format) {
        Table last = watch(night(12.5, 6, Flames.at(0.9, 0.8, 0.3)).format(format));

        assertThat(last.rows()).isEqualTo(1);
        assertThat(last.at(0, FlameCandidates.LEFT)).isBetween(0.40, 0.50);
        assertThat(last.at(0, FlameCandidates.RIGHT)).isBetween(0.51, 0.61);
        assertThat(last.at(0, FlameCandidates.TOP)).isGreaterThan(0.4);
        assertThat(last.at(0, FlameCandidates.BOTTOM)).isLessThan(0.85);
        assertThat(last.at(0, FlameCandidates.RATE)).isBetween(1.2, 4.0);
        assertThat(last.at(0, FlameCandidates.UNISON)).isLessThan(0.6);
        assertThat(last.at(0, FlameCandidates.DRIFT)).isLessThan(0.1);
        assertThat(last.at(0, FlameCandidates.COLOUR)).isGreaterThan(0.5);
        assertThat(last.at(0, FlameCandidates.GREY)).isZero();
        assertThat(last.at(0, FlameCandidates.FLAME)).isGreaterThan(0.5);
    }

    @Test
    void inAPictureWithoutColourWhatIsBrightAndFlickersIsACandidateAndSaysSo() {
        Table last = watch(night(12.5, 6, Flames.at(0.9, 0.8, 0.3).infrared()).format(PixelFormat.GRAY8));

        assertThat(last.rows()).isPositive();
        assertThat(last.at(0, FlameCandidates.GREY)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {8, 12.5, 25})
    void flamesAreFoundAtEveryRateFromEightOn(double fps) {
        Table last = watch(night(fps, 6, Flames.at(0.9, 0.8, 0.3)));

        assertThat(last.rows()).isEqualTo(1);
        assertThat(last.at(0, FlameCandidates.AGE)).isGreaterThan(3);
    }

    /** Half a hertz apart at most: at 8 frames a second the fastest swings are lost. */
    @Test
    void theRateOfFlickerIsTheSameAtTwiceTheFrames() {
        double slow = watch(night(12.5, 6, Flames.at(0.9, 0.8, 0.3))).at(0, FlameCandidates.RATE);
        extractor.reset();
        double fast = watch(night(25, 6, Flames.at(0.9, 0.8, 0.3))).at(0, FlameCandidates.RATE);

        assertThat(fast).isCloseTo(slow, within(0.5));
    }

    @Test
    void aFlashingBeaconSwingsInUnisonAndRepeatsItself() {
        Table last = watch(night(12.5, 8, Lights.beacon(0.9, 0.5, 0.08, 2)));

        assertThat(last.rows()).isEqualTo(1);
        assertThat(last.at(0, FlameCandidates.RATE)).isCloseTo(2, within(0.3));
        assertThat(last.at(0, FlameCandidates.UNISON)).isGreaterThan(0.9);
        assertThat(last.at(0, FlameCandidates.PERIODICITY)).isGreaterThan(0.9);
    }

    @Test
    void whatDoesNotChangeIsNoCandidate() {
        assertThat(watch(night(12.5, 5, Lights.sign(0.4, 0.3, 0.15))).rows()).isZero();
    }

    @Test
    void aClassifierThatIsNotAskedHasNoSay() {
        List<Double> opinions = new ArrayList<>();
        play(night(12.5, 3, Flames.at(0.9, 0.8, 0.3)), table -> {
            for (int row = 0; row < table.rows(); row++) {
                if (table.at(row, FlameCandidates.AGE) < 0.7) {
                    opinions.add(table.at(row, FlameCandidates.FLAME));
                }
            }
        });

        assertThat(opinions).isNotEmpty().containsOnly(-1.0);
    }

    @Test
    void theClassifierIsClosedWithTheLastThatAsks() {
        int before = Session.openSessions();
        FlameExtractor other = new FlameExtractor(new Luma());
        watch(night(12.5, 4, Flames.at(0.9, 0.8, 0.3)));
        assertThat(Session.openSessions()).isEqualTo(before + 1);

        other.close();
        extractor.close();
        extractor.close();

        assertThat(Session.openSessions()).isEqualTo(before);
    }

    @Test
    void afterAResetNothingIsRemembered() {
        assertThat(watch(night(12.5, 5, Flames.at(0.9, 0.8, 0.3))).rows()).isPositive();

        extractor.reset();

        assertThat(watch(night(12.5, 0.2, Flames.at(0.9, 0.8, 0.3))).rows()).isZero();
    }

    @Test
    void aGapOrTimeThatGoesBackBeginsAnew() {
        watch(night(12.5, 5, Flames.at(0.9, 0.8, 0.3)));

        assertThat(watch(night(12.5, 0.2, Flames.at(0.9, 0.8, 0.3))).rows()).isZero();
    }

    @Test
    void aFrameWithoutCandidatesAllocatesNothing() {
        ByteBuffer y = ByteBuffer.allocateDirect(WIDTH * HEIGHT);
        ByteBuffer u = ByteBuffer.allocateDirect(WIDTH * HEIGHT / 4);
        Frame frame =
                Frame.wrap(Frame.Layout.packed(PixelFormat.I420, WIDTH, HEIGHT), List.of(y, u, u), 0, 0, () -> {});
        long bytes = Allocation.leastOf(
                f -> {
                    builder.begin("camera", f * 80_000_000L, 0, 1.78, HEIGHT);
                    luma.load(frame);
                    extractor.extract(frame, builder.lend());
                },
                300,
                100);

        assertThat(bytes).isZero();
    }

    private static Footage night(double fps, double seconds, Act act) {
        return Footage.of(WIDTH, HEIGHT, fps, seconds).act(Lights.backdrop(25)).act(act);
    }

    private Table watch(Footage footage) {
        Table[] last = {Table.of(FlameCandidates.COLUMNS)};
        play(footage, table -> last[0] = table.copy());
        return last[0];
    }

    private void play(Footage footage, Consumer<Table> to) {
        footage.play(frame -> {
            builder.begin("camera", frame.mediaNanos(), 0, frame.layout().aspect(), frame.height());
            luma.load(frame);
            Table table = extractor.extract(frame, builder.lend());
            if (table != null) {
                to.accept(table);
            }
        });
    }
}
