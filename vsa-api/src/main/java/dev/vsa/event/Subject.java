package dev.vsa.event;

import dev.vsa.geometry.Box;
import dev.vsa.scene.Role;

/**
 * What a signal is about: an object in the picture, at the time of the signal.
 *
 * @param trackId the number of its track within its camera and run, or {@link #NO_TRACK} for a region without a track
 * @param role the part it plays
 * @param box where it is
 */
public record Subject(long trackId, Role role, Box box) {

    /** The number of something that no track follows. */
    public static final long NO_TRACK = -1;
}
