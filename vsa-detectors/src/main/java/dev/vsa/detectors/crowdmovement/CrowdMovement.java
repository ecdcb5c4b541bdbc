package dev.vsa.detectors.crowdmovement;

import dev.vsa.detectors.following.Area;
import dev.vsa.detectors.following.SteadyClock;
import dev.vsa.event.EndCause;
import dev.vsa.geometry.PreparedPolygon;
import dev.vsa.scene.Flow;
import dev.vsa.scene.Scene;
import dev.vsa.scene.Table;
import dev.vsa.scene.Track;
import dev.vsa.spi.Discontinuity;
import dev.vsa.spi.EventDetector;
import dev.vsa.spi.Signals;
import dev.vsa.spi.StateReader;
import dev.vsa.spi.StateWriter;
import java.util.ArrayList;
import java.util.List;

/** Measures each scene that has a flow, holds it against what is usual, and asks each movement for its margin. */
final class CrowdMovement implements EventDetector {

    private static final int VERSION = 1;

    /** Without a flow for so long, nothing is known any more. */
    private static final double LOST_S = 2;

    /** An occurrence that lasts longer is usual by then. */
    private static final double LONGEST_FREEZE_S = 60;

    /** Share of the cells in the picture that must move before it matters that nobody's height is known. */
    private static final double MATTERS = 0.05;

    private final String place;
    private final SteadyClock clock = new SteadyClock();
    private final Scale scale = new Scale();
    private final Picture picture;
    private final Smooth smooth = new Smooth();
    private final Usual usual = new Usual();
    private final List<Rule> rules = new ArrayList<>();
    private long flowNanos;
    private double frozen;
    private Doubt doubt = Doubt.NONE;

    /** Why it cannot judge. */
    private enum Doubt {
        NONE(0, ""),
        NEW(1, "the place has not been watched for long enough to know what is usual there"),
        NO_SCALE(2, "something moves, but nobody has been seen whole: there is no measure for its speed"),
        CAMERA(3, "the camera moves");

        /** Its number in a snapshot. */
        private final int code;

        private final String reason;

        Doubt(int code, String reason) {
            this.code = code;
            this.reason = reason;
        }

        static Doubt of(int code) {
            for (Doubt doubt : values()) {
                if (doubt.code == code) {
                    return doubt;
                }
            }
            return NONE;
        }
    }

    CrowdMovement(CrowdMovementParameters parameters) {
        place = parameters.zone().id();
        picture = new Picture(PreparedPolygon.of(parameters.zone().polygon()));
        if (parameters.movements().contains(Movement.DISPERSAL)
                || parameters.movements().contains(Movement.SURGE)) {
            rules.add(new Rise(parameters));
        }
        if (parameters.movements().contains(Movement.RUNNING)) {
            rules.add(new Running(parameters));
        }
        if (parameters.movements().contains(Movement.STOP)) {
            rules.add(new Stop(parameters));
        }
        if (parameters.movements().contains(Movement.COUNTER_FLOW)) {
            rules.add(new CounterFlow(parameters));
        }
    }

    @Override
    public void observe(Scene scene, Signals out) {
        long now = clock.advance(scene.mediaNanos());
        if (!clock.flowing()) {
            smooth.clear();
            flowNanos = now;
        }
        double step = (now - flowNanos) / 1e9;
        Table flow = scene.feature(Flow.KEY);
        if (flow == null) {
            withoutFlow(step, out);
        } else {
            flowNanos = now;
            doubt = judge(scene, flow, step, out);
        }
        if (doubt != Doubt.NONE) {
            out.cannotJudge(place, doubt.reason);
        }
    }

    private void withoutFlow(double step, Signals out) {
        for (int i = 0; i < rules.size(); i++) {
            if (step > LOST_S) {
                rules.get(i).watch.end(EndCause.LOSS, out);
            } else {
                rules.get(i).watch.keep(out);
            }
        }
    }

    private Doubt judge(Scene scene, Table flow, double step, Signals out) {
        learnScale(scene, step);
        if (Flow.wellFormed(flow) && Flow.cameraSpeed(flow) > 0) {
            return abstain(Doubt.CAMERA, step, out);
        }
        if (!scale.fit()) {
            boolean matters =
                    Flow.wellFormed(flow) && flow.rows() - 1 >= MATTERS * Flow.columns(flow) * Flow.rows(flow);
            return abstain(matters ? Doubt.NO_SCALE : Doubt.NONE, step, out);
        }
        if (!picture.measure(scene, flow, scale)) {
            return abstain(Doubt.NONE, step, out);
        }
        smooth.add(picture, step);
        boolean open = false;
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            double margin = usual.warm() ? rule.margin(smooth, usual) : 0;
            if (rule.watch.see(margin, step, scene.mediaNanos(), out)) {
                out.signal(rule.signal(margin, smooth, usual, picture));
            }
            open |= rule.watch.open();
        }
        frozen = open ? frozen + step : 0;
        if (!open || frozen > LONGEST_FREEZE_S) {
            usual.add(picture, step);
        }
        return usual.warm() ? Doubt.NONE : Doubt.NEW;
    }

    /** Judges nothing in a scene that gives nothing to judge by; what is open ends after a while. */
    private Doubt abstain(Doubt why, double step, Signals out) {
        for (int i = 0; i < rules.size(); i++) {
            rules.get(i).watch.see(0, step, flowNanos, out);
        }
        return why;
    }

    private void learnScale(Scene scene, double step) {
        scale.forget(step);
        List<Track> tracks = scene.tracks();
        for (int i = 0; i < tracks.size(); i++) {
            Track track = tracks.get(i);
            if (Persons.counts(track, scene) && Persons.whole(track)) {
                scale.add(track.centreY(), track.height(), step);
            }
        }
    }

    @Override
    public void discontinuity(Discontinuity discontinuity, Signals out) {
        clock.breakFlow();
        smooth.clear();
        switch (discontinuity.kind()) {
            case CAMERA_MOVED -> {
                forget(EndCause.BLINDNESS, out);
                out.cannotJudge(place, Area.CAMERA_MOVED);
            }
            case PICTURE_CHANGED -> forget(EndCause.LOSS, out);
            case GAP, CLOCK_JUMP, RESTART -> {}
        }
    }

    private void forget(EndCause cause, Signals out) {
        rules.forEach(rule -> rule.watch.end(cause, out));
        scale.clear();
        usual.clear();
        doubt = Doubt.NONE;
    }

    @Override
    public void snapshot(StateWriter out) {
        out.version(VERSION);
        clock.snapshot(out);
        scale.snapshot(out);
        smooth.snapshot(out);
        usual.snapshot(out);
        out.putLong(flowNanos);
        out.putDouble(frozen);
        out.putInt(doubt.code);
        rules.forEach(rule -> rule.watch.snapshot(out));
    }

    @Override
    public void restore(StateReader in) {
        in.version(VERSION);
        clock.restore(in);
        scale.restore(in);
        smooth.restore(in);
        usual.restore(in);
        flowNanos = in.getLong();
        frozen = in.getDouble();
        doubt = Doubt.of(in.getInt());
        rules.forEach(rule -> rule.watch.restore(in));
    }
}
