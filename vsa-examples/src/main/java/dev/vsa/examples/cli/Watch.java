package dev.vsa.examples.cli;

import dev.vsa.engine.Camera;
import dev.vsa.engine.CameraObserver;
import dev.vsa.engine.CameraReport;
import dev.vsa.engine.CameraStatus;
import dev.vsa.engine.Engine;
import dev.vsa.engine.Observation;
import dev.vsa.examples.cli.report.Report;
import dev.vsa.examples.cli.text.Words;
import dev.vsa.sink.JsonLinesSink;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One run of {@code vsa watch}: the engine at work, and everything that is made of what it finds. */
final class Watch {

    private static final long SHOW_EVERY_NANOS = 200_000_000L;

    private final Watched watched;
    private final Duration length;
    private final boolean video;
    private final PrintWriter out;
    private final PrintWriter err;

    /**
     * A run that has not begun.
     *
     * @param watched what is watched
     * @param length of the recording; zero if not known
     * @param video whether to write a video
     * @param out takes alerts and figures
     * @param err takes complaints
     */
    Watch(Watched watched, Duration length, boolean video, PrintWriter out, PrintWriter err) {
        this.watched = watched;
        this.length = length;
        this.video = video;
        this.out = out;
        this.err = err;
    }

    /** Shows the progress and hands frames to the drawing; on the camera's analysis thread. */
    private final class Eyes implements CameraObserver {

        private final Drawing drawing;
        private final Progress progress;
        private final AlertBook book;
        private final AtomicReference<@Nullable Camera> running;
        private final long began = System.nanoTime();
        private long shown;
        private long frames;
        private volatile boolean seen;
        private volatile @Nullable String refusal;
        private long first = -1;

        Eyes(Drawing drawing, Progress progress, AlertBook book, AtomicReference<@Nullable Camera> running) {
            this.drawing = drawing;
            this.progress = progress;
            this.book = book;
            this.running = running;
        }

        @Override
        public void analysed(Observation observation) {
            drawing.take(observation);
            frames++;
            seen = true;
            long media = observation.scene().mediaNanos();
            first = first < 0 ? media : first;
            long now = System.nanoTime();
            if (now - shown > SHOW_EVERY_NANOS) {
                shown = now;
                double perSecond = frames * 1e9 / (now - began);
                progress.at(
                        new Progress.State(Duration.ofNanos(media - first), all(), frames, perSecond, book.raised()));
            }
        }

        /** A stream that was never there is a mistake in its address; one that was there comes back. */
        @Override
        public void status(String cameraId, CameraStatus status) {
            if (status.state() != CameraStatus.State.RETRYING) {
                return;
            }
            if (!seen) {
                refusal = status.detail();
                new Thread(() -> stop(running), "vsa-stop").start();
            } else {
                progress.say("     the stream is lost, and is opened again: " + status.detail());
            }
        }

        /** Why there is no stream at all, or null as long as there may be. */
        @Nullable String refusal() {
            return refusal;
        }

        private Duration all() {
            Camera camera = running.get();
            return length.isZero() && camera != null ? camera.report().recording() : length;
        }
    }

    /**
     * Runs to the end of the recording, or until somebody wants it to stop.
     *
     * @param folder where to write
     * @return the exit code
     */
    int run(OutFolder folder) throws IOException, InterruptedException {
        out.println("watching " + watched.input() + (length.isZero() ? "" : ", " + Words.length(length)) + ", into "
                + folder.folder());
        if (!watched.note().isEmpty()) {
            out.println(watched.note());
        }
        AtomicReference<@Nullable Camera> running = new AtomicReference<>();
        boolean interrupted;
        CameraReport report;
        AlertBook book;
        Drawing drawing;
        Eyes eyes;
        long undelivered;
        try (Progress progress = Progress.on(out);
                Interruption interruption = new Interruption(() -> stop(running))) {
            book = new AlertBook(progress::say);
            drawing = new Drawing(watched.camera(), watched.live(), video, book, folder);
            Engine engine = Engine.create();
            try (drawing;
                    engine) {
                eyes = new Eyes(drawing, progress, book, running);
                JsonLinesSink lines = new JsonLinesSink(folder.alerts());
                Camera camera = engine.start(watched.site(), eyes, lines, book).get(0);
                running.set(camera);
                if (interruption.came() || eyes.refusal() != null) {
                    camera.close();
                }
                camera.await();
                report = camera.report();
            }
            interrupted = interruption.came();
            undelivered = engine.undelivered();
        }
        boolean failed = report.status().state() == CameraStatus.State.FAILED;
        String refusal = eyes.refusal();
        if (refusal != null || failed && report.framesAnalysed() == 0) {
            throw new InputException(refusal == null ? report.status().detail() : refusal);
        }
        RunSummary summary = new RunSummary(watched, report, book, drawing, interrupted);
        Report page = summary.report();
        page.write(folder.report());
        summary.print(out, folder, page.entries().size());
        summary.complaints().forEach(complaint -> err.println("vsa watch: " + complaint));
        if (undelivered > 0) {
            err.println("vsa watch: " + folder.alerts() + " lacks " + Words.count(undelivered, "line")
                    + ": it could not be written (--verbose tells why)");
        }
        if (failed) {
            err.println("vsa watch: " + report.status().detail());
            return Vsa.INPUT;
        }
        return interrupted ? Vsa.INTERRUPTED : Vsa.OK;
    }

    private static void stop(AtomicReference<@Nullable Camera> running) {
        Camera camera = running.get();
        if (camera != null) {
            camera.close();
        }
    }
}
