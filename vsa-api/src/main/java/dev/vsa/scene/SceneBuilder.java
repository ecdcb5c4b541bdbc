package dev.vsa.scene;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;

/**
 * Puts scenes together. {@link #begin} starts one; {@link #build()} gives an immutable one, {@link #lend()} one over the
 * builder's own memory, which allocates nothing once the builder has grown to the scene's size. Not thread-safe.
 */
public final class SceneBuilder {

    private final Scene.Header header = new Scene.Header();
    private final TrackList tracks = new TrackList();
    private final List<Detection> detections = new ArrayList<>();
    private final Map<FeatureKey<?>, Object> features = new FeatureMap();
    private final Scene lent =
            new Scene(header, tracks, Collections.unmodifiableList(detections), Collections.unmodifiableMap(features));

    /** Creates an empty builder. */
    public SceneBuilder() {}

    /**
     * Starts a new scene; a scene that was lent before is no longer valid.
     *
     * @param cameraId the camera
     * @param mediaNanos media time
     * @param wallNanos the moment it maps to, nanoseconds since 1970-01-01T00:00Z
     * @param aspect width over height of the picture, more than 0
     * @param pictureHeight rows of the picture, at least 1
     * @return this
     * @throws IllegalArgumentException if the aspect or the height is out of range
     */
    public SceneBuilder begin(String cameraId, long mediaNanos, long wallNanos, double aspect, int pictureHeight) {
        if (!(aspect > 0) || !Double.isFinite(aspect) || pictureHeight < 1) {
            throw new IllegalArgumentException("aspect " + aspect + ", picture height " + pictureHeight);
        }
        header.cameraId = cameraId;
        header.mediaNanos = mediaNanos;
        header.wallNanos = wallNanos;
        header.aspect = aspect;
        header.pictureHeight = pictureHeight;
        tracks.count = 0;
        detections.clear();
        features.clear();
        return this;
    }

    /**
     * Adds a track; where and how it moves follow by {@link #place} and {@link #move}. A track whose box is never placed has
     * an empty one in the corner.
     *
     * @param id its number
     * @param role the part it plays
     * @param label the model's word for it
     * @param confidence 0 to 1
     * @param sighting how its box came about
     * @return this
     */
    public SceneBuilder track(long id, Role role, String label, double confidence, Sighting sighting) {
        Track track = tracks.add();
        track.set(id, role, label, confidence, sighting);
        track.place(0, 0, 0, 0);
        track.move(0, 0, header.mediaNanos, header.mediaNanos);
        return this;
    }

    /**
     * Places the track added last.
     *
     * @param left normalised
     * @param top normalised
     * @param right normalised, at least {@code left}
     * @param bottom normalised, at least {@code top}
     * @return this
     * @throws IllegalArgumentException if {@link Track#box()} would not be a box: such a one must not reach a detector
     */
    public SceneBuilder place(double left, double top, double right, double bottom) {
        // What Box refuses; NaN and infinities fail one of the three.
        if (!(left <= right && top <= bottom && (right - left) * (bottom - top) <= Double.MAX_VALUE / 2)) {
            throw new IllegalArgumentException("not a box: [" + left + ", " + top + ", " + right + ", " + bottom + "]");
        }
        tracks.last().place(left, top, right, bottom);
        return this;
    }

    /**
     * Sets the motion and the times of the track added last.
     *
     * @param velocityX picture widths a second
     * @param velocityY picture heights a second
     * @param bornNanos media time of the first detection
     * @param matchedNanos media time of the last detection
     * @return this
     */
    public SceneBuilder move(double velocityX, double velocityY, long bornNanos, long matchedNanos) {
        tracks.last().move(velocityX, velocityY, bornNanos, matchedNanos);
        return this;
    }

    /**
     * Adds a detection that belongs to no track.
     *
     * @param detection the detection
     * @return this
     */
    public SceneBuilder detection(Detection detection) {
        detections.add(detection);
        return this;
    }

    /**
     * Adds a feature.
     *
     * @param key which
     * @param value its value
     * @param <T> its type
     * @return this
     */
    public <T> SceneBuilder feature(FeatureKey<T> key, T value) {
        features.put(key, key.type().cast(value));
        return this;
    }

    /** Starts a new scene with all that another holds; grids are copied. */
    SceneBuilder copyOf(Scene scene) {
        begin(scene.cameraId(), scene.mediaNanos(), scene.wallNanos(), scene.aspect(), scene.pictureHeight());
        scene.tracks().forEach(track -> tracks.add().set(track));
        detections.addAll(scene.detections());
        scene.features().forEach((key, value) -> features.put(key, kept(value)));
        return this;
    }

    /** An immutable scene. */
    public Scene build() {
        TrackList copy = new TrackList();
        tracks.forEach(track -> copy.add().set(track));
        return new Scene(header.copy(), copy, List.copyOf(detections), Map.copyOf(features));
    }

    /** The scene over this builder's own memory: always the same object, valid until the next {@link #begin}. */
    public Scene lend() {
        return lent;
    }

    /** A list over tracks that are used again. */
    private static final class TrackList extends AbstractList<Track> implements RandomAccess {

        private final List<Track> pool = new ArrayList<>();
        private int count;

        Track add() {
            if (count == pool.size()) {
                pool.add(new Track());
            }
            return pool.get(count++);
        }

        Track last() {
            if (count == 0) {
                throw new IllegalStateException("no track was added yet");
            }
            return pool.get(count - 1);
        }

        @Override
        public Track get(int index) {
            if (index >= count) {
                throw new IndexOutOfBoundsException("track " + index + " of " + count);
            }
            return pool.get(index);
        }

        @Override
        public int size() {
            return count;
        }
    }

    private static Object kept(Object value) {
        if (value instanceof Grid grid) {
            return grid.copy();
        }
        return value instanceof Table table ? table.copy() : value;
    }
}
