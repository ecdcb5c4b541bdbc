package dev.vsa.examples.cli;

import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C (and a polite kill) while something runs: the first asks it to stop, so that its files get finished; the second ends
 * the process at once.
 *
 * <p>A shutdown hook would not do: hooks run all at the same time, and that of the ONNX Runtime would take away the model that
 * a camera still uses.
 */
final class Interruption implements AutoCloseable {

    private static final String[] SIGNALS = {"INT", "TERM"};

    private final Runnable stop;
    private final @Nullable Object[] before = new Object[SIGNALS.length];
    private volatile boolean came;

    /**
     * Listens until it is closed.
     *
     * @param stop asks what runs to stop; called on a thread of its own
     */
    Interruption(Runnable stop) {
        this.stop = stop;
        for (int i = 0; i < SIGNALS.length; i++) {
            before[i] = Signals.register(SIGNALS[i], this::arrived);
        }
    }

    private synchronized void arrived() {
        if (came) {
            Runtime.getRuntime().halt(Vsa.INTERRUPTED);
        }
        came = true;
        Thread stopper = new Thread(stop, "vsa-stop");
        stopper.setDaemon(true);
        stopper.start();
    }

    /** Whether somebody wanted to stop. */
    boolean came() {
        return came;
    }

    @Override
    public void close() {
        for (int i = 0; i < SIGNALS.length; i++) {
            Object handler = before[i];
            if (handler != null) {
                Signals.unregister(SIGNALS[i], handler);
            }
        }
    }
}
