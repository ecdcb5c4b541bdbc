package dev.vsa.testkit;

import dev.vsa.scene.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody or something that moves through a {@link Scenario}, and how well a tracker sees it.
 *
 * <p>Its feet follow waypoints in a straight line and at an even pace from each to the next; it is in the picture from the
 * first waypoint's time to the last one's. Immutable: each method gives a changed copy.
 */
public final class Actor {

    private final Look look;
    private final List<Waypoint> path;
    private final List<Span> hidden;
    private final List<Span> held;
    private final List<Renaming> renamings;
    private final Faults faults;

    /** What it is: the track's number, role, label and confidence, and its size in picture heights. */
    record Look(long id, Role role, String label, double confidence, double width, double height) {}

    /** Where its feet are at a second, and how large it is then, as factors on its height and width. */
    record Waypoint(double second, double x, double y, double factor, double broad) {}

    /** From a second on, until before another. */
    record Span(double from, double to) {
        boolean holds(double second) {
            return second >= from && second < to;
        }
    }

    /** From a second on it has another number or role. */
    record Renaming(double second, Look look) {}

    /** How badly it is seen: standard deviation of each side of its box in object heights, and share of scenes missed. */
    record Faults(double jitter, double missed) {}

    private Actor(
            Look look,
            List<Waypoint> path,
            List<Span> hidden,
            List<Span> held,
            List<Renaming> renamings,
            Faults faults) {
        this.look = look;
        this.path = List.copyOf(path);
        this.hidden = List.copyOf(hidden);
        this.held = List.copyOf(held);
        this.renamings = List.copyOf(renamings);
        this.faults = faults;
    }

    /**
     * A standing person, a fifth of the picture's height tall.
     *
     * @param id the number of the track
     */
    public static Actor person(long id) {
        return of(id, Role.PERSON, "person").sized(0.08, 0.2);
    }

    /**
     * A car seen from the side, a tenth of the picture's height tall.
     *
     * @param id the number of the track
     */
    public static Actor vehicle(long id) {
        return of(id, Role.VEHICLE, "car").sized(0.28, 0.1);
    }

    /**
     * Something that moves and that no model has named, as large as a car from above.
     *
     * @param id the number of the track
     */
    public static Actor moving(long id) {
        return of(id, Role.MOVING, "moving").sized(0.25, 0.15);
    }

    /**
     * Anything.
     *
     * @param id the number of the track
     * @param role its role
     * @param label the model's word
     */
    public static Actor of(long id, Role role, String label) {
        return new Actor(
                new Look(id, role, label, 0.8, 0.1, 0.1), List.of(), List.of(), List.of(), List.of(), new Faults(0, 0));
    }

    /**
     * Sets the size, both in picture <em>heights</em>, so that it does not depend on the shape of the picture.
     *
     * @param width width of the box
     * @param height height of the box
     */
    public Actor sized(double width, double height) {
        return with(new Look(look.id, look.role, look.label, look.confidence, width, height));
    }

    /**
     * Sets the model's confidence.
     *
     * @param confidence 0 to 1
     */
    public Actor confident(double confidence) {
        return with(new Look(look.id, look.role, look.label, confidence, look.width, look.height));
    }

    /**
     * Adds a waypoint.
     *
     * @param second when; later than the waypoint before
     * @param x where its feet are, normalised
     * @param y where its feet are, normalised
     */
    public Actor at(double second, double x, double y) {
        return at(second, x, y, 1);
    }

    /**
     * Adds a waypoint at which it appears larger or smaller: nearer or farther.
     *
     * @param second when; later than the waypoint before
     * @param x where its feet are, normalised
     * @param y where its feet are, normalised
     * @param factor its size as a factor on {@link #sized}
     */
    public Actor at(double second, double x, double y, double factor) {
        return at(second, x, y, factor, factor);
    }

    /**
     * Adds a waypoint at which it has another shape: somebody who bends, sits or lies.
     *
     * @param second when; later than the waypoint before
     * @param x where the middle of its lower side is, normalised
     * @param y where its lower side is, normalised
     * @param high its height as a factor on that of {@link #sized}
     * @param broad its width as a factor on that of {@link #sized}
     */
    public Actor at(double second, double x, double y, double high, double broad) {
        if (!path.isEmpty() && !(second > path.get(path.size() - 1).second)) {
            throw new IllegalArgumentException("waypoints follow one another in time; " + second + " s does not");
        }
        return new Actor(look, plus(path, new Waypoint(second, x, y, high, broad)), hidden, held, renamings, faults);
    }

