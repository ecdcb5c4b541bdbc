package dev.vsa.bench.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class TrialTest {

    private static final int SECONDS = 9;

    private final Delays delays = new Delays(Streams.WARM_NANOS, TimeUnit.SECONDS.toNanos(SECONDS));

    /** A camera's frames, ten a second, each done after so many milliseconds. */
    private void camera(IntUnaryOperator millis) {
        for (int frame = 0; frame < SECONDS * Streams.ANALYSED; frame++) {
            long at = Math.round(frame * 1e9 / Streams.ANALYSED);
            delays.analysed(at, TimeUnit.MILLISECONDS.toNanos(millis.applyAsInt(frame)));
        }
    }

    @Test
    void camerasWhoseFramesAreAllDoneSoonAreCarried() {
        camera(frame -> 30);
        camera(frame -> 40);

        Trial trial = delays.trial(2, 0.5, 0);

        assertThat(trial.carried()).isTrue();
        assertThat(trial.expected()).isEqualTo(120);
        assertThat(trial.analysed()).isEqualTo(120);
        assertThat(trial.tailMillis()).isEqualTo(40);
    }

    @Test
    void oneDroppedFrameIsTooMany() {
        camera(frame -> 30);
        delays.dropped(TimeUnit.SECONDS.toNanos(5));

        assertThat(delays.trial(1, 0.5, 0).carried()).isFalse();
    }

    @Test
    void whatIsDroppedWhileAllWarmsUpDoesNotCount() {
        camera(frame -> 30);
        delays.dropped(TimeUnit.SECONDS.toNanos(1));

        assertThat(delays.trial(1, 0.5, 0).carried()).isTrue();
    }

    @Test
    void aDelayThatGrowsIsTooMuchAlthoughNothingIsDropped() {
        camera(frame -> 5 * frame);

        Trial trial = delays.trial(1, 1, 0);

        assertThat(trial.dropped()).isZero();
        assertThat(trial.carried()).isFalse();
    }

    @Test
    void aLongDelayThatStaysIsCarried() {
        camera(frame -> 90);

        assertThat(delays.trial(1, 1, 0).carried()).isTrue();
    }

    @Test
    void framesThatNeverCameAreMissed() {
        camera(frame -> 30);

        Trial trial = delays.trial(2, 1, 0);

        assertThat(trial.carried()).isFalse();
        assertThat(trial.hopeless()).isTrue();
    }

    @Test
    void otherProgramsAreToldApart() {
        String before = "cpu  100 0 100 800 0 0 0 0 0 0\ncpu0 1 2 3 4";
        String after = "cpu  150 10 120 810 10 0 0 0 0 0\ncpu0 1 2 3 4";
        Processors then = Processors.of(0, 0, before);
        Processors now = Processors.of(1_000_000_000L, 500_000_000L * Processors.count(), after);

        assertThat(now.ownSince(then)).isCloseTo(0.5, within(1e-9));
        assertThat(now.othersSince(then)).isCloseTo(0.3, within(1e-9));
    }

    @Test
    void aSystemThatDoesNotTellHasNoOthers() {
        assertThat(Processors.of(2, 2, "").othersSince(Processors.of(1, 1, ""))).isZero();
    }
}
