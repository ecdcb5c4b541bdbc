package dev.vsa.scene;

/** How a track's box in this scene came about. */
public enum Sighting {
    /** The object was detected in this frame. */
    MATCHED,
    /** It was not detected; the box is where the tracker expects it. Such a box alone never raises an alert. */
    COASTED,
    /** It stands still and nothing changed where it stands, so it was not looked for again. */
    HELD
}
