package dev.vsa.detectors.zoneintrusion;

import dev.vsa.event.EndCause;
import dev.vsa.scene.Scene;
import dev.vsa.spi.Signals;
import dev.vsa.spi.StateReader;
import dev.vsa.spi.StateWriter;

/** Watches one zone or one line. The times that it is given are on the detector's steady clock. */
interface Watch {

    /** Judges a scene; run counts the times at which all track numbers became new. */
    void observe(Scene scene, long nowNanos, long run, Signals out);

    /** The flow of scenes was interrupted, as far as known for so long. */
    void breakFlow(long nanos);

    /** Ends everything and forgets everybody. */
    void abandon(EndCause cause, Signals out);

    /** The id of the zone or line. */
    String place();

    void snapshot(StateWriter out);

    void restore(StateReader in);

    /** The number of a track, different for equal numbers of different runs. */
    static long number(long trackId, long run) {
        return trackId + (run << 40);
    }
}
