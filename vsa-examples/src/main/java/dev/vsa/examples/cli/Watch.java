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
        private final long began = System.nanoTime();
        private long shown;
        private long frames;
        private long first = -1;

        Eyes(Drawing drawing, Progress progress, AlertBook book) {
            this.drawing = drawing;
            this.progress = progress;
            this.book = book;
        }

        @Override
        public void analysed(Observation observation) {
            drawing.take(observation);
            frames++;
            long media = observation.scene().mediaNanos();
            first = first < 0 ? media : first;
            long now = System.nanoTime();
            if (now - shown > SHOW_EVERY_NANOS) {
                shown = now;
                double perSecond = frames * 1e9 / (now - began);
                progress.at(
                        new Progress.State(Duration.ofNanos(media - first), length, frames, perSecond, book.raised()));
            }
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
        try (Progress progress = Progress.on(out);
                Interruption interruption = new Interruption(() -> stop(running))) {
            book = new AlertBook(progress::say);
            drawing = new Drawing(watched.camera(), watched.live(), video, book, folder);
            try (drawing;
                    Engine engine = Engine.create()) {
                JsonLinesSink lines = new JsonLinesSink(folder.alerts());
                Camera camera = engine.start(watched.site(), new Eyes(drawing, progress, book), lines, book)
                        .get(0);
                running.set(camera);
                if (interruption.came()) {
                    camera.close();
                }
                camera.await();
                report = camera.report();
            }
            interrupted = interruption.came();
        }
        RunSummary summary = new RunSummary(watched, report, book, drawing, interrupted);
        Report page = summary.report();
        page.write(folder.report());
        summary.print(out, folder, page.entries().size());
        summary.complaints().forEach(complaint -> err.println("vsa watch: " + complaint));
        if (report.status().state() == CameraStatus.State.FAILED) {
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
