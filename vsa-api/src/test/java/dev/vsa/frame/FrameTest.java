package dev.vsa.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vsa.AllocatedBytes;
import dev.vsa.frame.Frame.Layout;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTest {

    private static final Layout GRAY = Layout.packed(PixelFormat.GRAY8, 4, 2);

    private final AtomicInteger releases = new AtomicInteger();

    @Test
    void theOnlyLeaseGivenBackReleases() {
        frame().close();

        assertThat(releases).hasValue(1);
    }

    @Test
    void aRetainedFrameOutlivesItsFirstLease() {
        Frame frame = frame();
        frame.retain();
        frame.close();

        assertThat(releases).hasValue(0);
    }

    @Test
    void theLastOfSeveralLeasesReleasesOnce() {
        Frame frame = frame();
        frame.retain().retain();
        frame.close();
        frame.close();
        frame.close();

        assertThat(releases).hasValue(1);
    }

    @Test
    void aReleasedFrameCannotBeRetained() {
        Frame frame = frame();
        frame.close();

        assertThatThrownBy(frame::retain)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("40 ns");
    }

    @Test
    void thePixelsOfAReleasedFrameCannotBeReached() {
        Frame frame = frame();
        frame.close();

        assertThatThrownBy(() -> frame.plane(0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void givingBackMoreOftenThanLeasedIsRefused() {
        Frame frame = frame();
        frame.close();

        assertThatThrownBy(frame::close)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("more often than leased");
    }

    @Test
    void givingBackTooOftenReleasesNoSecondTime() {
        Frame frame = frame();
        frame.close();
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(frame::close).isInstanceOf(IllegalStateException.class);
        }

        assertThat(releases).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void leasesTakenAndGivenBackByManyThreadsReleaseOnceAndLast(long seed) throws Exception {
        int threads = 8;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (int round = 0; round < 200; round++) {
                AtomicInteger released = new AtomicInteger();
                Frame frame = Frame.wrap(GRAY, List.of(ByteBuffer.allocate(8)), 0, 0, released::incrementAndGet);
                CyclicBarrier start = new CyclicBarrier(threads);
                for (int t = 1; t < threads; t++) {
                    frame.retain();
                }
                int currentRound = round;
                List<Future<Integer>> early = IntStream.range(0, threads)
                        .mapToObj(t -> pool.submit(() -> {
                            Random random = new Random(seed + 31L * t + 1009L * currentRound);
                            start.await();
                            int releasedEarly = 0;
                            for (int i = random.nextInt(20); i > 0; i--) {
                                frame.retain();
                                releasedEarly += released.get();
                                frame.close();
                            }
                            releasedEarly += released.get();
                            frame.close();
                            return releasedEarly;
                        }))
                        .toList();
                int total = 0;
                for (Future<Integer> future : early) {
                    total += future.get(10, TimeUnit.SECONDS);
                }
                assertThat(List.of(total, released.get()))
                        .as("seed %d, round %d", seed, round)
                        .containsExactly(0, 1);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void planesCannotBeWritten() {
        assertThat(frame().plane(0).isReadOnly()).isTrue();
    }

    @Test
    void planesAreTheHostsMemoryAndNoCopy() {
        ByteBuffer memory = ByteBuffer.allocateDirect(8);
        Frame frame = Frame.wrap(GRAY, List.of(memory), 0, 0, () -> {});
        memory.put(5, (byte) 77);

        assertThat(frame.plane(0).get(5)).isEqualTo((byte) 77);
    }

    @Test
    void planesReachFromTheFirstByteToTheLastWhereverTheHostsLimitStands() {
        ByteBuffer memory = ByteBuffer.allocate(8).put(7, (byte) 9).position(3).limit(4);
        Frame frame = Frame.wrap(GRAY, List.of(memory), 0, 0, () -> {});

        assertThat(frame.plane(0).get(7)).isEqualTo((byte) 9);
    }

    @Test
    void aMissingPlaneIsRefused() {
        assertThatThrownBy(() -> Frame.wrap(
                        Layout.packed(PixelFormat.NV12, 4, 2), List.of(ByteBuffer.allocate(8)), 0, 0, () -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("NV12 has 2 planes; got 1");
    }

    @Test
    void aPlaneThatIsTooShortIsRefused() {
        assertThatThrownBy(() -> Frame.wrap(GRAY, List.of(ByteBuffer.allocate(7)), 0, 0, () -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("plane 0 holds 7 bytes; the layout needs 8");
    }

    @Test
    void theLastRowNeedNotBePadded() {
        Layout padded = new Layout(PixelFormat.GRAY8, 4, 2, List.of(16), 1);

        assertThat(padded.planeBytes(0)).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 32_769, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void aSideOutOfRangeIsRefused(int side) {
        assertThatThrownBy(() -> Layout.packed(PixelFormat.GRAY8, side, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("each side must be 1 to 32768");
    }

    @Test
    void aStrideBelowTheBytesOfARowIsRefused() {
        assertThatThrownBy(() -> new Layout(PixelFormat.BGR24, 4, 2, List.of(11), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("plane 0: stride 11 is less than the 12 bytes of a row");
    }

    @Test
    void aPlaneThatNoBufferCanHoldIsRefused() {
        assertThatThrownBy(() -> new Layout(PixelFormat.GRAY8, 4, 3, List.of(Integer.MAX_VALUE / 2), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than a buffer can hold");
    }

    @Test
    void theLargestPackedPictureOfThreeBytesAPixelIsRefusedWithoutOverflow() {
        assertThatThrownBy(() -> Layout.packed(PixelFormat.BGR24, 32_768, 32_768))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWrongNumberOfStridesIsRefused() {
        assertThatThrownBy(() -> new Layout(PixelFormat.I420, 4, 2, List.of(4, 2), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("I420 has 3 planes; got 2 strides");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.05, 20, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aPixelAspectOutOfRangeIsRefused(double pixelAspect) {
        assertThatThrownBy(() -> new Layout(PixelFormat.GRAY8, 4, 2, List.of(4), pixelAspect))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pixel aspect");
    }

    @Test
    void theAspectIsThatOfThePictureAsItIsMeantToBeSeen() {
        assertThat(new Layout(PixelFormat.GRAY8, 720, 576, List.of(720), 64.0 / 45).aspect())
                .isEqualTo(16.0 / 9);
    }

    @Test
    void retainingAndGivingBackAllocatesNothing() {
        Frame frame = frame();

        assertThat(AllocatedBytes.of(() -> {
                    for (int i = 0; i < 100; i++) {
                        frame.retain();
                        frame.close();
                    }
                }))
                .isZero();
    }

    @Test
    void withoutALeakReportThereIsNoTrail() {
        assertThat(frame().leaseTrail()).isEmpty();
    }

    @Test
    void aLeakReportNamesWhoTookALease() {
        System.setProperty("dev.vsa.leakReport", "true");
        try {
            Frame frame = frame();
            frame.retain();
            frame.close();

            assertThat(frame.leaseTrail())
                    .containsSubsequence("delivered by", "FrameTest", "retained by", "FrameTest", "given back by");
        } finally {
            System.clearProperty("dev.vsa.leakReport");
        }
    }

    private Frame frame() {
        return Frame.wrap(GRAY, List.of(ByteBuffer.allocateDirect(8)), 40, 1_000_000_040L, releases::incrementAndGet);
    }
}
