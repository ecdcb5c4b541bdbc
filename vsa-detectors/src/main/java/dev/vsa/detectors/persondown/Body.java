package dev.vsa.detectors.persondown;

import dev.vsa.detectors.following.Spot;
import dev.vsa.geometry.GroundPlane;
import dev.vsa.scene.Role;
import dev.vsa.scene.Track;
import dev.vsa.spi.StateReader;
import dev.vsa.spi.StateWriter;
import org.jspecify.annotations.Nullable;

/** What is remembered of one person: how tall he is upright and where he stood, and how he looks now. Sightings alone change it. */
final class Body {

    static final long NEVER = Long.MIN_VALUE;

    /** Width over height of somebody upright: walking in stride at most. */
    private static final double SLIM = 0.75;
    /** Of somebody who surely stands or walks, and does not sit. */
    private static final double STANDING = 0.5;
    /** The share of the upright height down to which somebody is upright. */
    private static final double TALL = 0.8;
    /** Somebody who straightens up is believed at once; one who shrinks as he walks away within a second; a sitting one is not. */
    private static final double RISE_SECONDS = 0.2;

    private static final double SHRINK_SECONDS = 1;
    private static final double SETTLE_SECONDS = 8;
    /** Longest step that counts as having been seen throughout. */
    private static final double LONGEST_STEP = 0.5;
    /** Boxes that have less in common after a stretch out of sight belong to two persons. */
    private static final double SAME = 0.35;
    /** What lies this near to the picture's edge may be cut off by it. */
    private static final double EDGE = 0.015;

    private static final double SPEED_SECONDS = 0.15;
    /** How long keypoints tell his posture, and how alike his box must be to the one that was looked at. */
    private static final long TILT_NANOS = 1_500_000_000L;

    private static final double LOOKED_AT = 0.5;
    /** The longest time out of sight in the midst of a fall. */
    private static final long FALL_NANOS = 1_000_000_000L;

    long number;
    long trackId;
    long scene;
    long seenNanos;
    Role role = Role.OTHER;
    double left;
    double top;
    double right;
    double bottom;
    /** The upright height in picture heights, 0 while unknown, and where the feet and the middle were then. */
    double tall;

    double footX;
    double foot;
    /** When he was last seen upright, and for how many seconds in all. */
    long uprightNanos;

    double uprightSeconds;
    /** How high he reaches over the ground and how much he looks like lying; NaN and 0 while the upright height is unknown. */
    double low;

    double lying;
    /** Width over height of his box. */
    double flat;

    boolean upright;
    /** How fast his highest part comes down, upright heights a second, smoothed. */
    double dropping;
    /** Tilt of the trunk by keypoints, degrees, and when it was measured. */
    double tilt;

    long tiltNanos;
    /** Whether the keypoints showed him lying with his head towards the camera. */
    boolean headFirst;
    /** His box when they were looked at, and scratch paper. */
    private final Spot looked = new Spot();

    private final Spot scratch = new Spot();
    /** Whether he is too far from where he was before to be the same one. */
    boolean jumped;
    /** Seconds between the last two sightings, as far as they count. */
    double step;

    void begin(long newNumber, Track track, long newScene, long now) {
        number = newNumber;
        trackId = track.id();
        scene = newScene;
        seenNanos = now;
        step = 0;
        forget();
        place(track);
    }

    private void forget() {
        tall = 0;
        footX = 0;
        foot = 0;
        uprightNanos = NEVER;
        uprightSeconds = 0;
        low = Double.NaN;
        lying = 0;
        flat = 0;
        upright = false;
        dropping = 0;
        tilt = Double.NaN;
        tiltNanos = NEVER;
        headFirst = false;
        jumped = false;
    }

    private void place(Track track) {
        role = track.role();
        left = track.left();
        top = track.top();
        right = track.right();
        bottom = track.bottom();
    }

