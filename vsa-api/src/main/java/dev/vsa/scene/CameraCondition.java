package dev.vsa.scene;

/**
 * What can be wrong with a camera's picture.
 *
 * <p>While one that {@linkplain #suspends() suspends} lasts, detectors are not shown the scenes: what is in the picture is not the
 * scene that their rules were made for. While one that does not lasts, they go on as well as they can. Either way each rule says
 * that it cannot judge, from when to when.
 */
public enum CameraCondition {
    /** Something right before the lens hides the scene, or the picture holds nothing at all. */
    COVERED(0, "covered", true, "something covers the view"),
    /** So much light falls into the lens that the scene drowns in it. */
    BLINDED(1, "blinded", false, "the camera is blinded by light"),
    /** There is too little light to see anything. */
    DARK(2, "dark", false, "it is too dark to see anything"),
    /** The scene is still there, without its edges: out of focus, fog, a dirty or wet dome. */
    DEFOCUSED(3, "defocused", false, "the picture is blurred"),
    /** The same scene, at another place in the picture: zones no longer lie where they were drawn. */
    MOVED(4, "moved", true, "the camera was moved: zones no longer lie where they were drawn"),
    /** Another scene, sharp: the camera was turned away, or something large fills the view. */
    CHANGED(5, "changed", false, "the picture shows another view than before: check the camera and its zones"),
    /** Time advances and the picture does not. */
    FROZEN(6, "frozen", true, "the picture is frozen"),
    /** A still picture of a few flat colours: a test pattern, or the notice of a recorder that has lost its camera. */
    NO_SIGNAL(7, "no-signal", true, "the picture is a test pattern or a no-signal notice");

    private static final CameraCondition[] ALL = values();

    private final int code;
    private final String id;
    private final boolean suspends;
    private final String reason;

    CameraCondition(int code, String id, boolean suspends, String reason) {
        this.code = code;
        this.id = id;
        this.suspends = suspends;
        this.reason = reason;
    }

    /** The number that stands for it in {@link CameraView}: fixed for ever. */
    public int code() {
        return code;
    }

    /** A stable name: lower-case words joined by hyphens. */
    public String id() {
        return id;
    }

    /** Whether detectors are not shown scenes while it lasts. */
    public boolean suspends() {
        return suspends;
    }

    /** What is wrong, for people: the reason that a rule gives when it says that it cannot judge. */
    public String reason() {
        return reason;
    }

    static CameraCondition of(double code) {
        for (CameraCondition condition : ALL) {
            if (condition.code == code) {
                return condition;
            }
        }
        throw new IllegalArgumentException("no condition has the code " + code);
    }
}
