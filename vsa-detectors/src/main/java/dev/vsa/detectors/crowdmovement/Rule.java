package dev.vsa.detectors.crowdmovement;

import dev.vsa.event.Explanation;
import dev.vsa.event.Measure;
import dev.vsa.event.Signal;
import dev.vsa.event.Subject;
import dev.vsa.geometry.Box;
import dev.vsa.scene.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What makes one movement: how near it is, and how to say it. */
abstract class Rule {

    final CrowdMovementParameters parameters;
    final Watch watch;

    Rule(CrowdMovementParameters parameters, long key, double hold) {
        this.parameters = parameters;
        watch = new Watch(parameters.zone().id(), key, hold);
    }

    /** Measured over threshold, the least of all conditions. */
    abstract double margin(Smooth now, Usual usual);

    /** The sentence for the operator. */
    abstract String sentence(Smooth now, Usual usual);

    /** The figures behind it. */
    abstract void measures(Smooth now, Usual usual, List<Measure> to);

    final Signal signal(double margin, Smooth now, Usual usual, Picture picture) {
        List<Measure> measures = new ArrayList<>();
        measures(now, usual, measures);
        measures.add(Measure.of("people seen", now.people, "people"));
        measures.add(Measure.of("time watched", usual.learnt(), "s"));
        boolean somewhere = picture.right > picture.left && picture.bottom > picture.top;
        Box box = somewhere ? new Box(picture.left, picture.top, picture.right, picture.bottom) : new Box(0, 0, 1, 1);
        return new Signal(
                parameters.zone().id(),
                watch.key(),
                watch.onsetNanos(),
                margin,
                List.of(new Subject(Subject.NO_TRACK, Role.PERSON, box)),
                new Explanation(sentence(now, usual), measures));
    }

    /** In the words of an operator, with figures in English. */
    final String say(String format, Object... figures) {
        return String.format(Locale.ROOT, format, figures);
    }
}
