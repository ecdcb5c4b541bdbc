package dev.vsa.bench.streams;

import dev.vsa.bench.BenchClip;
import dev.vsa.frame.FrameSource;
import dev.vsa.frame.Outcome;
import dev.vsa.frame.SourceException;
import dev.vsa.source.Sources;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A recording that comes like a camera's stream: each picture at its moment, lost if nobody takes it. It ends with the recording. */
final class PacedSource implements FrameSource {

    private final FrameSource recording;
    private final Timetable timetable;
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private int picture;

    PacedSource(Path clip, Timetable timetable) {
        this.recording = Sources.file(clip);
        this.timetable = timetable;
    }

    /**
     * When pictures come.
     *
     * @param startNanos the first, by {@link System#nanoTime()}
     */
    record Timetable(long startNanos) {

        /** The moment of a picture, by {@link System#nanoTime()}. */
        long of(int picture) {
            return startNanos + at(picture);
        }

        /** The moment of a picture in the recording. */
        static long at(int picture) {
            return Math.round(picture * 1e9 / BenchClip.FPS);
        }
    }

    @Override
    public boolean live() {
        return true;
    }

    @Override
    public String name() {
        return "live " + recording.name();
    }

    @Override
    public void open() throws SourceException {
        recording.open();
    }

    /** Waits for the picture's moment, then decodes it: not before, for a camera's would not be there. */
    @Override
    public Outcome next() {
        try {
            long wait = timetable.of(picture) - System.nanoTime();
            if (wait > 0 && interrupted.await(wait, TimeUnit.NANOSECONDS)) {
                return new Outcome.Lost("interrupted");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Lost("interrupted");
        }
        picture++;
        return recording.next();
    }

    @Override
    public void interrupt() {
        interrupted.countDown();
        recording.interrupt();
    }

    @Override
    public void close() {
        recording.close();
    }
}
