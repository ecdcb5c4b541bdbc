package dev.vsa.detectors.crowdmovement;

import dev.vsa.scene.Role;
import dev.vsa.scene.Scene;
import dev.vsa.scene.Sighting;
import dev.vsa.scene.Track;

/** Which tracks are people who count. */
final class Persons {

    /** Rows of the picture that a person must span: below, a model's boxes are guesses. */
    static final int LEAST_ROWS = 16;

    /** A box this near to the upper or lower edge is cut off by it, and its height is not the person's. */
    private static final double EDGE = 0.02;

    private Persons() {}

    /** Whether a track is a person seen in this scene, tall enough, and with a box that is one. */
    static boolean counts(Track track, Scene scene) {
        double height = track.height();
        return track.role() == Role.PERSON
                && track.sighting() != Sighting.COASTED
                && height * scene.pictureHeight() >= LEAST_ROWS
                && height <= 1.5
                && track.width() > 0
                && track.width() * scene.aspect() <= 2 * height
                && Double.isFinite(track.left() + track.top());
    }

    /** Whether the whole person is in the picture. */
    static boolean whole(Track track) {
        return track.top() >= EDGE && track.bottom() <= 1 - EDGE;
    }

    /** The pace at which the tracker sees it go, in its own heights a second. */
    static double pace(Track track, double aspect) {
        double x = track.velocityX() * aspect;
        double y = track.velocityY();
        return Math.sqrt(x * x + y * y) / track.height();
    }
}
