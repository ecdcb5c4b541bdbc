package dev.vsa.source;

import dev.vsa.frame.SourceException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Looks a host's name up before FFmpeg does, because a look-up is the one thing in FFmpeg that cannot be interrupted: where
 * the name server is gone it takes half a minute. The look-up that is given up ends by itself, on a thread of its own.
 * Stateless.
 */
final class Resolver {

    /** Looks a name up. */
    @FunctionalInterface
    interface LookUp {
        InetAddress[] all(String host) throws UnknownHostException;
    }

    private static final long LOOK_UP_MILLIS = 20;

    private Resolver() {}

    /**
     * Makes sure that a host is known.
     *
     * @throws SourceException if it is not, or no answer comes before the deadline
     */
    static void check(String name, String host, LookUp lookUp, Deadline deadline) throws SourceException {
        if (host.isEmpty()) {
            return; // FFmpeg says what it makes of that
        }
        AtomicBoolean known = new AtomicBoolean();
        Thread thread = new Thread(() -> known.set(ask(host, lookUp)), "vsa-resolve");
        thread.setDaemon(true);
        thread.start();
        try {
            while (thread.isAlive() && !deadline.over()) {
                thread.join(LOOK_UP_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            deadline.interrupt();
        }
        if (deadline.interrupted()) {
            throw Failures.interrupted(name);
        }
        if (thread.isAlive()) {
            throw new SourceException(name + ": the name server did not tell who '" + host
                    + "' is; check the network and the name server, or give the host's number");
        }
        if (!known.get()) {
            throw new SourceException(name + ": the host '" + host
                    + "' is not known; check its spelling and the name server, or give its number");
        }
    }

    private static boolean ask(String host, LookUp lookUp) {
        try {
            return lookUp.all(host).length > 0;
        } catch (UnknownHostException | RuntimeException e) {
            return false;
        }
    }
}
