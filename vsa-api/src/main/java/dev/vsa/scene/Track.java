package dev.vsa.scene;

import dev.vsa.geometry.Box;

/**
 * One object followed over time, as seen in one scene.
 *
 * <p>Its number lives within one camera and one run and means nothing outside; it is never used again in that run. Reading
 * allocates nothing, except {@link #box()}. Not thread-safe when lent; see {@link Scene}.
 */
public final class Track {

    private long id;
    private Role role = Role.OTHER;
    private String label = "";
    private double confidence;
    private Sighting sighting = Sighting.MATCHED;
    private double left;
    private double top;
    private double right;
    private double bottom;
    private double velocityX;
    private double velocityY;
    private long bornNanos;
    private long matchedNanos;

    Track() {}

    void set(long newId, Role newRole, String newLabel, double newConfidence, Sighting newSighting) {
        id = newId;
        role = newRole;
        label = newLabel;
        confidence = newConfidence;
        sighting = newSighting;
    }

    void place(double newLeft, double newTop, double newRight, double newBottom) {
        left = newLeft;
        top = newTop;
        right = newRight;
        bottom = newBottom;
    }

    void move(double newVelocityX, double newVelocityY, long newBornNanos, long newMatchedNanos) {
        velocityX = newVelocityX;
        velocityY = newVelocityY;
        bornNanos = newBornNanos;
        matchedNanos = newMatchedNanos;
    }

    void set(Track other) {
        set(other.id, other.role, other.label, other.confidence, other.sighting);
        place(other.left, other.top, other.right, other.bottom);
        move(other.velocityX, other.velocityY, other.bornNanos, other.matchedNanos);
    }

    /** The number of the track within its camera and run. */
    public long id() {
        return id;
    }

    /** The part the object plays; it may change when the model changes its mind. */
    public Role role() {
        return role;
    }

    /** The model's own word for the object. */
    public String label() {
        return label;
    }

    /** How sure the model was when it last saw the object, 0 to 1. */
    public double confidence() {
        return confidence;
    }

    /** Whether the object was seen in this frame. */
    public Sighting sighting() {
        return sighting;
    }

    /** Whether the object was detected in this frame. */
    public boolean matched() {
        return sighting == Sighting.MATCHED;
    }

    /** The box's left side, normalised. */
    public double left() {
        return left;
    }

    /** The box's upper side, normalised. */
    public double top() {
        return top;
    }

    /** The box's right side, normalised. */
    public double right() {
        return right;
    }

    /** The box's lower side, normalised. */
    public double bottom() {
        return bottom;
    }

    /** The box's width as a share of the picture's. */
    public double width() {
        return right - left;
    }

    /** The box's height as a share of the picture's. */
    public double height() {
        return bottom - top;
    }

    /** The horizontal middle of the box. */
    public double centreX() {
        return (left + right) / 2;
    }

    /** The vertical middle of the box. */
    public double centreY() {
        return (top + bottom) / 2;
    }

    /** The box. Allocates. */
    public Box box() {
        return new Box(left, top, right, bottom);
    }

    /** The tracker's estimate of the speed to the right, picture widths a second. */
    public double velocityX() {
        return velocityX;
    }

    /** The tracker's estimate of the speed downwards, picture heights a second. */
    public double velocityY() {
        return velocityY;
    }

    /** The media time at which the object was first detected, nanoseconds. */
    public long bornNanos() {
        return bornNanos;
    }

    /** The media time at which the object was last detected, nanoseconds; the scene's own when it is matched. */
    public long matchedNanos() {
        return matchedNanos;
    }

    @Override
    public String toString() {
        return "#" + id + " " + role + " (" + label + ") " + sighting + " [" + left + ", " + top + ", " + right + ", "
                + bottom + "]";
    }
}
