package dev.vsa.alert;

import dev.vsa.event.Alert;
import dev.vsa.event.Alert.Phase;
import dev.vsa.event.EndCause;
import dev.vsa.event.Signal;
import dev.vsa.event.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An alert while it lives, and for the length of the cool-down after its end. */
final class OpenAlert {

    private final String id;
    private final RuleDesk.Identity identity;
    private final Occurrence first;
    private final Signal raisedBy;
    private final Instant raisedAt;
    private final List<String> caveats;
    final long raisedNanos;
    final List<Subject> subjects = new ArrayList<>();
    private long onsetNanos;
    /** Occurrences that keep it open. */
    int open = 1;

    long endedNanos = Long.MAX_VALUE;
    long toldNanos;
    double toldPeak;

    OpenAlert(
            String id,
            RuleDesk.Identity identity,
            Occurrence first,
            Signal signal,
            long nowNanos,
            Instant now,
            List<String> caveats) {
        this.id = id;
        this.identity = identity;
        this.first = first;
        this.raisedBy = signal;
        this.onsetNanos = signal.onsetNanos();
        this.raisedNanos = nowNanos;
        this.raisedAt = now;
        this.caveats = caveats;
        absorb(signal);
    }

    String place() {
        return raisedBy.place();
    }

    /** Takes over a signal's subjects; tells whether one of them is new. */
    boolean absorb(Signal signal) {
        onsetNanos = Math.min(onsetNanos, signal.onsetNanos());
        boolean news = false;
        for (Subject subject : signal.subjects()) {
            news |= absorb(subject);
        }
        return news;
    }

    private boolean absorb(Subject subject) {
        for (int i = 0; i < subjects.size(); i++) {
            if (subjects.get(i).trackId() == subject.trackId()) {
                subjects.set(i, subject);
                return false;
            }
        }
        subjects.add(subject);
        return true;
    }

    /** The alert as a sink is told of it now. */
    Alert tell(Phase phase, long nowNanos, Optional<EndCause> cause) {
        toldNanos = nowNanos;
        toldPeak = first.curve.peak();
        return new Alert(
                id,
                identity.cameraId(),
                identity.rule(),
                identity.type(),
                place(),
                phase,
                onsetNanos,
                raisedNanos,
                nowNanos,
                raisedAt,
                cause,
                subjects,
                first.curve.samples(),
                raisedBy.explanation(),
                caveats,
                identity.provenance());
    }
}
