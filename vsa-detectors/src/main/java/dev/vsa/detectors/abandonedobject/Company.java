package dev.vsa.detectors.abandonedobject;

import dev.vsa.detectors.abandonedobject.Item.Whereabouts;
import dev.vsa.spi.TrackMemory;

/**
 * Who may have brought an item, and where he is now. Nobody is ever told apart by his looks: only by where he was, and when.
 */
final class Company {

    private static final long SECOND = 1_000_000_000L;
    /** A thing is known to stand still some seconds after it was put down. */
    private static final long BEFORE_NANOS = 3 * SECOND;

    private static final double REACH = 0.15;
    private static final long LOST_NANOS = 2 * SECOND;
    /** Nobody who stands in sight is overlooked for longer than this; one who sits or lies may be, and is {@link Walker#mayBe}. */
    private static final long UNSEEN_NANOS = 60 * SECOND;

    private static final double HEIR_HEIGHTS = 1;
    /** Nearer than this he is as far from the camera as the thing, and as tall as one who stands there. */
    private static final double BESIDE_HEIGHTS = 0.7;
    /** One who is smaller, or taller, by this factor stands farther from the camera than the thing, or nearer. */
    private static final double SAME_DEPTH = 1.33;

    private static final long STANDING_NANOS = 2 * SECOND;

    private final TrackMemory<Walker> walkers;
    private final double distance;

    Company(TrackMemory<Walker> walkers, double distance) {
        this.walkers = walkers;
        this.distance = distance;
    }

    /** Who was there when it came about, and who touched it last. */
    void find(Item item, double aspect, long now, long scene) {
        boolean fresh = now - item.sinceNanos <= Walker.TRAIL_NANOS && item.aloneNanos == Item.NEVER;
        for (int i = 0; i < walkers.size(); i++) {
            Walker walker = walkers.at(i);
            if (!walker.carries(aspect) || walker.thing() || (item.luggage && !walker.person)) {
                continue;
            }
            long number = walkers.idAt(i);
            if (fresh && !item.knows(number) && walker.touched(item, item.sinceNanos - BEFORE_NANOS, REACH, aspect)) {
                item.add(number, walker.height);
            }
            if (walker.scene == scene) {
                if (item.knows(number) && walker.heightsFrom(item, aspect) <= BESIDE_HEIGHTS) {
                    item.yardstick = Math.max(item.yardstick, walker.height); // he bent when he put it down
                }
                if (walker.touched(item, now - SECOND, REACH, aspect)) {
                    item.toucher = number;
                    item.touchedNanos = now;
                }
            }
        }
    }

    /** Whether somebody looks after it: one who may have brought it, or anybody who stays beside it. */
    boolean attends(Item item, double aspect, long now, long scene) {
        boolean left = false;
        boolean here = false;
        for (int k = item.bringers - 1; k >= 0; k--) {
            Whereabouts where = whereabouts(item, k, aspect, now, scene);
            if (where == Whereabouts.NOBODY) {
                item.drop(k);
                continue;
            }
            item.whereabouts[k] = where;
            left |= where == Whereabouts.AWAY;
            here |= where == Whereabouts.NEAR || where == Whereabouts.LOST;
        }
        for (int i = 0; i < walkers.size() && !here; i++) {
            Walker walker = walkers.at(i);
            here = walker.scene == scene
                    && walker.person
                    && walker.standing(now, STANDING_NANOS)
                    && walker.height <= SAME_DEPTH * item.yardstick
                    && walker.tallest >= item.yardstick / SAME_DEPTH
                    && walker.heightsFrom(item, aspect) <= distance;
        }
        return here || !left;
    }

    private Whereabouts whereabouts(Item item, int k, double aspect, long now, long scene) {
        Walker walker = walkers.find(item.bringer[k]);
        Whereabouts before = item.whereabouts[k];
        if (walker == null) {
            boolean known = before == Whereabouts.AWAY || before == Whereabouts.UNSEEN;
            return known ? before : overlooked(item, k, now);
        }
        if (walker.thing()) {
            return Whereabouts.NOBODY;
        }
        item.seenAtNanos[k] = walker.seenNanos;
        if (walker.heightsFrom(item, aspect) > distance) {
            return Whereabouts.AWAY;
        }
        if (walker.scene == scene || now - walker.seenNanos <= LOST_NANOS) {
            return Whereabouts.NEAR;
        }
        item.mayBe[k] = walker.mayBe(item);
        if (before == Whereabouts.AWAY) {
            return before;
        }
        if (item.mayBe[k]) {
            return Whereabouts.LOST; // whatever else turns up here: what is seen here may be himself
        }
        if (walker.walksOff()) {
            return Whereabouts.AWAY;
        }
        if (walker.host != Walker.NOBODY) {
            return succeed(item, k, walker.host);
        }
        long heir = heir(item, walker, aspect);
        return heir == Walker.NOBODY ? overlooked(item, k, now) : succeed(item, k, heir);
    }

    /** One who cannot be the thing itself is not overlooked for ever, but neither was he seen to go. */
    private static Whereabouts overlooked(Item item, int k, long now) {
        boolean gone = now - item.seenAtNanos[k] > UNSEEN_NANOS;
        return gone && !item.mayBe[k] ? Whereabouts.UNSEEN : Whereabouts.LOST;
    }

    /** From now on another number counts for this one: that of the same person. */
    private static Whereabouts succeed(Item item, int k, long number) {
        if (item.knows(number)) {
            return Whereabouts.NOBODY;
        }
        item.bringer[k] = number;
        return Whereabouts.NEAR;
    }

    /** One who turned up where the other was lost, soon after, is he. */
    private long heir(Item item, Walker lost, double aspect) {
        for (int i = 0; i < walkers.size(); i++) {
            Walker walker = walkers.at(i);
            long wait = walker.firstNanos - lost.seenNanos;
            double dx = (walker.left + walker.right - lost.left - lost.right) / 2 * aspect;
            double dy = walker.bottom - lost.bottom;
            boolean near = Math.sqrt(dx * dx + dy * dy) <= HEIR_HEIGHTS * lost.tallest
                    || walker.touched(item, lost.seenNanos, HEIR_HEIGHTS, aspect);
            boolean soon = wait >= -LOST_NANOS && wait <= 2 * LOST_NANOS;
            if (walker != lost && soon && near && walker.carries(aspect)) {
                return walkers.idAt(i);
            }
        }
        return Walker.NOBODY;
    }

    /** Notes in whose box a new one came up, if in anybody's; one who is still there when that one has gone is no part of him. */
    void tellParts(Walker walker, double aspect, long now, long scene) {
        if (walker.fresh(now)) {
            walker.host = hostOf(walker, now);
        } else if (walker.host != Walker.NOBODY) {
            Walker host = walkers.find(walker.host);
            if (host != null && host.scene == scene && host.heightsApart(walker, aspect) > HEIR_HEIGHTS) {
                walker.host = Walker.NOBODY;
            }
        }
    }

    private long hostOf(Walker fresh, long now) {
        for (int i = 0; i < walkers.size(); i++) {
            Walker other = walkers.at(i);
            boolean here = now - other.seenNanos <= LOST_NANOS;
            if (other != fresh && here && other.person && other.came && other.shares(fresh)) {
                return walkers.idAt(i);
            }
        }
        return Walker.NOBODY;
    }
}
