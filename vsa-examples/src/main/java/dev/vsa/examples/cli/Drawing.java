package dev.vsa.examples.cli;

import dev.vsa.config.CameraConfig;
import dev.vsa.engine.Observation;
import dev.vsa.event.Alert;
import dev.vsa.event.Subject;
import dev.vsa.examples.cli.picture.Annotator;
import dev.vsa.examples.cli.picture.FrameImage;
import dev.vsa.examples.cli.picture.Jpeg;
import dev.vsa.examples.cli.picture.VideoFile;
import dev.vsa.examples.cli.report.Entry.Snapshot;
import dev.vsa.frame.Frame;
import dev.vsa.geometry.Box;
import dev.vsa.scene.Scene;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws and writes the snapshots and the video, on a thread of its own beside the analysis. {@link #take} belongs to the
 * analysis thread, {@link #close} to whoever made it; the rest may be asked by anyone.
 *
 * <p>What goes wrong here is remembered and told at the end; the analysis goes on.
 */
final class Drawing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Drawing.class);

    /** Frames that may wait; each is leased from a pool of eight. */
    private static final int WAITING = 2;

    private static final long PATIENCE_SECONDS = 30;
    private static final int CLOSE_UP_ROWS = 300;

    private final AlertBook book;
    private final OutFolder out;
    private final Optional<VideoFile> video;
    private final boolean live;
    private final Annotator annotator;
    private final FrameImage image = new FrameImage();
    private final BlockingQueue<Job> jobs = new ArrayBlockingQueue<>(WAITING);
    private final Map<String, Snapshot> snapshots = new ConcurrentHashMap<>();
    private final AtomicLong leftOut = new AtomicLong();
    private final AtomicLong workNanos = new AtomicLong();
    private final Thread thread = new Thread(this::work, "vsa-drawing");
    private volatile Optional<String> trouble = Optional.empty();
    private volatile String size = "";
    private volatile boolean closing;

    /** A frame to be drawn; owns a lease of it. */
    private record Job(Frame frame, Scene scene, List<Alert> raised, List<Alert> open) {}

    /**
     * Starts to draw.
     *
     * @param camera the camera
     * @param live whether frames come whether one is ready for them or not
     * @param withVideo whether a video is written beside the snapshots
     * @param book gives alerts their numbers
     * @param out where to
     */
    Drawing(CameraConfig camera, boolean live, boolean withVideo, AlertBook book, OutFolder out) {
        this.book = book;
        this.out = out;
        this.live = live;
        double rate = camera.analysis().fps();
        video = withVideo ? Optional.of(new VideoFile(out.video(), rate > 0 ? rate : 25)) : Optional.empty();
        annotator = new Annotator(camera);
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Takes an analysed frame. For a recording it waits until there is room; of a live camera a frame is left out of the video
     * when there is none, unless an alert was raised by it.
     */
    void take(Observation observation) {
        List<Alert> raised = observation.told().stream()
                .filter(alert -> alert.phase() == Alert.Phase.RAISED)
                .filter(alert -> book.number(alert) <= AlertBook.MOST_ALERTS)
                .toList();
        Scene scene = observation.scene().copy();
        Frame frame = observation.frame().retain();
        boolean taken = false;
        try {
            Job job = new Job(frame, scene, raised, observation.open());
            boolean drop = live && raised.isEmpty();
            taken = drop ? jobs.offer(job) : jobs.offer(job, PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!taken) {
                frame.close();
                leftOut.incrementAndGet();
            }
        }
    }

    private void work() {
        boolean more = true;
        while (more) {
            try {
                Job job = jobs.poll(100, TimeUnit.MILLISECONDS);
                if (job != null) {
                    long began = System.nanoTime();
                    draw(job);
                    workNanos.addAndGet(System.nanoTime() - began);
                } else {
                    more = !closing;
                }
            } catch (InterruptedException e) {
                more = false;
            }
        }
    }

    private void draw(Job job) {
        try (Frame frame = job.frame) {
            annotator.follow(job.scene);
            if (video.isEmpty() && job.raised.isEmpty()) {
                return;
            }
            BufferedImage picture = image.paint(frame);
            size = picture.getWidth() + " × " + picture.getHeight();
            for (Alert alert : job.raised) {
                snapshot(frame, picture, job.scene, alert);
            }
            if (video.isPresent()) {
                annotator.annotate(picture, job.scene, job.open);
                video.get().add(picture, frame.mediaNanos());
            }
        } catch (IOException | RuntimeException | Error e) {
            LOG.warn("a picture could not be written", e);
            if (trouble.isEmpty()) {
                trouble = Optional.of(e.getMessage() == null ? e.toString() : e.getMessage());
            }
        }
    }

    private void snapshot(Frame frame, BufferedImage clean, Scene scene, Alert alert) throws IOException {
        Optional<Box> around = around(alert);
        String closeUp = around.isPresent()
                ? Base64.getEncoder().encodeToString(Jpeg.of(Jpeg.closeUp(clean, around.get(), CLOSE_UP_ROWS)))
                : "";
        BufferedImage whole = FrameImage.of(frame);
        annotator.single(whole, scene, alert);
        Path file = out.snapshot(book.number(alert), alert.type().id(), alert.place());
        Files.write(file, Jpeg.of(whole));
        boolean onTheRight = around.isPresent() && around.get().centre().x() > 0.5;
        snapshots.put(alert.id(), new Snapshot(file, whole.getWidth(), whole.getHeight(), closeUp, onTheRight));
    }

    /** What a close-up should show: all subjects, cut off at the picture's edges; nothing where that is most of the picture. */
    private static Optional<Box> around(Alert alert) {
        List<Box> boxes = alert.subjects().stream().map(Subject::box).toList();
        if (boxes.isEmpty()) {
            return Optional.empty();
        }
        double left = boxes.stream().mapToDouble(Box::left).min().getAsDouble();
        double top = boxes.stream().mapToDouble(Box::top).min().getAsDouble();
        double right = boxes.stream().mapToDouble(Box::right).max().getAsDouble();
        double bottom = boxes.stream().mapToDouble(Box::bottom).max().getAsDouble();
        left = Math.max(0, left);
        top = Math.max(0, top);
        right = Math.min(1, right);
        bottom = Math.min(1, bottom);
        boolean worth = right - left > 0.005 && bottom - top > 0.005 && (right - left) * (bottom - top) < 0.35;
        return worth ? Optional.of(new Box(left, top, right, bottom)) : Optional.empty();
    }

    /** The snapshots written so far, by the ids of their alerts. */
    Map<String, Snapshot> snapshots() {
        return Map.copyOf(snapshots);
    }

    /** Frames that the video lacks because drawing could not keep up. */
    long leftOut() {
        return leftOut.get();
    }

    /** The time that drawing and encoding took. */
    Duration time() {
        return Duration.ofNanos(workNanos.get());
    }

    /** The first thing that went wrong, if anything did. */
    Optional<String> trouble() {
        return trouble;
    }

    /** The size of the camera's pictures as people see them; "" if none was drawn. */
    String size() {
        return size;
    }

    /** Draws what still waits and finishes the video. Idempotent. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            if (video.isPresent()) {
                video.get().close();
            }
        } catch (IOException e) {
            trouble = trouble.or(() -> Optional.of("the video could not be finished: " + e.getMessage()));
        }
    }
}
