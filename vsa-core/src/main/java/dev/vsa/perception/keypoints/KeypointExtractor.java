package dev.vsa.perception.keypoints;

import dev.vsa.frame.Frame;
import dev.vsa.perception.luma.Luma;
import dev.vsa.scene.BodyKeypoints;
import dev.vsa.scene.Role;
import dev.vsa.scene.Scene;
import dev.vsa.scene.Sighting;
import dev.vsa.scene.Table;
import dev.vsa.scene.Track;
import dev.vsa.spi.FeatureExtractor;
import dev.vsa.spi.TrackMemory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks at those persons of a camera who got low: {@link BodyKeypoints}. Whom and when depends on the tracks and on media time
 * alone. First come those who have not been looked at since they became low, then those whose last look is longest ago. The model is
 * loaded when there is somebody to look at for the first time.
 */
public final class KeypointExtractor implements FeatureExtractor<Table> {

    /** Looks a second of media time, at most, and how many may have been saved up. */
    static final double LOOKS_PER_SECOND = 5;

    static final double SAVED_UP = 2;
    /** How much larger than the longer side of the box the square is: what the model was trained on. */
    private static final double ROOM = 1.25;
    /** How long a person who was lost is looked for where he was lost. */
    private static final long LOST_NANOS = 5_000_000_000L;
    /** Rows below which a box is too small to look at. */
    private static final int LEAST_ROWS = 16;

    private final TrackMemory<Person> persons = new TrackMemory<>(Person::new);
    private final Table.Builder table = new Table.Builder(BodyKeypoints.COLUMNS);
    private @Nullable PoseNet net;
    private double looks = SAVED_UP;
    private long lastNanos = Person.NEVER;
    private boolean closed;

    /**
     * Creates one for a camera.
     *
     * @param luma of the camera; not needed
     */
    public KeypointExtractor(Luma luma) {}

    @Override
    public @Nullable Table extract(Frame frame, Scene scene) {
        long now = scene.mediaNanos();
        looks = lastNanos == Person.NEVER
                ? SAVED_UP
                : Math.min(SAVED_UP, looks + LOOKS_PER_SECOND * Math.max(0, now - lastNanos) / 1e9);
        lastNanos = now;
        see(scene, now);
        table.clear();
        while (looks >= 1) {
            int next = next(scene, now);
            if (next < 0) {
                break;
            }
            looks--;
            look(frame, persons.idAt(next), persons.at(next), scene.aspect());
            persons.at(next).looked(now);
        }
        Table made = table.lend();
        return made.rows() == 0 ? null : made;
    }

    private void see(Scene scene, long now) {
        List<Track> tracks = scene.tracks();
        for (int i = 0; i < tracks.size(); i++) {
            Track t = tracks.get(i);
            if (t.role() == Role.PERSON && t.sighting() != Sighting.COASTED) {
                Person person = persons.find(t.id());
                if (person == null) {
                    person = persons.add(t.id());
                    person.begin();
                }
                person.see(t, scene.aspect(), now);
            }
        }
        for (int i = persons.size() - 1; i >= 0; i--) {
            if (now - persons.at(i).seenNanos > LOST_NANOS || now < persons.at(i).seenNanos) {
                persons.removeAt(i);
            }
        }
    }

    /** Whom to look at next; −1 if nobody is due. */
    private int next(Scene scene, long now) {
        int best = -1;
        for (int i = 0; i < persons.size(); i++) {
            Person p = persons.at(i);
            boolean large = (p.bottom - p.top) * scene.pictureHeight() >= LEAST_ROWS;
            if (large && p.due(now) && (best < 0 || before(i, best))) {
                best = i;
            }
        }
        return best;
    }

    private boolean before(int a, int b) {
        long lookedA = persons.at(a).lookedNanos;
        long lookedB = persons.at(b).lookedNanos;
        return lookedA < lookedB || (lookedA == lookedB && persons.idAt(a) < persons.idAt(b));
    }

    private void look(Frame frame, long track, Person p, double aspect) {
        if (closed) {
            throw new IllegalStateException("the extractor is closed");
        }
        PoseNet model = net;
        if (model == null) {
            model = new PoseNet();
            net = model;
        }
        double width = (p.right - p.left) * aspect;
        double side = ROOM * Math.max(width, p.bottom - p.top);
        double left = (p.left + p.right) / 2 - side / 2 / aspect;
        model.look(frame, track, left, (p.top + p.bottom) / 2 - side / 2, side, table);
    }

    @Override
    public void reset() {
        persons.clear();
        lastNanos = Person.NEVER;
        table.clear();
    }

    @Override
    public void close() {
        closed = true;
        if (net != null) {
            net.close();
            net = null;
        }
    }
}
