package dev.vsa.perception.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.vsa.frame.Frame;
import dev.vsa.frame.PixelFormat;
import dev.vsa.perception.Allocation;
import dev.vsa.perception.Detections;
import dev.vsa.scene.Role;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class MotionDetectorTest {

    private final Street street = new Street();
    private final MotionDetector motion = new MotionDetector();
    private final Detections regions = new Detections();

    @Test
    void nothingMovesOnAnEmptyRoad() {
        watchEmptyRoad(5);

        assertThat(motion.changedShare()).isZero();
        assertThat(regions()).isZero();
    }

    @Test
    void aCarIsOneRegionWithTheCarsBox() {
        watchEmptyRoad(5);

        double left = drive(0.1, 1.5);

        assertThat(regions()).isEqualTo(1);
        assertThat(regions.role(0)).isEqualTo(Role.MOVING);
        assertThat(regions.confidence(0)).isGreaterThan(0.5f);
        assertThat((double) regions.left(0)).isCloseTo(left, within(0.015));
        assertThat((double) regions.right(0)).isCloseTo(left + 0.2, within(0.015));
        assertThat((double) regions.top(0)).isCloseTo(0.4, within(0.015));
        assertThat((double) regions.bottom(0)).isCloseTo(0.7, within(0.015));
    }

    @Test
    void theGridTellsWhereSomethingChanges() {
        watchEmptyRoad(5);

        double left = drive(0.1, 1.5);

        assertThat(motion.grid().columns()).isEqualTo(32);
        assertThat(motion.grid().rows()).isEqualTo(18);
        assertThat(motion.grid().at(left + 0.19, 0.55)).isGreaterThan(0.5f);
        assertThat(motion.grid().at(0.8, 0.1)).isZero();
    }

    @Test
    void aCarThatStoppedNoLongerMoves() {
        watchEmptyRoad(5);
        double left = drive(0.1, 1.5);

        for (int f = 0; f < 60; f++) {
            motion.update(street.empty().paint(left, 0.4, 0.2, 0.3, 200).next());
        }

        assertThat(regions()).isZero();
        assertThat(motion.changedShare()).isZero();
    }

    @Test
    void aCarThatWasThereFromTheStartLeavesNoGhost() {
        for (int f = 0; f < 5; f++) {
            motion.update(street.empty().paint(0.1, 0.4, 0.2, 0.3, 200).next());
        }
        drive(0.1, 3);

        watchEmptyRoad(5);

        assertThat(regions()).isZero();
    }

    @Test
    void aSoftShadowIsNoRegion() {
        watchEmptyRoad(5);

        for (int f = 0; f < 15; f++) {
            street.empty();
            // Five rims of a penumbra around the core.
            for (int rim = 0; rim < 5; rim++) {
                double dx = 0.01 * rim;
                double dy = 0.018 * rim;
                street.shade(0.1 + 0.02 * f + dx, 0.4 + dy, 0.3 - 2 * dx, 0.4 - 2 * dy, 0.94);
            }
            motion.update(street.next());
        }

        assertThat(regions()).isZero();
    }

    @Test
    void exposureThatDropsByAThirdIsNoMotion() {
        watchEmptyRoad(5);

        double most = 0;
        for (int f = 0; f < 25; f++) {
            motion.update(street.empty()
                    .shade(0, 0, 1, 1, 1 - 0.33 * Math.min(1, f / 10.0))
                    .next());
            most = Math.max(most, motion.changedShare());
        }

        assertThat(most).isLessThan(0.01);
        assertThat(regions()).isZero();
    }

    @Test
    void aCarIsFoundWhileTheExposureFollowsIt() {
        watchEmptyRoad(5);

        double left = 0.1;
        for (int f = 0; f < 18; f++) {
            left += 0.02;
            street.empty().paint(left, 0.4, 0.2, 0.3, 220).shade(0, 0, 1, 1, 1 - 0.02 * f);
            motion.update(street.next());
        }

        assertThat(regions()).isEqualTo(1);
        assertThat((double) regions.left(0)).isCloseTo(left, within(0.015));
    }

    @Test
    void anotherPictureAltogetherIsNoRegion() {
        watchEmptyRoad(5);

        for (int column = 0; column < 8; column++) {
            street.paint(column / 8.0, 0, 1 / 8.0, 1, 20 + 28 * column);
        }
        motion.update(street.next());

        assertThat(motion.changedShare()).isGreaterThan(0.5);
        assertThat(regions()).isZero();
    }

    @Test
    void slowAndFastCamerasSeeTheSameCar() {
        for (double frame : new double[] {0.04, 0.2}) {
            Street view = new Street();
            MotionDetector detector = new MotionDetector();
            for (double t = 0; t < 5; t += frame) {
                detector.update(view.next(frame));
            }
            for (double t = 0; t < 1.5; t += frame) {
                detector.update(
                        view.empty().paint(0.1 + 0.25 * t, 0.4, 0.2, 0.3, 200).next(frame));
            }
            regions.clear();
            detector.regions(regions);

            assertThat(regions.size()).as("regions at %s s a frame", frame).isEqualTo(1);
        }
    }

    @Test
    void aPictureOfOnePixelHasAGridOfOneCell() {
        for (int f = 0; f < 3; f++) {
            ByteBuffer plane = ByteBuffer.allocateDirect(1).put(0, (byte) (80 * f));
            motion.update(Street.frame(Frame.Layout.packed(PixelFormat.GRAY8, 1, 1), List.of(plane)), f * 80_000_000L);
        }

        assertThat(motion.grid().columns()).isEqualTo(1);
        assertThat(motion.grid().at(0, 0)).isBetween(0f, 1f);
    }

    @Test
    void aPictureOfAnotherSizeStartsAnew() {
        watchEmptyRoad(1);
        ByteBuffer plane = ByteBuffer.allocateDirect(100 * 50);

        motion.update(Street.frame(Frame.Layout.packed(PixelFormat.GRAY8, 100, 50), List.of(plane)), 9_000_000_000L);

        assertThat(motion.changedShare()).isZero();
        assertThat(motion.grid().rows()).isEqualTo(16);
    }

    @Test
    void refusesTimeThatDoesNotAdvance() {
        Frame frame = street.next();
        motion.update(frame);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> motion.update(frame))
                .withMessageContaining("80000000");
    }

    @Test
    void startsAnewAfterAReset() {
        watchEmptyRoad(1);
        motion.reset();

        motion.update(new Street().paint(0.1, 0.4, 0.2, 0.3, 200).next());

        assertThat(motion.changedShare()).isZero();
    }

    @Test
    void allocatesNothingPastTheFirstFrames() {
        Frame[] frames = new Frame[40];
        for (int f = 0; f < frames.length; f++) {
            frames[f] = street.empty().paint(0.01 * f, 0.4, 0.2, 0.3, 200).next();
        }

        long bytes = Allocation.leastOf(
                f -> {
                    motion.update(frames[f]);
                    regions();
                },
                20,
                5);

        assertThat(bytes).isZero();
    }

    private void watchEmptyRoad(double seconds) {
        for (double t = 0; t < seconds; t += Street.FRAME_S) {
            motion.update(street.empty().next());
        }
    }

    /** Drives a bright car to the right, a quarter of the picture a second; returns where its left side is at the end. */
    private double drive(double from, double seconds) {
        double left = from;
        for (double t = 0; t < seconds; t += Street.FRAME_S) {
            left = from + 0.25 * t;
            motion.update(street.empty().paint(left, 0.4, 0.2, 0.3, 200).next());
        }
        return left;
    }

    private int regions() {
        regions.clear();
        motion.regions(regions);
        return regions.size();
    }
}
