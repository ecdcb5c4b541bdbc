package dev.vsa.alert;

import dev.vsa.event.Blindness;
import dev.vsa.geometry.Zone;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stretches in which a rule could not judge, by place: told once when one begins and once when it ends. */
final class BlindSpots {

    private final RuleDesk.Identity identity;
    private final List<Spot> spots = new ArrayList<>();

    BlindSpots(RuleDesk.Identity identity) {
        this.identity = identity;
    }

    private static final class Spot {
        final String place;
        final String reason;
        final long fromNanos;
        long saidNanos;

        Spot(String place, String reason, long fromNanos) {
            this.place = place;
            this.reason = reason;
            this.fromNanos = fromNanos;
        }
    }

    boolean isEmpty() {
        return spots.isEmpty();
    }

    /** Notes that a place cannot be judged; tells of it if that is new. */
    @Nullable Blindness say(String place, String reason, long nowNanos) {
        for (int i = 0; i < spots.size(); i++) {
            Spot spot = spots.get(i);
            if (spot.place.equals(place) && spot.reason.equals(reason)) {
                spot.saidNanos = nowNanos;
                return null;
            }
        }
        Spot spot = new Spot(place, reason, nowNanos);
        spot.saidNanos = nowNanos;
        spots.add(spot);
        return blindness(spot, nowNanos, false);
    }

    /** What is said now of a place, or of the whole picture. */
    List<String> reasons(String place, long nowNanos) {
        if (spots.isEmpty()) {
            return List.of();
        }
        return spots.stream()
                .filter(spot -> spot.saidNanos == nowNanos)
                .filter(spot -> spot.place.equals(place) || spot.place.equals(Zone.FRAME))
                .map(spot -> spot.reason)
                .distinct()
                .toList();
    }

    /** Takes out one spot that was not said again at this time, or any if all are over; null when there is none left. */
    @Nullable Blindness takeOver(long nowNanos, boolean all) {
        for (int i = 0; i < spots.size(); i++) {
            if (all || spots.get(i).saidNanos != nowNanos) {
                return blindness(spots.remove(i), nowNanos, true);
            }
        }
        return null;
    }

    private Blindness blindness(Spot spot, long nowNanos, boolean over) {
        return new Blindness(
                identity.cameraId(), identity.rule(), spot.place, spot.reason, spot.fromNanos, nowNanos, over);
    }
}
