package dev.vsa.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.frame.Outcome.Break;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaClockTest {

    private static final long MS = 1_000_000;
    private static final long FRAME = 40 * MS;
    private static final long MISSING = Long.MIN_VALUE / MS;

    private final List<Break> told = new ArrayList<>();

    @Test
    void goodTimestampsStartAtTheOrigin() {
        assertThat(recorded(1000, 1040, 1080, 1120)).containsExactly(0L, 40L, 80L, 120L);
        assertThat(told).containsOnly(Break.NONE);
    }

    @Test
    void theContainersStartIsTimeZeroEvenWhenTheFirstPicturesAreLost() {
        MediaClock clock = new MediaClock(25, 1000 * MS, 0, false);
        assertThat(clock.next(1200 * MS, 0)).isEqualTo(200 * MS);
    }

    @Test
    void missingTimestampsFollowTheFrameRate() {
        assertThat(recorded(0, MISSING, MISSING, 120)).containsExactly(0L, 40L, 80L, 120L);
    }

    @Test
    void aStreamWithoutAnyTimestampFollowsTheFrameRate() {
        assertThat(recorded(MISSING, MISSING, MISSING)).containsExactly(0L, 40L, 80L);
    }

    @Test
    void aSingleDuplicateIsNudgedAndTheNextFrameIsOnTime() {
        assertThat(recorded(0, 40, 40, 80, 120)).containsExactly(0L, 40L, 45L, 80L, 120L);
        assertThat(told).containsOnly(Break.NONE);
    }

    @Test
    void endlessPairsOfDuplicatesDoNotDriftAway() {
        long[] stamps = new long[2000];
        for (int i = 0; i < stamps.length; i++) {
            stamps[i] = i / 2 * 80L;
        }
        assertThat(recorded(stamps).get(1998)).isEqualTo(999 * 80L);
    }

    @Test
    void aStuckClockGoesOnAtTheFrameRateAndIsToldOnce() {
        List<Long> media = recorded(0, 40, 40, 40, 40, 40, 40, 40);
        assertThat(media.get(7) - media.get(3)).isEqualTo(4 * 40);
        assertThat(told)
                .containsExactly(
                        Break.NONE,
                        Break.NONE,
                        Break.NONE,
                        Break.NONE,
                        Break.CLOCK_JUMP,
                        Break.NONE,
                        Break.NONE,
                        Break.NONE);
    }

    @Test
    void aClockThatWasStuckGoesOnWithoutALeapBack() {
        assertThat(recorded(0, 40, 40, 40, 40, 40, 80, 120)).containsExactly(0L, 40L, 45L, 50L, 90L, 130L, 170L, 210L);
    }

    @Test
    void aLeapBackIsToldAndTimeGoesOn() {
        assertThat(recorded(50_000, 50_040, 7_000, 7_040)).containsExactly(0L, 40L, 80L, 120L);
        assertThat(told).containsExactly(Break.NONE, Break.NONE, Break.CLOCK_JUMP, Break.NONE);
    }

    @Test
    void jitterWithinAFrameIsNotALeapBack() {
        recorded(0, 80, 45, 120, 160);
        assertThat(told).containsOnly(Break.NONE);
    }

    @Test
    void missingFramesInARecordingAreAGapOfTheirTrueLength() {
        assertThat(recorded(0, 40, 60_040, 60_080)).containsExactly(0L, 40L, 60_040L, 60_080L);
        assertThat(told).containsExactly(Break.NONE, Break.NONE, Break.GAP, Break.NONE);
    }

    @Test
    void aSlowStreamHasNoGaps() {
        MediaClock clock = new MediaClock(0.5, 0, 0, false);
        clock.next(0, 0);
        clock.next(2000 * MS, 0);
        assertThat(clock.told()).isEqualTo(Break.NONE);
    }

    @Test
    void timestampsOf33BitsWrapWithoutABreak() {
        long wrap = (1L << 33) * 1_000_000_000L / 90_000;
        MediaClock clock = new MediaClock(25, MediaClock.MISSING, wrap, false);
        clock.next(wrap - FRAME, 0);
        assertThat(clock.next(0, 0)).isEqualTo(FRAME);
        assertThat(clock.told()).isEqualTo(Break.NONE);
        assertThat(clock.next(FRAME, 0)).isEqualTo(2 * FRAME);
    }

    @Test
    void liveFramesThatWereReallyMissedAreAGap() {
        MediaClock clock = new MediaClock(25, MediaClock.MISSING, 0, true);
        clock.next(0, 0);
        assertThat(clock.next(5_000 * MS, 5_300 * MS)).isEqualTo(5_000 * MS);
        assertThat(clock.told()).isEqualTo(Break.GAP);
    }

    @Test
    void aLiveStreamWithoutTimestampsFollowsTheArrival() {
        MediaClock clock = new MediaClock(25, MediaClock.MISSING, 0, true);
        clock.next(MediaClock.MISSING, 1_000 * MS);
        assertThat(clock.next(MediaClock.MISSING, 1_100 * MS)).isEqualTo(100 * MS);
        assertThat(clock.next(MediaClock.MISSING, 1_350 * MS)).isEqualTo(350 * MS);
    }

    @Test
    void aLiveClockThatLeapsAheadIsNotBelieved() {
        MediaClock clock = new MediaClock(25, MediaClock.MISSING, 0, true);
        clock.next(0, 0);
        assertThat(clock.next(3_600_000 * MS, FRAME)).isEqualTo(FRAME);
        assertThat(clock.told()).isEqualTo(Break.CLOCK_JUMP);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void mediaTimeIsStrictlyIncreasingWhateverComes(long seed) {
        Random random = new Random(seed);
        MediaClock clock = new MediaClock(
                random.nextInt(60) - 5, random.nextLong(), random.nextBoolean() ? 1L << 40 : 0, random.nextBoolean());
        long stamp = 0;
        long last = -1;
        for (int i = 0; i < 20_000; i++) {
            stamp = switch (random.nextInt(20)) {
                case 0 -> MediaClock.MISSING;
                case 1 -> random.nextInt(1_000_000) * MS;
                case 2, 3 -> stamp;
                default -> (stamp == MediaClock.MISSING ? 0 : stamp) + random.nextInt(80) * MS;
            };
            long media = clock.next(stamp, i * FRAME);
            assertThat(media).as("seed %d, frame %d", seed, i).isGreaterThan(last);
            last = media;
        }
    }

    /** Timestamps and media times in milliseconds, at 25 frames a second. */
    private List<Long> recorded(long... stamps) {
        MediaClock clock = new MediaClock(25, MediaClock.MISSING, 0, false);
        List<Long> media = new ArrayList<>();
        for (long stamp : stamps) {
            media.add(clock.next(stamp == MISSING ? MediaClock.MISSING : stamp * MS, 0) / MS);
            told.add(clock.told());
        }
        return media;
    }
}
