package dev.vsa.engine;

import dev.vsa.frame.Frame;
import dev.vsa.frame.Outcome;

/**
 * A frame on its way from the source's thread to the analysis.
 *
 * @param frame the frame; the holder of the delivery owns it
 * @param mediaNanos the camera's media time
 * @param breakBefore what broke the flow before it
 * @param restarted whether it is the first one of a new opening of the source
 */
record Delivery(Frame frame, long mediaNanos, Outcome.Break breakBefore, boolean restarted) {

    /** This delivery, with what broke the flow before another one that was dropped in its favour. */
    Delivery inheriting(Delivery dropped) {
        return new Delivery(
                frame,
                mediaNanos,
                breakBefore == Outcome.Break.NONE ? dropped.breakBefore : breakBefore,
                restarted || dropped.restarted);
    }
}
