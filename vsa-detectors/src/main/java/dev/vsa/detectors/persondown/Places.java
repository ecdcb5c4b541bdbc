package dev.vsa.detectors.persondown;

import dev.vsa.detectors.following.Spot;
import dev.vsa.geometry.PreparedPolygon;
import dev.vsa.geometry.Zone;
import dev.vsa.scene.Scene;
import dev.vsa.spi.StateReader;
import dev.vsa.spi.StateWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Those who are down in a zone. */
final class Places {

    /** More persons on the ground at once than this are another event. */
    private static final int MOST = 64;
    /** From which share of common area on two boxes are one who lies. */
    private static final double SAME = 0.4;

    private final PreparedPolygon zone;
    private final List<Fallen> all = new ArrayList<>();

    Places(Zone zone) {
        this.zone = PreparedPolygon.of(zone.polygon());
    }

    /** Those who are down; the list itself. */
    List<Fallen> all() {
        return all;
    }

    /** The one whom a body is followed as. */
    @Nullable Fallen of(Body body) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).body == body.number) {
                return all.get(i);
            }
        }
        return null;
    }

    /** The one who lies in a box; the one who fills most of it if several do. */
    @Nullable Fallen at(Spot box) {
        Fallen found = null;
        double most = SAME;
        for (int i = 0; i < all.size(); i++) {
            double overlap = all.get(i).overlap(box.left, box.top, box.right, box.bottom);
            if (overlap > most || (overlap == most && found != null && all.get(i).key < found.key)) {
                most = overlap;
                found = all.get(i);
            }
        }
        return found;
    }

    /** The one of that key. */
    @Nullable Fallen known(long key) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).key == key) {
                return all.get(i);
            }
        }
        return null;
    }

    /**
     * Takes notice of one who is down, unless he is known, lies elsewhere than in the zone, or on another one.
     *
     * @param body what is remembered of him
     * @param box where he lies
     * @param scene the scene
     * @param now the steady clock
     * @param follower the number of the body that lies there, or {@link Fallen#NOBODY}
     */
    void begin(Body body, Spot box, Scene scene, long now, long follower) {
        double middle = (box.left + box.right) / 2;
        boolean inside = zone.contains(middle, box.bottom) || zone.contains(middle, (box.top + box.bottom) / 2);
        if (!inside || known(body.number) != null || at(box) != null || all.size() >= MOST) {
            return;
        }
        Fallen fallen = new Fallen();
        fallen.begin(body, follower == body.number, scene.mediaNanos(), now);
        fallen.lieIn(box.left, box.top, box.right, box.bottom);
        fallen.body = follower;
        all.add(fallen);
    }

    void snapshot(StateWriter out) {
        out.putInt(all.size());
        all.forEach(fallen -> fallen.snapshot(out));
    }

    void restore(StateReader in) {
        all.clear();
        for (int left = in.count(); left > 0; left--) {
            Fallen fallen = new Fallen();
            fallen.restore(in);
            all.add(fallen);
        }
    }
}
