package dev.vsa.detectors.zoneintrusion;

import dev.vsa.detectors.following.Continuity;
import dev.vsa.event.EndCause;
import dev.vsa.spi.Signals;
import dev.vsa.spi.TrackMemory;

/**
 * Who goes on with whose stay. Whoever turns up inside where somebody was just lost goes on with that stay, unless he was seen to
 * walk in; and so does whoever comes in where somebody just went out, since two who swap numbers look like that. So neither a new
 * number nor two swapped ones alert twice. And whoever appears in the middle of the zone out of the box of one who is in it came
 * in with him: one occurrence for both.
 */
final class Succession {

    /** How much earlier than another was lost its continuation may have begun: trackers overlap. */
    private static final long OVERLAP_NANOS = 500_000_000L;

    private final String place;
    private final TrackMemory<Stay> stays;

    Succession(String place, TrackMemory<Stay> stays) {
        this.place = place;
        this.stays = stays;
    }

    /** Lets stays that nobody is in any more go on in those who turned up in their place, the nearest first. */
    void connect(long scenes, long now, double aspect, Signals out) {
        boolean found = true;
        while (found) {
            Stay bestHeir = null;
            Stay bestVacant = null;
            double best = Double.POSITIVE_INFINITY;
            for (int h = 0; h < stays.size(); h++) {
                Stay heir = stays.at(h);
                for (int v = 0; canInherit(heir, scenes) && v < stays.size(); v++) {
                    Stay vacant = stays.at(v);
                    double sizes = vacant == heir ? Double.POSITIVE_INFINITY : apart(heir, vacant, aspect, now, scenes);
                    if (sizes < best || (sizes == best && bestHeir != null && heir.key < bestHeir.key)) {
                        best = sizes;
                        bestHeir = heir;
                        bestVacant = vacant;
                    }
                }
            }
            found = bestHeir != null && bestVacant != null;
            if (bestHeir != null && bestVacant != null) {
                out.end(place, bestHeir.key, EndCause.RULE);
                bestHeir.takeOver(bestVacant);
            }
        }
        for (int h = 0; h < stays.size(); h++) {
            Stay guest = stays.at(h);
            if (guest.staying && guest.scene == scenes && guest.firstNanos() == now && guest.bornInPicture()) {
                join(guest, now, scenes);
            }
        }
    }

    private static boolean canInherit(Stay heir, long scenes) {
        return heir.staying && !heir.signalled && !heir.joined && heir.scene == scenes;
    }

    /** How far an heir is from a vacant stay, in sizes; infinite if it cannot be its continuation. */
    private static double apart(Stay heir, Stay vacant, double aspect, long now, long scenes) {
        boolean lost = vacant.scene != scenes;
        boolean left = !lost && vacant.outsideSince != Stay.NEVER;
        if (!vacant.staying
                || !vacant.confirmed
                || !(lost || left)
                || (lost && (vacant.departing() || heir.walkedIn))
                || heir.beganNanos < vacant.lastInsideNanos - OVERLAP_NANOS
                || !Continuity.alike(heir, vacant)) {
            return Double.POSITIVE_INFINITY;
        }
        double sizes = lost
                ? heir.sizesFrom(vacant, aspect)
                : heir.distance(vacant.insideX, vacant.insideY, aspect) / Math.max(heir.size(), vacant.size());
        return Continuity.near(sizes, now - vacant.lastInsideNanos + vacant.interruptedNanos)
                ? sizes
                : Double.POSITIVE_INFINITY;
    }

    private void join(Stay guest, long now, long scenes) {
        Stay host = null;
        for (int i = 0; i < stays.size(); i++) {
            Stay other = stays.at(i);
            boolean better = host == null || other.key < host.key;
            if (other.staying && other.scene == scenes && other.firstNanos() < now && other.touches(guest) && better) {
                host = other;
            }
        }
        if (host != null) {
            guest.key = host.key;
            guest.joined = true;
        }
    }
}