    /**
     * Stays at the last waypoint.
     *
     * @param second until when
     */
    public Actor stays(double second) {
        Waypoint last = path.get(path.size() - 1);
        return at(second, last.x, last.y, last.factor, last.broad);
    }

    /**
     * Makes it appear as large as perspective has it: its waypoints' factors are multiplied by those of a flat ground.
     *
     * @param horizon where the ground ends, normalised; all waypoints are below it
     * @param nearest the factor of its size at the picture's lower edge
     */
    public Actor inPerspective(double horizon, double nearest) {
        List<Waypoint> seen = path.stream()
                .map(w -> {
                    double size = nearest * (w.y - horizon) / (1 - horizon);
                    return new Waypoint(w.second, w.x, w.y, size * w.factor, size * w.broad);
                })
                .toList();
        return new Actor(look, seen, hidden, held, renamings, faults);
    }

    /**
     * Cannot be seen for a while: its track coasts, then vanishes, and has the same number afterwards.
     *
     * @param from second
     * @param to second
     */
    public Actor hidden(double from, double to) {
        return new Actor(look, path, plus(hidden, new Span(from, to)), held, renamings, faults);
    }

    /**
     * Is held by the tracker as standing still for a while, instead of being looked for.
     *
     * @param from second
     * @param to second
     */
    public Actor held(double from, double to) {
        return new Actor(look, path, hidden, plus(held, new Span(from, to)), renamings, faults);
    }

    /**
     * Has another number from a moment on, as after a tracker's mistake.
     *
     * @param second when
     * @param id the new number
     */
    public Actor renumbered(double second, long id) {
        Look before = lookAt(second);
        Look after = new Look(id, before.role, before.label, before.confidence, before.width, before.height);
        return new Actor(look, path, hidden, held, plus(renamings, new Renaming(second, after)), faults);
    }

    /**
     * Is taken for something else from a moment on.
     *
     * @param second when
     * @param role the new role
     * @param label the new label
     */
    public Actor becoming(double second, Role role, String label) {
        Look before = lookAt(second);
        Look after = new Look(before.id, role, label, before.confidence, before.width, before.height);
        return new Actor(look, path, hidden, held, plus(renamings, new Renaming(second, after)), faults);
    }

    /**
     * Its box trembles.
     *
     * @param deviation standard deviation of each side, in object heights
     */
    public Actor jitter(double deviation) {
        return new Actor(look, path, hidden, held, renamings, new Faults(deviation, faults.missed));
    }

    /**
     * The model misses it now and then; its track coasts meanwhile.
     *
     * @param share of the scenes, 0 to 1
     */
    public Actor missed(double share) {
        return new Actor(look, path, hidden, held, renamings, new Faults(faults.jitter, share));
    }

    Look lookAt(double second) {
        Look now = look;
        for (Renaming renaming : renamings) {
            now = second >= renaming.second ? renaming.look : now;
        }
        return now;
    }

    boolean present(double second) {
        return !path.isEmpty() && second >= path.get(0).second && second <= path.get(path.size() - 1).second;
    }

    boolean hiddenAt(double second) {
        return hidden.stream().anyMatch(span -> span.holds(second));
    }

    boolean heldAt(double second) {
        return held.stream().anyMatch(span -> span.holds(second));
    }

    Faults faults() {
        return faults;
    }

    /** Where it is; the ends of the path hold before and after it. */
    Waypoint where(double second) {
        Waypoint before = path.get(0);
        for (Waypoint after : path) {
            if (after.second >= second) {
                double span = after.second - before.second;
                double t = span > 0 ? Math.max(0, (second - before.second) / span) : 0;
                return new Waypoint(
                        second,
                        before.x + t * (after.x - before.x),
                        before.y + t * (after.y - before.y),
                        before.factor + t * (after.factor - before.factor),
                        before.broad + t * (after.broad - before.broad));
            }
            before = after;
        }
        return before;
    }

    private Actor with(Look newLook) {
        return new Actor(newLook, path, hidden, held, renamings, faults);
    }

    private static <T> List<T> plus(List<T> list, T item) {
        List<T> longer = new ArrayList<>(list);
        longer.add(item);
        return longer;
    }
}
