package dev.vsa.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vsa.frame.Frame;
import dev.vsa.frame.FrameSource;
import dev.vsa.frame.Outcome;
import dev.vsa.frame.Outcome.Break;
import dev.vsa.frame.PixelFormat;
import dev.vsa.testkit.FrameSourceContract;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PushSourceTest extends FrameSourceContract {

    private static final Frame.Layout GRAY = Frame.Layout.packed(PixelFormat.GRAY8, 4, 2);
    private static final long MS = 1_000_000;

    private final AtomicInteger given = new AtomicInteger();
    private final AtomicInteger back = new AtomicInteger();

    @Test
    void aFrameGoesThroughWithoutACopy() {
        try (PushSource source = PushSource.blocking("host", 4)) {
            source.open();
            Frame frame = frame(40);
            assertThat(source.offer(frame)).isTrue();
            Frame taken = ((Outcome.Delivered) source.next()).frame();
            assertThat(taken).isSameAs(frame);
            assertThat(back).hasValue(0);
            taken.close();
            assertThat(back).hasValue(1);
        }
    }

    @Test
    void liveTheNewestWinsAndTheOthersAreCountedAndGivenBack() {
        try (PushSource source = PushSource.live("host")) {
            source.open();
            for (int i = 0; i < 5; i++) {
                assertThat(source.offer(frame(i * 40))).isTrue();
            }
            assertThat(mediaMillis(source.next())).isEqualTo(160);
            assertThat(source.dropped()).isEqualTo(4);
            assertThat(back).hasValue(5);
        }
    }

    @Test
    void blockingNothingIsLost() throws Exception {
        try (PushSource source = PushSource.blocking("host", 3)) {
            source.open();
            FutureTask<Void> producer = inThread(() -> {
                for (int i = 0; i < 500; i++) {
                    assertThat(source.offer(frame(i * 40))).isTrue();
                }
                source.end();
            });
            for (int i = 0; i < 500; i++) {
                assertThat(mediaMillis(source.next())).isEqualTo(i * 40L);
            }
            assertThat(source.next()).isInstanceOf(Outcome.End.class);
            producer.get();
            assertThat(source.dropped()).isZero();
        }
        assertThat(back).hasValue(500);
    }

    @Test
    void manyProducersAndNoFrameIsLostOrGivenBackTwice() throws Exception {
        PushSource source = new PushSource("host", false, 2, Duration.ofSeconds(30));
        source.open();
        List<FutureTask<Void>> producers = new ArrayList<>();
        for (int p = 0; p < 4; p++) {
            producers.add(inThread(() -> {
                for (int i = 0; i < 250; i++) {
                    source.offer(frame(i * 40));
                }
            }));
        }
        for (int i = 0; i < 700; i++) {
            ((Outcome.Delivered) source.next()).frame().close();
        }
        source.close();
        for (FutureTask<Void> producer : producers) {
            producer.get();
        }
        assertThat(given).hasValue(1_000);
        assertThat(back).hasValue(1_000);
    }

    @Test
    void whatWaitsIsStillDeliveredAfterTheEnd() {
        try (PushSource source = PushSource.blocking("host", 4)) {
            source.open();
            source.offer(frame(0));
            source.end();
            assertThat(source.offer(frame(40))).isFalse();
            assertThat(mediaMillis(source.next())).isZero();
            assertThat(source.next()).isInstanceOf(Outcome.End.class);
            assertThat(source.next()).isInstanceOf(Outcome.End.class);
        }
        assertThat(back).hasValue(2);
    }

    @Test
    void nothingForTooLongIsAStall() {
        try (PushSource source = new PushSource("host", true, 1, Duration.ofMillis(20))) {
            source.open();
            assertThat(source.next()).isEqualTo(new Outcome.Stalled(Duration.ofMillis(20)));
            source.offer(frame(0));
            assertThat(source.next()).isInstanceOf(Outcome.Delivered.class);
        }
    }

    @Test
    void interruptEndsAWaitForFrames() throws Exception {
        try (PushSource source = new PushSource("host", true, 1, Duration.ofMinutes(5))) {
            source.open();
            FutureTask<Outcome> next = new FutureTask<>(source::next);
            Thread thread = new Thread(next, "consumer");
            thread.start();
            awaitBlocked(thread);
            source.interrupt();
            assertThat(next.get()).isEqualTo(new Outcome.Lost("interrupted"));
        }
    }

    @Test
    void closeEndsAProducersWaitAndGivesItsFrameBack() throws Exception {
        PushSource source = PushSource.blocking("host", 1);
        source.open();
        source.offer(frame(0));
        FutureTask<Boolean> offer = new FutureTask<>(() -> source.offer(frame(40)));
        Thread thread = new Thread(offer, "producer");
        thread.start();
        awaitBlocked(thread);
        source.close();
        assertThat(offer.get()).isFalse();
        assertThat(back).hasValue(2);
    }

    @Test
    void theHostsReleaseMayCallBackIntoTheSource() {
        try (PushSource source = PushSource.live("host")) {
            source.open();
            source.offer(Frame.wrap(
                    GRAY, planes(), 0, 0, () -> assertThat(source.dropped()).isOne()));
            source.offer(frame(40));
            assertThat(mediaMillis(source.next())).isEqualTo(40);
        }
    }

    @Test
    void aHostsClockThatRunsBackIsRepairedAndToldWithoutACopy() {
        try (PushSource source = PushSource.blocking("host", 8)) {
            source.open();
            source.offer(frame(50_000));
            source.offer(frame(50_040));
            source.offer(frame(3_000));
            source.offer(frame(3_040));
            assertThat(mediaMillis(source.next())).isEqualTo(50_000);
            assertThat(mediaMillis(source.next())).isEqualTo(50_040);
            Outcome.Delivered repaired = (Outcome.Delivered) source.next();
            assertThat(repaired.breakBefore()).isEqualTo(Break.CLOCK_JUMP);
            assertThat(mediaMillis(repaired)).isEqualTo(50_080);
            assertThat(mediaMillis(source.next())).isEqualTo(50_120);
        }
        assertThat(back).hasValue(4);
    }

    @Test
    void anotherShapeIsTold() {
        try (PushSource source = PushSource.blocking("host", 8)) {
            source.open();
            source.offer(frame(0));
            ((Outcome.Delivered) source.next()).frame().close();
            source.offerCopy(Frame.Layout.packed(PixelFormat.GRAY8, 2, 2), planes(), 40 * MS, 0);
            Outcome.Delivered second = (Outcome.Delivered) source.next();
            second.frame().close();
            assertThat(second.breakBefore()).isEqualTo(Break.PICTURE_CHANGED);
        }
    }

    @Test
    void aCopyIsTheCallersNoLonger() {
        try (PushSource source = PushSource.blocking("host", 4)) {
            source.open();
            ByteBuffer samples = ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
            assertThat(source.offerCopy(GRAY, List.of(samples), 0, 0)).isTrue();
            samples.put(0, (byte) 99);
            try (Frame frame = ((Outcome.Delivered) source.next()).frame()) {
                assertThat(frame.plane(0).get(0)).isEqualTo((byte) 1);
                assertThat(frame.plane(0).get(7)).isEqualTo((byte) 8);
            }
        }
    }

    @Test
    void memoryForCopiesIsBoundedAndUsedAgain() {
        try (PushSource source = PushSource.live("host")) {
            source.open();
            List<Frame> held = new ArrayList<>();
            int taken = 0;
            for (int i = 0; i < 20; i++) {
                if (source.offerCopy(GRAY, planes(), i * 40 * MS, 0)) {
                    held.add(((Outcome.Delivered) source.next()).frame());
                    taken++;
                }
            }
            assertThat(taken).isEqualTo(8);
            assertThat(source.dropped()).isEqualTo(12);
            held.forEach(Frame::close);
            assertThat(source.offerCopy(GRAY, planes(), 1_000 * MS, 0)).isTrue();
        }
    }

    @Test
    void aPlaneThatIsTooShortIsRefused() {
        try (PushSource source = PushSource.live("host")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> source.offerCopy(GRAY, List.of(ByteBuffer.allocate(7)), 0, 0))
                    .withMessageContaining("plane 0");
        }
    }

    @Test
    void aClosedSourceTakesNothing() {
        PushSource source = PushSource.live("host");
        source.close();
        assertThat(source.offer(frame(0))).isFalse();
        assertThat(back).hasValue(1);
    }

    @Override
    protected FrameSource source() {
        PushSource source = PushSource.blocking("host", 4);
        for (int i = 0; i < 3; i++) {
            source.offer(frame(i * 40));
        }
        source.end();
        return source;
    }

    private Frame frame(long millis) {
        given.incrementAndGet();
        return Frame.wrap(GRAY, planes(), millis * MS, 0, back::incrementAndGet);
    }

    private static List<ByteBuffer> planes() {
        return List.of(ByteBuffer.allocateDirect(8));
    }

    private static long mediaMillis(Outcome outcome) {
        try (Frame frame = ((Outcome.Delivered) outcome).frame()) {
            return frame.mediaNanos() / MS;
        }
    }

    private static void awaitBlocked(Thread thread) {
        while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TIMED_WAITING) {
            LockSupport.parkNanos(MS);
        }
    }

    private static FutureTask<Void> inThread(Runnable work) {
        FutureTask<Void> task = new FutureTask<>(work, null);
        new Thread(task, "producer").start();
        return task;
    }
}
