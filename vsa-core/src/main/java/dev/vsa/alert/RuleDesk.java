package dev.vsa.alert;

import dev.vsa.config.AlertPolicy;
import dev.vsa.event.Alert.Phase;
import dev.vsa.event.Blindness;
import dev.vsa.event.EndCause;
import dev.vsa.event.EventType;
import dev.vsa.event.NearMiss;
import dev.vsa.event.Provenance;
import dev.vsa.event.Signal;
import dev.vsa.event.Subject;
import dev.vsa.geometry.Box;
import dev.vsa.geometry.Zone;
import dev.vsa.scene.Scene;
import dev.vsa.spi.AlertSink;
import dev.vsa.spi.Signals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns the signals of one rule into alerts. A rule's scenes go through it one after the other: {@link #begin}, then the
 * detector speaks, then {@link #finish}. Everything runs on media time, so the same signals give the same alerts.
 *
 * <p>An occurrence is raised once it has been signalled for the policy's confirmation time; one that begins near another of the
 * same place within the merging time joins its alert; one whose subject has just had an alert there waits for the cool-down.
 * An alert ends when its last occurrence was ended or was not spoken of for the time-out.
 *
 * <p>Not thread-safe; the sink is called on the caller's thread and must not block.
 */
public final class RuleDesk implements Signals {

    /** A detector that makes up new keys for ever must not eat the memory: past this many, new ones are not heard. */
    private static final int MAX_OCCURRENCES = 4096;

    private static final double NEAR_MISS = 0.5;
    private static final double NEWS = 1.25;
    private static final long UPDATE_PAUSE_NANOS = 1_000_000_000L;

    private final Identity identity;
    private final AlertSink sink;
    private final long confirmNanos;
    private final long mergeNanos;
    private final long coolDownNanos;
    private final long timeoutNanos;
    private final Map<Occurrence.Key, Occurrence> byKey = new HashMap<>();
    private final List<Occurrence> occurrences = new ArrayList<>();
    private final List<Occurrence> spare = new ArrayList<>();
    private final List<OpenAlert> alerts = new ArrayList<>();
    private final BlindSpots blind;
    private final Occurrence.Key probe = new Occurrence.Key();
    private long nowNanos = Long.MIN_VALUE;
    private long wallNanos;
    private double aspect = 1;
    private long raised;
    private long blindNanos;

    /**
     * Who speaks.
     *
     * @param cameraId the camera
     * @param rule the rule's name
     * @param type the event
     * @param provenance what produces the alerts
     */
    public record Identity(String cameraId, String rule, EventType type, Provenance provenance) {}

    /**
     * Creates the desk of one rule.
     *
     * @param identity who speaks
     * @param policy how signals become alerts
     * @param sink receives alerts on the caller's thread
     */
    public RuleDesk(Identity identity, AlertPolicy policy, AlertSink sink) {
        this.identity = identity;
        this.sink = sink;
        this.blind = new BlindSpots(identity);
        this.confirmNanos = policy.confirm().toNanos();
        this.mergeNanos = policy.merge().toNanos();
        this.coolDownNanos = policy.coolDown().toNanos();
        this.timeoutNanos = policy.timeout().toNanos();
    }

    /** How many alerts were raised so far. */
    public long raised() {
        return raised;
    }

    /** How long, in media nanoseconds, the rule could not judge at one place at least. */
    public long blindNanos() {
        return blindNanos;
    }

    /**
     * Starts a scene.
     *
     * @param scene the scene
     */
    public void begin(Scene scene) {
        if (!blind.isEmpty()) {
            blindNanos += Math.max(0, scene.mediaNanos() - nowNanos);
        }
        nowNanos = scene.mediaNanos();
        wallNanos = scene.wallNanos();
        aspect = scene.aspect();
    }

    @Override
    public void margin(String place, long key, double margin) {
        Occurrence o = occurrence(place, key);
        if (o == null) {
            return;
        }
        o.curve.add(nowNanos, margin);
        o.spokenNanos = nowNanos;
        if (margin >= 1) {
            o.heldNanos = nowNanos;
        }
    }

    @Override
    public void signal(Signal signal) {
        Occurrence o = occurrence(signal.place(), signal.key());
        if (o == null) {
            return;
        }
        if (o.signal == null) {
            o.signalledNanos = nowNanos;
        }
        if (o.spokenNanos != nowNanos) {
            o.curve.add(nowNanos, signal.margin());
        }
        o.signal = signal;
        o.heldNanos = nowNanos;
        o.spokenNanos = nowNanos;
        OpenAlert alert = o.alert;
        if (alert != null && alert.absorb(signal)) {
            sink.alert(alert.tell(Phase.UPDATED, nowNanos, Optional.empty()));
        }
    }

    @Override
    public void end(String place, long key, EndCause cause) {
        Occurrence o = byKey.get(probe.set(place, key));
        if (o != null) {
            close(o, cause);
        }
    }

    @Override
    public void cannotJudge(String place, String reason) {
        Blindness beginning = blind.say(place, reason, nowNanos);
        if (beginning != null) {
            sink.blindness(beginning);
        }
    }

    /**
     * Tells of a stretch without scenes, which nobody could judge. Between scenes.
     *
     * @param fromNanos media time of the last scene before it
     * @param toNanos media time of the first scene after it; nothing is told if it is not later
     * @param reason why, for people
     */
    public void missed(long fromNanos, long toNanos, String reason) {
        if (toNanos <= fromNanos) {
            return;
        }
        if (blind.isEmpty()) {
            blindNanos += toNanos - fromNanos; // otherwise the next scene counts the time since the last one
        }
        sink.blindness(
                new Blindness(identity.cameraId(), identity.rule(), Zone.FRAME, reason, fromNanos, fromNanos, false));
        sink.blindness(
                new Blindness(identity.cameraId(), identity.rule(), Zone.FRAME, reason, fromNanos, toNanos, true));
    }

    /** Ends a scene: raises what is confirmed, ends what is over. */
    public void finish() {
        for (int i = occurrences.size() - 1; i >= 0; i--) {
            settle(occurrences.get(i));
        }
        for (int i = alerts.size() - 1; i >= 0; i--) {
            if (alerts.get(i).open == 0 && nowNanos - alerts.get(i).endedNanos >= coolDownNanos) {
                alerts.remove(i);
            }
        }
        endBlindness(false);
    }

    /**
     * Ends everything: no more scenes will come.
     *
     * @param cause why
     */
    public void stop(EndCause cause) {
        for (int i = occurrences.size() - 1; i >= 0; i--) {
            close(occurrences.get(i), cause);
        }
        alerts.clear();
        endBlindness(true);
    }

    private void settle(Occurrence o) {
        Signal signal = o.signal;
        OpenAlert alert = o.alert;
        if (nowNanos - (signal == null ? o.spokenNanos : o.heldNanos) > timeoutNanos) {
            close(o, blind.isEmpty() ? EndCause.LOSS : EndCause.BLINDNESS);
        } else if (signal != null && alert == null) {
            if (o.heldNanos == nowNanos && nowNanos - o.signalledNanos >= confirmNanos) {
                raise(o, signal);
            }
        } else if (alert != null) {
            tellOfHigherMargin(o, alert);
        }
    }

    /** An operator is told of a margin that rose markedly, not of every wiggle. */
    private void tellOfHigherMargin(Occurrence o, OpenAlert alert) {
        if (o.curve.peak() > alert.toldPeak * NEWS && nowNanos - alert.toldNanos >= UPDATE_PAUSE_NANOS) {
            sink.alert(alert.tell(Phase.UPDATED, nowNanos, Optional.empty()));
        }
    }

    private void raise(Occurrence o, Signal signal) {
        OpenAlert partner = null;
        for (int i = 0; i < alerts.size(); i++) {
            OpenAlert alert = alerts.get(i);
            if (!alert.place().equals(signal.place())) {
                continue;
            }
            if (alert.open == 0 && sharesSubject(alert, signal)) {
                return; // cooling down: the same subject had an alert here a moment ago
            }
            if (alert.open > 0 && nowNanos - alert.raisedNanos <= mergeNanos && touches(alert, signal)) {
                partner = alert;
            }
        }
        if (partner == null) {
            raiseNew(o, signal);
        } else {
            join(o, signal, partner);
        }
    }

    private void raiseNew(Occurrence o, Signal signal) {
        raised++;
        String id = identity.cameraId() + "/" + identity.rule() + "/" + signal.place() + "/" + raised;
        OpenAlert alert = new OpenAlert(
                id,
                identity,
                o,
                signal,
                nowNanos,
                Instant.ofEpochSecond(0, wallNanos),
                blind.reasons(signal.place(), nowNanos));
        o.alert = alert;
        alerts.add(alert);
        sink.alert(alert.tell(Phase.RAISED, nowNanos, Optional.empty()));
    }

    private void join(Occurrence o, Signal signal, OpenAlert partner) {
        o.alert = partner;
        partner.open++;
        if (partner.absorb(signal)) {
            sink.alert(partner.tell(Phase.UPDATED, nowNanos, Optional.empty()));
        }
    }

    /** Takes an occurrence out; its alert ends with the last of its occurrences. */
    private void close(Occurrence o, EndCause cause) {
        OpenAlert alert = o.alert;
        if (alert != null && --alert.open == 0) {
            alert.endedNanos = nowNanos;
            sink.alert(alert.tell(Phase.ENDED, nowNanos, Optional.of(cause)));
        }
        if (o.signal == null && o.curve.peak() >= NEAR_MISS) {
            sink.nearMiss(nearMiss(o));
        }
        byKey.remove(o.key);
        occurrences.remove(o);
        if (o.signal == null) {
            spare.add(o); // one with a signal may still lend its curve to an alert
        }
    }

    private NearMiss nearMiss(Occurrence o) {
        double peak = Math.min(o.curve.peak(), Math.nextDown(1.0));
        return new NearMiss(identity.cameraId(), identity.rule(), o.key.place, o.key.number, peak, o.curve.peakNanos());
    }

    private @Nullable Occurrence occurrence(String place, long number) {
        Occurrence o = byKey.get(probe.set(place, number));
        if (o == null && occurrences.size() < MAX_OCCURRENCES) {
            o = spare.isEmpty() ? new Occurrence() : spare.remove(spare.size() - 1);
            o.start(place, number);
            byKey.put(o.key, o);
            occurrences.add(o);
        }
        return o;
    }

    private static boolean sharesSubject(OpenAlert alert, Signal signal) {
        for (Subject subject : signal.subjects()) {
            for (Subject earlier : alert.subjects) {
                boolean same = subject.trackId() == Subject.NO_TRACK
                        ? subject.box().iou(earlier.box()) > 0
                        : subject.trackId() == earlier.trackId();
                if (same) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Two subjects touch when the gap between their boxes is at most the taller one's height. */
    private boolean touches(OpenAlert alert, Signal signal) {
        for (Subject a : alert.subjects) {
            for (Subject b : signal.subjects()) {
                if (gap(a.box(), b.box()) <= Math.max(a.box().height(), b.box().height())) {
                    return true;
                }
            }
        }
        return false;
    }

    private double gap(Box a, Box b) {
        double x = Math.max(0, Math.max(a.left(), b.left()) - Math.min(a.right(), b.right())) * aspect;
        double y = Math.max(0, Math.max(a.top(), b.top()) - Math.min(a.bottom(), b.bottom()));
        return Math.sqrt(x * x + y * y);
    }

    private void endBlindness(boolean all) {
        for (Blindness over = blind.takeOver(nowNanos, all); over != null; over = blind.takeOver(nowNanos, all)) {
            sink.blindness(over);
        }
    }
}
