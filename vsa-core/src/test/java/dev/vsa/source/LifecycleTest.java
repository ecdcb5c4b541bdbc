package dev.vsa.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.vsa.frame.Frame;
import dev.vsa.frame.FrameSource;
import dev.vsa.frame.Outcome;
import dev.vsa.testkit.FrameSourceContract;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What may be called when, and from which thread; who owns the frames. */
@Timeout(60)
class LifecycleTest extends FrameSourceContract {

    private static final String LEAK_REPORT = "dev.vsa.leakReport";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void makeVideo() {
        file = TestVideo.of("libopenh264", 64, 48).write(folder.resolve("a.mp4"));
    }

    @Test
    void closeBeforeOpenIsFineAndFinal() {
        FrameSource source = Sources.file(file);
        source.close();
        assertThatIllegalStateException().isThrownBy(source::open);
    }

    @Test
    void anotherThreadMayNeitherReadNorClose() throws InterruptedException {
        try (FrameSource source = opened()) {
            assertThat(thrownInAnotherThread(source::next)).isInstanceOf(IllegalStateException.class);
            assertThat(thrownInAnotherThread(source::close))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("call interrupt()");
            assertThat(source.next()).isInstanceOf(Outcome.Delivered.class);
        }
    }

    @Test
    void whenTheOwningThreadHasEndedAnotherMayClose() throws Exception {
        FrameSource source = Sources.file(file);
        Thread owner = new Thread(source::open, "owner");
        owner.start();
        owner.join();
        source.close();
        assertThatIllegalStateException().isThrownBy(source::next);
    }

    @Test
    void framesKeepTheirPixelsAfterTheirSource() {
        FrameSource source = opened();
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            frames.add(((Outcome.Delivered) source.next()).frame());
        }
        source.close();
        for (int i = 0; i < 5; i++) {
            int luma = frames.get(i).plane(0).get(frames.get(i).stride(0) * 20 + 30) & 0xFF;
            assertThat(Math.round((luma - TestVideo.luma(0)) / 10f)).isEqualTo(i);
            frames.get(i).close();
        }
    }

    @Test
    void aRecordingWaitsForFramesToComeBackAndLosesNone() {
        RecordingOptions options =
                new RecordingOptions(Optional.empty(), Timeouts.of(Duration.ofMillis(30)), new Decoding(1, 2));
        try (FrameSource source = Sources.file(file, options)) {
            source.open();
            Frame first = ((Outcome.Delivered) source.next()).frame();
            Frame second = ((Outcome.Delivered) source.next()).frame();
            assertThat(source.next()).isInstanceOf(Outcome.Stalled.class);
            first.close();
            second.close();
            Reader rest = new Reader();
            rest.read(source, 100);
            assertThat(rest.pictures()).containsExactly(2, 3, 4, 5, 6, 7, 8, 9);
        }
    }

    @Test
    void theLeakReportNamesThePlaceThatTookTheLease() {
        Logger logger = (Logger) LoggerFactory.getLogger(FramePool.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        System.setProperty(LEAK_REPORT, "true");
        try {
            FrameSource source = opened();
            Frame leaked = forgetful((Outcome.Delivered) source.next());
            source.close();
            assertThat(log.list.stream().map(ILoggingEvent::getFormattedMessage).collect(Collectors.joining()))
                    .contains(
                            "still leased", "delivered by", "retained by", "given back by", "LifecycleTest.forgetful");
            leaked.close();
        } finally {
            System.clearProperty(LEAK_REPORT);
            logger.detachAppender(log);
        }
    }

    private static Frame forgetful(Outcome.Delivered delivered) {
        try (Frame frame = delivered.frame()) {
            return frame.retain();
        }
    }

    @Override
    protected FrameSource source() {
        return Sources.file(file);
    }

    private FrameSource opened() {
        FrameSource source = source();
        source.open();
        return source;
    }

    private static Throwable thrownInAnotherThread(Runnable work) throws InterruptedException {
        FutureTask<Void> task = new FutureTask<>(work, null);
        new Thread(task, "stranger").start();
        try {
            task.get();
            return new AssertionError("nothing was thrown");
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }
}
