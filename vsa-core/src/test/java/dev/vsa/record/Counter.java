package dev.vsa.record;

import dev.vsa.scene.Scene;
import dev.vsa.spi.Discontinuity;

/** Counts scenes. */
class Counter implements SceneFlow {

    int scenes;
    long lastNanos;

    @Override
    public void observe(Scene scene) {
        scenes++;
        lastNanos = scene.mediaNanos();
    }

    @Override
    public void discontinuity(Discontinuity discontinuity) {}

    @Override
    public void cannotJudge(long mediaNanos, long wallNanos, String reason) {}
}
