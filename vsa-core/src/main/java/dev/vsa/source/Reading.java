package dev.vsa.source;

import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import dev.vsa.ffmpeg.Ffmpeg;
import dev.vsa.frame.Frame;
import dev.vsa.frame.Outcome;
import dev.vsa.frame.Outcome.Break;
import dev.vsa.frame.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/**
 * An input that is open: all it takes to get frames out of it. Belongs to the owning thread.
 *
 * <p>A picture parts of which are guessed is skipped and counted, unless good ones have failed to come for {@value
 * #DAMAGED_SECONDS} seconds: a bad picture is then better than none. Likewise a stream that shows no key frame is decoded
 * without one when four fifths of the read deadline have gone by.
 */
final class Reading implements AutoCloseable {

    private static final int AGAIN = AVERROR_EAGAIN();
    private static final int DAMAGED_SECONDS = 2;
    private static final double KEY_FRAME_SHARE = 0.8;
    private static final double DEFAULT_RATE = 25;
    private static final double HIGHEST_RATE = 240;
    private static final int MOST_READ_ERRORS = 10_000;
    private static final int MISSING_AT_LEAST = 5;
    private static final int MISSING_SHARE = 50;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final Input input;
    private final Deadline deadline;
    private final Demuxer demuxer;
    private final Decoder decoder;
    private final Pictures pictures = new Pictures();
    private final FramePool pool;
    private final MediaClock clock;
    private final AVPacket packet = avcodec.av_packet_alloc();
    private final long wallStart;
    private final int damagedPatience;
    private final int keyFramePatience;

    private final AtomicLong dropped = new AtomicLong();
    private boolean pending;
    private int corrupt;
    private int damagedInARow;
    private int packetsInARow;
    private int readErrors;
    private long arrivalNanos;
    private long arrivalWall;
    private long delivered;
    private boolean exhausted;

    private Reading(Input input, Deadline deadline, Demuxer demuxer, Decoder decoder) {
        this.input = input;
        this.deadline = deadline;
        this.demuxer = demuxer;
        this.decoder = decoder;
        this.pool = new FramePool(input.name(), input.decoding().frames());
        double rate = demuxer.framesPerSecond();
        this.clock = new MediaClock(
                rate, input.live() ? MediaClock.MISSING : demuxer.startNanos(), demuxer.wrapNanos(), input.live());
        Instant start = input.startsAt().or(demuxer::createdAt).orElse(Instant.EPOCH);
        this.wallStart = Wall.nanos(start);
        double believed = rate > 0 && rate <= HIGHEST_RATE ? rate : DEFAULT_RATE;
        this.damagedPatience = (int) Math.ceil(DAMAGED_SECONDS * believed);
        this.keyFramePatience =
                (int) Math.ceil(KEY_FRAME_SHARE * input.timeouts().read().toMillis() / 1000.0 * believed);
    }

    /**
     * Opens the input.
     *
     * @throws SourceException if it cannot be opened, or its video not be decoded
     */
    static Reading open(Input input, Deadline deadline) throws SourceException {
        Demuxer demuxer = Demuxer.open(input, deadline);
        try {
            return new Reading(
                    input,
                    deadline,
                    demuxer,
                    Decoder.open(
                            input, demuxer.stream().codecpar(), demuxer.stream().time_base()));
        } catch (RuntimeException e) {
            demuxer.close();
            throw e;
        }
    }

    Duration duration() {
        return input.live() ? Duration.ZERO : demuxer.duration();
    }

    long dropped() {
        return dropped.get();
    }

    /** The next frame, or why there is none. */
    Outcome next() {
        deadline.start(input.timeouts().read());
        Outcome outcome = null;
        while (outcome == null) {
            outcome = deadline.over() ? overdue() : pending ? deliver() : step();
        }
        return outcome;
    }

    private @Nullable Outcome step() {
        int result = decoder.receive();
        if (result == 0) {
            packetsInARow = 0;
            return deliver();
        }
        if (result == AGAIN) {
            return feed();
        }
        if (result == avutil.AVERROR_EOF) {
            return finished();
        }
        corrupt++;
        return null;
    }

    private Outcome overdue() {
        if (deadline.interrupted()) {
            return new Outcome.Lost("interrupted");
        }
        demuxer.resume();
        return new Outcome.Stalled(deadline.waited());
    }

    private @Nullable Outcome feed() {
        int result = demuxer.read(packet);
        if (result == 0) {
            readErrors = 0;
            arrivalNanos = System.nanoTime();
            arrivalWall = Wall.now();
            if (decoder.send(packet) < 0) {
                corrupt++;
            }
            avcodec.av_packet_unref(packet);
            if (++packetsInARow == keyFramePatience) {
                decoder.showIncomplete();
            }
            return null;
        }
        if (result == avutil.AVERROR_EXIT) {
            return null; // the caller looks at the deadline
        }
        if (result == AGAIN) {
            LockSupport.parkNanos(PAUSE_NANOS);
            return null;
        }
        if (result == avutil.AVERROR_EOF) {
            decoder.send(null);
            return null;
        }
        if (result == avutil.AVERROR_INVALIDDATA && ++readErrors < MOST_READ_ERRORS) {
            corrupt++;
            return null;
        }
        return new Outcome.Lost(Ffmpeg.message(result));
    }

    private @Nullable Outcome deliver() {
        if (!pending && decoder.damaged() && ++damagedInARow <= damagedPatience) {
            corrupt++;
            decoder.drop();
            return null;
        }
        FramePool.Holder holder = input.live() ? pool.take() : pool.take(deadline);
        pending = holder == null && !input.live();
        if (holder == null) {
            missed();
            return null;
        }
        exhausted = false;
        if (!decoder.damaged()) {
            damagedInARow = 0;
        }
        long media = clock.next(timestamp(), arrivalNanos);
        long wall = input.live() ? arrivalWall : wallStart + media;
        Frame frame = pictures.lease(decoder.picture(), holder, media, wall);
        decoder.drop();
        if (frame == null) {
            corrupt++;
            return null;
        }
        Outcome outcome =
                new Outcome.Delivered(frame, corrupt, pictures.changed() ? Break.PICTURE_CHANGED : clock.told());
        corrupt = 0;
        delivered++;
        return outcome;
    }

    /** A live format that has no timestamps is given made-up ones by FFmpeg; the arrival is nearer to the truth. */
    private long timestamp() {
        return input.live() && demuxer.withoutTimestamps()
                ? MediaClock.MISSING
                : demuxer.nanos(decoder.picture().best_effort_timestamp());
    }

    private void missed() {
        if (!exhausted) {
            pool.reportExhausted();
        }
        exhausted = true;
        if (input.live()) {
            dropped.incrementAndGet();
            decoder.drop();
        }
    }

    private Outcome finished() {
        if (input.live()) {
            return new Outcome.Lost("the sender has ended the stream");
        }
        if (delivered == 0) {
            return new Outcome.Lost("not one picture of it could be decoded: the recording is damaged");
        }
        long announced = demuxer.announcedPackets();
        long missing = announced - demuxer.packets();
        if (missing > Math.max(MISSING_AT_LEAST, announced / MISSING_SHARE)) {
            return new Outcome.Lost("the recording is cut off: " + missing + " of the " + announced
                    + " pictures that it announces are missing");
        }
        return new Outcome.End();
    }

    @Override
    public void close() {
        avcodec.av_packet_free(packet);
        decoder.close();
        pictures.close();
        demuxer.close();
        pool.close();
    }
}
