package dev.vsa.scene;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one frame was perceived to hold.
 *
 * <p><b>Validity.</b> A scene from {@link SceneBuilder#build()} is immutable, valid for ever and safe for any number of
 * threads. A scene from {@link SceneBuilder#lend()}, such as the one an event detector observes in a running camera, is valid
 * until the call returns and on that thread only; {@link #copy()} keeps it.
 */
public final class Scene {

    private final Header header;
    private final List<Track> tracks;
    private final List<Detection> detections;
    private final Map<FeatureKey<?>, Object> features;

    Scene(Header header, List<Track> tracks, List<Detection> detections, Map<FeatureKey<?>, Object> features) {
        this.header = header;
        this.tracks = tracks;
        this.detections = detections;
        this.features = features;
    }

    /** The mutable head of a scene; owned by the builder. */
    static final class Header {
        String cameraId = "";
        long mediaNanos;
        long wallNanos;
        double aspect = 1;
        int pictureHeight = 1;

        Header copy() {
            Header h = new Header();
            h.cameraId = cameraId;
            h.mediaNanos = mediaNanos;
            h.wallNanos = wallNanos;
            h.aspect = aspect;
            h.pictureHeight = pictureHeight;
            return h;
        }
    }

    /** The camera that saw it. */
    public String cameraId() {
        return header.cameraId;
    }

    /** Media time, nanoseconds; greater than that of the camera's scene before. Timers run on it and on nothing else. */
    public long mediaNanos() {
        return header.mediaNanos;
    }

    /** Media time in seconds. */
    public double mediaSeconds() {
        return header.mediaNanos / 1e9;
    }

    /** The moment that the media time maps to; for people, never for timers. Allocates. */
    public Instant wallTime() {
        return Instant.ofEpochSecond(0, header.wallNanos);
    }

    /** {@link #wallTime()} as nanoseconds since 1970-01-01T00:00Z. */
    public long wallNanos() {
        return header.wallNanos;
    }

    /** Width over height of the picture as it is meant to be seen: what makes distances and angles isotropic. */
    public double aspect() {
        return header.aspect;
    }

    /**
     * Rows of the camera's picture, in pixels. The only pixel figure in a scene; it serves to tell whether an object is tall
     * enough to be judged, and nothing else.
     */
    public int pictureHeight() {
        return header.pictureHeight;
    }

    /** The objects that are being followed. Their order carries no meaning. */
    public List<Track> tracks() {
        return tracks;
    }

    /** What was found in this frame and belongs to no track. */
    public List<Detection> detections() {
        return detections;
    }

    /**
     * A feature, if it was computed for this frame.
     *
     * @param key which
     * @param <T> its type
     * @return its value, or null where nobody's needs name it or it could not be computed
     */
    public <T> @Nullable T feature(FeatureKey<T> key) {
        Object value = features.get(key);
        return value == null ? null : key.type().cast(value);
    }

    /** All features of this scene. */
    public Map<FeatureKey<?>, Object> features() {
        return features;
    }

    /** A scene that is valid for ever: this one's tracks, grids and tables copied, other features as they are. */
    public Scene copy() {
        return new SceneBuilder().copyOf(this).build();
    }
}