    /**
     * A further sighting.
     *
     * @param track as which he was seen
     * @param newScene the scene's number; a scene between without him makes a jump possible
     * @param now the steady clock
     */
    void follow(Track track, long newScene, long now) {
        double seconds = (now - seenNanos) / 1e9;
        boolean gap = newScene > scene + 1;
        double common = box(scratch).iou(track.left(), track.top(), track.right(), track.bottom());
        double fell = track.top() - top;
        boolean falls = tall > 0 && goingDown() && fell > 0 && common > 0 && now - seenNanos <= FALL_NANOS;
        jumped = gap && common < SAME && !falls;
        if (jumped) {
            forget();
            jumped = true;
        } else if (tall > 0 && seconds > 0) {
            double share = seconds / (SPEED_SECONDS + seconds);
            dropping += share * (fell / seconds / tall - dropping);
        }
        place(track);
        if (tiltNanos == now) {
            box(looked);
        }
        scene = newScene;
        seenNanos = now;
        step = Math.min(LONGEST_STEP, seconds);
    }

    /**
     * Judges the posture.
     *
     * @param aspect the picture's
     * @param leastTall the upright height below which nobody is judged, picture heights
     * @param ground the ground plane, if the camera is calibrated
     */
    void judge(double aspect, double leastTall, @Nullable GroundPlane ground) {
        double width = (right - left) * aspect;
        double height = bottom - top;
        boolean sound = height > 0 && width > 0 && Double.isFinite(width) && Double.isFinite(height);
        flat = sound ? width / height : 0;
        boolean slim = sound && role == Role.PERSON && width <= SLIM * height && height >= leastTall;
        if (slim && tall == 0) {
            tall = height;
        }
        if (tall == 0 || !sound) {
            low = Double.NaN;
            lying = 0;
            upright = false;
            return;
        }
        double here = tall * scale(ground);
        boolean upsideDown = headFirst && fresh();
        upright = slim && height >= TALL * here && !upsideDown;
        if (upright) {
            learn(width, height);
            here = tall;
        }
        double nearer = ground == null ? Posture.nearer(bottom, foot, tall) : 1;
        low = Math.max(height, foot - top) / here;
        // The scale is but a bound: it may judge a whole shape, and not by itself how low somebody is.
        double least = Math.max(height / nearer, foot - top) / here;
        double byBox = byOutline(box(scratch), aspect, here, nearer);
        double byBody = upsideDown ? Posture.headFirst((foot - top) / here) : Posture.lying(byBox, least, freshTilt());
        lying = height >= 0.1 * here ? byBody : 0;
    }

    /**
     * How much a box looks like him lying, by its outline; 1 or more if it does.
     *
     * @param box the box
     * @param aspect the picture's
     */
    double byOutline(Spot box, double aspect) {
        return byOutline(box, aspect, tall, Posture.nearer(box.bottom, foot, tall));
    }

    private double byOutline(Spot box, double aspect, double here, double nearer) {
        double width = (box.right - box.left) * aspect;
        double height = box.bottom - box.top;
        boolean cut = box.left <= EDGE || box.right >= 1 - EDGE;
        boolean sunk = box.bottom >= 1 - EDGE;
        double least = Math.max(height / nearer, foot - box.top) / here;
        return Posture.lying(least, width / here / (sunk ? 1 : nearer), width / height, cut, sunk);
    }

    private void learn(double width, double height) {
        double seconds = height > tall ? RISE_SECONDS : width <= STANDING * height ? SHRINK_SECONDS : SETTLE_SECONDS;
        tall += step / (seconds + step) * (height - tall);
        foot = bottom;
        footX = (left + right) / 2;
        uprightNanos = seenNanos;
        uprightSeconds += step;
    }

