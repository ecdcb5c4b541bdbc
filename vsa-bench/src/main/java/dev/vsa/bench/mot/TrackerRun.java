package dev.vsa.bench.mot;

import dev.vsa.perception.Detections;
import dev.vsa.perception.tracking.Tracker;
import dev.vsa.scene.Role;
import dev.vsa.scene.SceneBuilder;
import dev.vsa.scene.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The library's tracker over a sequence of detections.
 *
 * @param width of the picture, pixels
 * @param height of the picture, pixels
 * @param fps frames a second of the sequence
 * @param step every how many-th frame is looked at: 1 for all
 */
public record TrackerRun(int width, int height, double fps, int step) {

    /**
     * The boxes of a sequence's looked-at frames, cut at the edges of the picture as a detector's are.
     *
     * @param boxes of all frames
     * @return those that are left
     */
    public List<MotBox> sample(List<MotBox> boxes) {
        return boxes.stream()
                .filter(box -> (box.frame() - 1) % step == 0)
                .map(this::cut)
                .filter(box -> box.width() > 1 && box.height() > 1)
                .toList();
    }

    private MotBox cut(MotBox box) {
        double left = Math.max(0, box.left());
        double top = Math.max(0, box.top());
        double right = Math.min(width, box.left() + box.width());
        double bottom = Math.min(height, box.top() + box.height());
        return new MotBox(
                box.frame(),
                box.id(),
                left,
                top,
                right - left,
                bottom - top,
                box.confidence(),
                box.kind(),
                box.visibility());
    }

    /**
     * Tracks persons.
     *
     * @param detections sampled detections
     * @param lastFrame the sequence's last frame
     * @return where the tracker saw which track; coasted boxes are not among them
     */
    public List<MotBox> track(List<MotBox> detections, int lastFrame) {
        Map<Integer, List<MotBox>> byFrame = new TreeMap<>();
        detections.forEach(box ->
                byFrame.computeIfAbsent(box.frame(), f -> new ArrayList<>()).add(box));
        Tracker tracker = new Tracker();
        SceneBuilder scene = new SceneBuilder();
        Detections frameDetections = new Detections();
        List<MotBox> tracks = new ArrayList<>();
        for (int frame = 1; frame <= lastFrame; frame += step) {
            frameDetections.clear();
            byFrame.getOrDefault(frame, List.of()).forEach(box -> add(box, frameDetections));
            long nanos = Math.round(frame / fps * 1e9);
            double aspect = (double) width / height;
            tracker.update(nanos, aspect, frameDetections);
            tracker.writeTo(scene.begin("bench", nanos, nanos, aspect, height));
            for (Track track : scene.lend().tracks()) {
                if (track.matched()) {
                    tracks.add(box(frame, track));
                }
            }
        }
        return tracks;
    }

    /**
     * Adds a box in pixels to detections in normalised coordinates.
     *
     * @param box the box
     * @param out where to
     */
    public void add(MotBox box, Detections out) {
        out.add(
                (float) (box.left() / width),
                (float) (box.top() / height),
                (float) ((box.left() + box.width()) / width),
                (float) ((box.top() + box.height()) / height),
                (float) box.confidence(),
                Role.PERSON,
                "person");
    }

    private MotBox box(int frame, Track track) {
        return new MotBox(
                frame,
                (int) track.id(),
                track.left() * width,
                track.top() * height,
                track.width() * width,
                track.height() * height,
                1,
                -1,
                1);
    }
}
