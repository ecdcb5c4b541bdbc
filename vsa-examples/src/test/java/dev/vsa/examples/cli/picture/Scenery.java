package dev.vsa.examples.cli.picture;

import dev.vsa.config.CameraConfig;
import dev.vsa.event.Alert;
import dev.vsa.event.EventType;
import dev.vsa.event.Explanation;
import dev.vsa.event.MarginSample;
import dev.vsa.event.Measure;
import dev.vsa.event.Provenance;
import dev.vsa.event.Subject;
import dev.vsa.frame.Frame;
import dev.vsa.frame.FrameSource;
import dev.vsa.frame.PixelFormat;
import dev.vsa.geometry.Box;
import dev.vsa.geometry.Heading;
import dev.vsa.geometry.Zone;
import dev.vsa.scene.Role;
import dev.vsa.scene.Scene;
import dev.vsa.scene.SceneBuilder;
import dev.vsa.scene.Sighting;
import dev.vsa.spi.DetectorContext;
import dev.vsa.spi.EventDetector;
import dev.vsa.spi.EventDetectorProvider;
import dev.vsa.spi.Needs;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A camera, scenes and alerts to be drawn and told of. */
public final class Scenery {

    public static final int WIDTH = 320;
    public static final int HEIGHT = 240;

    /** The left half of the picture. */
    public static final Zone LEFT = Zone.of("left", 0, 0, 0.5, 0, 0.5, 1, 0, 1);

    private Scenery() {}

    /** Parameters with a zone and a heading, as a detector's are. */
    public record Way(Zone zone, Heading heading) {}

    /** A detector that is only asked about itself. */
    public record Provider() implements EventDetectorProvider<Way> {

        @Override
        public String id() {
            return "wrong-way";
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        public EventType signals() {
            return EventType.WRONG_WAY;
        }

        @Override
        public Class<Way> parameters() {
            return Way.class;
        }

        @Override
        public Needs needs(Way parameters) {
            return Needs.tracks(Set.of(Role.PERSON), 1, 0);
        }

        @Override
        public EventDetector create(Way parameters, DetectorContext context) {
            throw new UnsupportedOperationException();
        }
    }

    /** A camera with a rule over the left half. */
    public static CameraConfig camera() {
        return CameraConfig.builder("cam", Scenery::noSource)
                .zone(LEFT)
                .rule(new Provider(), new Way(LEFT, new Heading(1, 0)))
                .build();
    }

    private static FrameSource noSource() {
        throw new UnsupportedOperationException();
    }

    /** A scene with one person. */
    public static Scene person(long id, Box box, long mediaNanos) {
        return of(Role.PERSON, id, box, mediaNanos);
    }

    /** A scene with one object. */
    public static Scene of(Role role, long id, Box box, long mediaNanos) {
        SceneBuilder builder = new SceneBuilder();
        builder.begin("cam", mediaNanos, 0, (double) WIDTH / HEIGHT, HEIGHT);
        builder.track(id, role, "thing", 0.9, Sighting.MATCHED)
                .place(box.left(), box.top(), box.right(), box.bottom())
                .move(0, 0, 0, mediaNanos);
        return builder.build();
    }

    /** An alert about a person in the left half. */
    public static Alert alert(int number, long track, Box box, long raisedNanos) {
        long onset = raisedNanos - 1_500_000_000L;
        return new Alert(
                "cam/wrong-way/left/" + number,
                "cam",
                "wrong-way",
                EventType.WRONG_WAY,
                "left",
                Alert.Phase.RAISED,
                onset,
                raisedNanos,
                raisedNanos,
                Instant.EPOCH.plusNanos(raisedNanos),
                Optional.empty(),
                List.of(new Subject(track, Role.PERSON, box)),
                List.of(new MarginSample(onset, 0.2), new MarginSample(raisedNanos, 1.4)),
                new Explanation(
                        "A person goes against the way & <fast>.",
                        List.of(
                                new Measure("distance", 2.1, 1.5, "object heights"),
                                Measure.of("speed", 0.8, "object heights/s"))),
                List.of(),
                new Provenance("wrong-way", "1", "model-x", "c0ffee", "0.1"));
    }

    /** A frame of one gray. */
    public static Frame frame(int gray, long mediaNanos, Runnable release) {
        ByteBuffer luma = ByteBuffer.allocateDirect(WIDTH * HEIGHT);
        for (int i = 0; i < luma.capacity(); i++) {
            luma.put(i, (byte) gray);
        }
        Frame.Layout layout = Frame.Layout.packed(PixelFormat.GRAY8, WIDTH, HEIGHT);
        return Frame.wrap(layout, List.of(luma), mediaNanos, 0, release);
    }
}
