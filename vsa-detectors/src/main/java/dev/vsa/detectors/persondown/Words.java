package dev.vsa.detectors.persondown;

import dev.vsa.event.Explanation;
import dev.vsa.event.Measure;
import dev.vsa.event.Subject;
import dev.vsa.geometry.Box;
import dev.vsa.scene.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is told of somebody who is down. */
final class Words {

    private Words() {}

    static Subject subject(Fallen fallen) {
        return new Subject(fallen.trackId, Role.PERSON, new Box(fallen.left, fallen.top, fallen.right, fallen.bottom));
    }

    static Explanation explain(Fallen fallen, PersonDownParameters parameters) {
        double down = fallen.downNanos / 1e9;
        double fall = fallen.fallNanos / 1e9;
        boolean byTrunk = !Double.isNaN(fallen.tilt);
        String sentence = String.format(
                Locale.ROOT,
                "A person went from upright to the ground within %.1f s and has been down in zone '%s' for %.1f s (judged by %s).",
                fall,
                parameters.zone().id(),
                down,
                byTrunk ? "the body's keypoints and its outline" : "the outline alone");
        List<Measure> measures = new ArrayList<>();
        measures.add(
                new Measure("time on the ground", down, parameters.onGround().toNanos() / 1e9, "s"));
        measures.add(Measure.of("of which seen lying", fallen.seenNanos / 1e9, "s"));
        measures.add(new Measure("time to go down", fall, parameters.falling().toNanos() / 1e9, "s"));
        measures.add(new Measure("height over the ground", fallen.low, Posture.LOW, "upright heights"));
        if (byTrunk) {
            measures.add(new Measure("tilt of the trunk", fallen.tilt, Posture.LYING_DEGREES, "degrees"));
        }
        return new Explanation(sentence, measures);
    }
}
