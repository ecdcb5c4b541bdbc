package dev.vsa.record;

import dev.vsa.scene.Detection;
import dev.vsa.scene.Role;
import dev.vsa.scene.Sighting;
import dev.vsa.scene.Track;

/** A track or a detection as the scene before showed it: what the next one is told as a difference from. */
final class Entry {

    long id;
    Role role = Role.OTHER;
    String label = "";
    Sighting sighting = Sighting.MATCHED;
    double confidence;
    double left;
    double top;
    double right;
    double bottom;
    double velocityX;
    double velocityY;
    long bornNanos;
    long matchedNanos;

    void clear() {
        id = 0;
        role = Role.OTHER;
        label = "";
        sighting = Sighting.MATCHED;
        confidence = 0;
        place(0, 0, 0, 0);
        velocityX = 0;
        velocityY = 0;
        bornNanos = 0;
        matchedNanos = 0;
    }

    void set(Entry other) {
        id = other.id;
        role = other.role;
        label = other.label;
        sighting = other.sighting;
        confidence = other.confidence;
        place(other.left, other.top, other.right, other.bottom);
        velocityX = other.velocityX;
        velocityY = other.velocityY;
        bornNanos = other.bornNanos;
        matchedNanos = other.matchedNanos;
    }

    void set(Track track) {
        id = track.id();
        role = track.role();
        label = track.label();
        sighting = track.sighting();
        confidence = track.confidence();
        place(track.left(), track.top(), track.right(), track.bottom());
        velocityX = track.velocityX();
        velocityY = track.velocityY();
        bornNanos = track.bornNanos();
        matchedNanos = track.matchedNanos();
    }

    void set(Detection detection) {
        clear();
        role = detection.role();
        label = detection.label();
        confidence = detection.confidence();
        place(
                detection.box().left(),
                detection.box().top(),
                detection.box().right(),
                detection.box().bottom());
    }

    private void place(double newLeft, double newTop, double newRight, double newBottom) {
        left = newLeft;
        top = newTop;
        right = newRight;
        bottom = newBottom;
    }

    boolean sameName(Entry other) {
        return role == other.role && label.equals(other.label);
    }
}
