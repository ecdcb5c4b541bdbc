package dev.vsa.examples.cli.evaluation;

import dev.vsa.engine.CameraFacts;
import dev.vsa.engine.CameraObserver;
import dev.vsa.engine.CameraStatus;
import dev.vsa.engine.Observation;
import dev.vsa.spi.Discontinuity;

/** An observer that passes on everything; for those that add something to another one. */
abstract class ForwardingObserver implements CameraObserver {

    private final CameraObserver to;

    ForwardingObserver(CameraObserver to) {
        this.to = to;
    }

    @Override
    public void starting(CameraFacts camera) {
        to.starting(camera);
    }

    @Override
    public void analysed(Observation observation) {
        to.analysed(observation);
    }

    @Override
    public void discontinuity(Discontinuity discontinuity) {
        to.discontinuity(discontinuity);
    }

    @Override
    public void unperceived(long mediaNanos, long wallNanos, String reason) {
        to.unperceived(mediaNanos, wallNanos, reason);
    }

    @Override
    public void status(String cameraId, CameraStatus status) {
        to.status(cameraId, status);
    }
}