    /** By what factor things look larger here than where he was last upright: by the ground plane, else 1. */
    private double scale(@Nullable GroundPlane ground) {
        if (ground == null || uprightNanos == NEVER) {
            return 1;
        }
        double x = (left + right) / 2;
        double y = Math.max(bottom, foot - tall / 4);
        double there = ground.distance(footX - 0.01, foot, footX + 0.01, foot);
        double now = ground.distance(x - 0.01, y, x + 0.01, y);
        double factor = there / now;
        return factor >= 0.5 && factor <= 2 ? factor : 1;
    }

    /** The trunk was seen to be tilted so, in this scene's box if he is sighted in it, else in the last one. */
    void tilted(double degrees, boolean upsideDown, long now) {
        tilt = degrees;
        headFirst = upsideDown;
        tiltNanos = now;
        box(looked);
    }

    /** Whether keypoints showed lately that he holds himself upright: he sits, crouches or kneels. */
    boolean trunkUpright() {
        return freshTilt() <= Posture.UPRIGHT_DEGREES;
    }

    /** Whether keypoints were looked at lately, in a box like his present one. */
    private boolean fresh() {
        return tiltNanos != NEVER
                && seenNanos - tiltNanos <= TILT_NANOS
                && looked.iou(left, top, right, bottom) >= LOOKED_AT;
    }

    /** The tilt of the trunk if it was measured lately, and can be that of somebody in his box; else NaN. */
    double freshTilt() {
        boolean possible = tilt > Posture.UPRIGHT_DEGREES || flat < Posture.LONGEST_SEAT;
        return possible && fresh() ? tilt : Double.NaN;
    }

    /** Whether he has been upright for long enough to be known, not too long ago. */
    boolean wasUpright(long now, long fallingNanos) {
        return uprightSeconds >= 0.4 && now - uprightNanos <= fallingNanos;
    }

    /** Whether he was on his way down when he was last seen. */
    boolean goingDown() {
        return low <= 0.8 || dropping >= 0.5;
    }

    /** Writes his box into another. */
    Spot box(Spot into) {
        return into.set(left, top, right, bottom);
    }

    void snapshot(StateWriter out) {
        out.putLong(number);
        out.putLong(trackId);
        out.putLong(scene);
        out.putLong(seenNanos);
        out.putString(role.name());
        out.putDouble(left);
        out.putDouble(top);
        out.putDouble(right);
        out.putDouble(bottom);
        out.putDouble(tall);
        out.putDouble(footX);
        out.putDouble(foot);
        out.putLong(uprightNanos);
        out.putDouble(uprightSeconds);
        out.putDouble(low);
        out.putDouble(lying);
        out.putBoolean(upright);
        out.putDouble(dropping);
        out.putDouble(tilt);
        out.putLong(tiltNanos);
        out.putBoolean(headFirst);
        out.putDouble(looked.left);
        out.putDouble(looked.top);
        out.putDouble(looked.right);
        out.putDouble(looked.bottom);
        out.putDouble(flat);
        out.putBoolean(jumped);
        out.putDouble(step);
    }

    void restore(StateReader in) {
        number = in.getLong();
        trackId = in.getLong();
        scene = in.getLong();
        seenNanos = in.getLong();
        role = role(in.getString());
        left = in.getDouble();
        top = in.getDouble();
        right = in.getDouble();
        bottom = in.getDouble();
        tall = in.getDouble();
        footX = in.getDouble();
        foot = in.getDouble();
        uprightNanos = in.getLong();
        uprightSeconds = in.getDouble();
        low = in.getDouble();
        lying = in.getDouble();
        upright = in.getBoolean();
        dropping = in.getDouble();
        tilt = in.getDouble();
        tiltNanos = in.getLong();
        headFirst = in.getBoolean();
        looked.set(in.getDouble(), in.getDouble(), in.getDouble(), in.getDouble());
        flat = in.getDouble();
        jumped = in.getBoolean();
        step = in.getDouble();
    }

    private static Role role(String name) {
        try {
            return Role.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new StateReader.UnreadableStateException("no role is called '" + name + "'");
        }
    }
}
