package dev.vsa.detectors.following;

import dev.vsa.scene.Role;
import dev.vsa.scene.Scene;
import dev.vsa.scene.Sighting;
import dev.vsa.scene.Track;
import dev.vsa.spi.Needs;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whom a rule is about: objects of the roles it names; and, where it names vehicles, what moves like one though no model has
 * named it. Immutable, thread-safe.
 */
public final class Subjects {

    /** How far round a named object what moves beside it belongs to it (a shadow, a bag), in its own heights. */
    private static final double BESIDE = 0.15;
    /** What share of the smaller box must be covered. */
    private static final double COVERED = 0.2;
    /** A named object much smaller than what moves does not explain it: the driver in a car from above. */
    private static final double COMPARABLE = 0.25;

    /** By what share of its pace, or of its size a second, it may differ from the named object's. */
    private static final double APART = 0.5;

    private static final double APART_SIZES = 0.3;

    /**
     * What goes somewhere by itself cannot be what these words mean: a car from above is a toilet, a suitcase or a cell phone
     * to every model tried. So they count as no name at all.
     */
    private static final Set<Role> UNNAMED = Collections.unmodifiableSet(EnumSet.of(Role.MOVING, Role.OTHER, Role.BAG));

    private final Set<Role> roles;
    private final boolean unclassified;
    private final double leastSide;

    /**
     * Creates it.
     *
     * @param roles the roles
     * @param unclassified whether what no model has named counts as a vehicle
     * @param leastSide how large that must be: the side of a square as large as its box, in picture heights
     * @throws IllegalArgumentException if there is no role, or one that is not an object's
     */
    public Subjects(Set<Role> roles, boolean unclassified, double leastSide) {
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("'subjects' names no role: nothing could ever be signalled");
        }
        for (Role role : roles) {
            if (!named(role)) {
                throw new IllegalArgumentException(
                        "'subjects' names '" + role.name().toLowerCase(Locale.ROOT)
                                + "'; only persons, vehicles and animals go anywhere by themselves");
            }
        }
        this.roles = EnumSet.copyOf(roles);
        this.unclassified = unclassified && roles.contains(Role.VEHICLE);
        this.leastSide = leastSide;
    }

    /** Whether a role is a name for something that goes anywhere by itself. */
    static boolean named(Role role) {
        return role == Role.PERSON || role == Role.VEHICLE || role == Role.ANIMAL;
    }

    /**
     * What a detector needs to judge them.
     *
     * @param minFps scenes a second
     * @param minObjectPixels rows that an object must span
     */
    public Needs needs(double minFps, int minObjectPixels) {
        EnumSet<Role> tracks = EnumSet.copyOf(roles);
        if (unclassified) {
            tracks.addAll(UNNAMED);
        }
        return Needs.tracks(tracks, minFps, minObjectPixels);
    }

    /**
     * Whether a track may become a subject.
     *
     * @param track the track
     */
    public boolean mayBe(Track track) {
        return roles.contains(track.role()) || (unclassified && UNNAMED.contains(track.role()));
    }

    /**
     * Whether an object is a subject by now.
     *
     * @param object the object
     */
    public boolean counts(Followed object) {
        return roles.contains(object.kind())
                || (unclassified
                        && object.kind() == Role.MOVING
                        && object.motion().proof().proved());
    }

    /**
     * How near an object is to being a subject, 0 to 1.
     *
     * @param object the object
     */
    public double progress(Followed object) {
        return roles.contains(object.kind())
                ? 1
                : unclassified && object.kind() == Role.MOVING
                        ? object.motion().proof().progress()
                        : 0;
    }

    /**
     * Takes account of a sighting: something unnamed comes nearer to being a subject, unless it belongs to a named object.
     *
     * @param object the object
     * @param track its track
     * @param scene the scene
     */
    public void see(Followed object, Track track, Scene scene) {
        if (object.kind() == Role.MOVING && unclassified && !explained(track, scene.tracks(), scene.aspect())) {
            double age = (scene.mediaNanos() - track.bornNanos()) / 1e9;
            double side = Math.sqrt(track.width() * scene.aspect() * track.height());
            object.motion().proof().add(object, age, side, leastSide);
        }
    }

    /** Whether a named object in the same scene is what moves here: its box lies there, and it goes along. */
    private static boolean explained(Track moving, List<Track> tracks, double aspect) {
        for (int i = 0; i < tracks.size(); i++) {
            Track named = tracks.get(i);
            if (named(named.role()) && covers(named, moving, aspect) && goesAlong(named, moving, aspect)) {
                return true;
            }
        }
        return false;
    }

    private static boolean covers(Track named, Track moving, double aspect) {
        double area = moving.width() * moving.height();
        double namedArea = named.width() * named.height();
        double aroundY = BESIDE * named.height();
        double aroundX = aroundY / aspect;
        double w = Math.min(moving.right(), named.right() + aroundX) - Math.max(moving.left(), named.left() - aroundX);
        double h = Math.min(moving.bottom(), named.bottom() + aroundY) - Math.max(moving.top(), named.top() - aroundY);
        return w > 0 && h > 0 && namedArea >= COMPARABLE * area && w * h >= COVERED * Math.min(area, namedArea);
    }

    /** A shadow has its owner's pace; a car that passes a pedestrian has not. */
    private static boolean goesAlong(Track named, Track moving, double aspect) {
        double size = Math.max(moving.height(), moving.width() * aspect);
        double dx = (named.velocityX() - moving.velocityX()) * aspect;
        double dy = named.velocityY() - moving.velocityY();
        return samePace(dx, dy, moving.velocityX() * aspect, moving.velocityY(), size);
    }

    /** Whether a difference of two velocities is small against one of them, or against an object's size; picture heights. */
    static boolean samePace(double dx, double dy, double x, double y, double size) {
        return Math.sqrt(dx * dx + dy * dy) <= Math.max(APART * Math.sqrt(x * x + y * y), APART_SIZES * size);
    }

    /**
     * Whether a track was seen in this scene, not merely expected.
     *
     * @param track the track
     */
    public static boolean seen(Track track) {
        return track.sighting() != Sighting.COASTED;
    }

    /**
     * What to call an object in a sentence.
     *
     * @param object the object
     * @return as in "A person"
     */
    public static String called(Followed object) {
        return switch (object.kind()) {
            case PERSON -> "A person";
            case VEHICLE -> "A vehicle";
            case ANIMAL -> "An animal";
            default -> "A moving object (taken for a vehicle)";
        };
    }
}
