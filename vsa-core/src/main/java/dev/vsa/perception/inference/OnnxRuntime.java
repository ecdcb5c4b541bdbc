package dev.vsa.perception.inference;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one ONNX Runtime of this JVM, and what becomes of its sessions when the JVM exits.
 *
 * <p>The Java binding frees the native environment in a shutdown hook of its own, at the same time as all other hooks and whatever
 * is still under way; a session that is being created then takes the process with it (onnxruntime issue 31352, seen with 1.29.0
 * too). Two things stand against it. The environment counts its users, so it is taken once more: the binding's hook then frees
 * nothing. And a hook of ours ends the sessions in order: no new ones, no new runs, a wait for what is under way, then they are
 * closed.
 */
final class OnnxRuntime {

    private static final Logger LOG = LoggerFactory.getLogger(OnnxRuntime.class);
    private static final long DRAIN_MILLIS = 5_000;

    private static final Object LOCK = new Object();
    private static final Set<Session> OPEN = new HashSet<>();
    private static int opening;
    private static boolean exiting;

    private OnnxRuntime() {}

    /** The environment, made on first use, so that who loads no model loads no native library either. */
    static OrtEnvironment environment() {
        return Holder.ENVIRONMENT;
    }

    /**
     * Opens a session unless the JVM is about to exit.
     *
     * @throws IllegalStateException if it is
     */
    static <E extends Exception> Session open(Opening<E> how) throws E {
        synchronized (LOCK) {
            if (exiting) {
                throw new IllegalStateException("no model is loaded any more: the JVM is exiting");
            }
            opening++;
        }
        Session session = null;
        try {
            session = how.open(environment());
            return session;
        } finally {
            synchronized (LOCK) {
                opening--;
                if (session != null) {
                    OPEN.add(session);
                }
                LOCK.notifyAll();
            }
        }
    }

    /** Forgets a session that is closed. */
    static void closed(Session session) {
        synchronized (LOCK) {
            OPEN.remove(session);
            LOCK.notifyAll();
        }
    }

    /** How many sessions are open. */
    static int openSessions() {
        synchronized (LOCK) {
            return OPEN.size();
        }
    }

    /** How a session is opened. */
    interface Opening<E extends Exception> {
        Session open(OrtEnvironment environment) throws E;
    }

    private static void drain() {
        try {
            long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(DRAIN_MILLIS);
            synchronized (LOCK) {
                exiting = true;
                for (long left = DRAIN_MILLIS; opening > 0 && left > 0; left = millisTo(deadline)) {
                    LOCK.wait(left);
                }
            }
            copyOfOpen().forEach(Session::close);
            synchronized (LOCK) {
                for (long left = millisTo(deadline); !OPEN.isEmpty() && left > 0; left = millisTo(deadline)) {
                    LOCK.wait(left);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Set<Session> copyOfOpen() {
        synchronized (LOCK) {
            return Set.copyOf(OPEN);
        }
    }

    private static long millisTo(long deadline) {
        return TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    }

    private static final class Holder {
        static final OrtEnvironment ENVIRONMENT = make();

        private static OrtEnvironment make() {
            Runtime.getRuntime().addShutdownHook(new Thread(OnnxRuntime::drain, "vsa-model-drain"));
            OrtEnvironment made = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            keepAlive();
            return made;
        }

        /** Takes the native environment once more. The binding offers no way to, hence by reflection. */
        private static void keepAlive() {
            try {
                Field api = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
                Method create =
                        OrtEnvironment.class.getDeclaredMethod("createHandle", long.class, int.class, String.class);
                api.setAccessible(true);
                create.setAccessible(true);
                create.invoke(
                        null,
                        api.getLong(null),
                        OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR.getValue(),
                        OrtEnvironment.DEFAULT_NAME);
            } catch (ReflectiveOperationException | RuntimeException e) {
                LOG.warn(
                        "The ONNX Runtime's environment cannot be kept alive at exit; do not load models while the JVM exits",
                        e);
            }
        }
    }
}
