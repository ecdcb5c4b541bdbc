package dev.vsa.perception.inference;

import dev.vsa.model.ModelFile;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A session that all who run the same model share: loaded by the first of them, closed by the last. Thread-safe; each user closes
 * his share, once.
 */
public final class SharedSession implements AutoCloseable {

    private static final Map<String, Loaded> LOADED = new HashMap<>();

    private final String name;
    private final Session session;
    private boolean closed;

    private static final class Loaded {
        final Session session;
        int users;

        Loaded(Session session) {
            this.session = session;
        }
    }

    private SharedSession(String name, Session session) {
        this.name = name;
        this.session = session;
    }

    /**
     * Takes a share, and loads the model unless somebody has a share already.
     *
     * @param file the model; models of one name are one model
     * @throws dev.vsa.model.ModelException if it is absent, damaged, or not a model
     * @throws IllegalStateException if the JVM is exiting
     */
    public static SharedSession of(ModelFile file) {
        return of(file.description().name(), file::read);
    }

    /**
     * Takes a share of a model that is in no catalogue, and loads it unless somebody has a share already.
     *
     * @param name its name; models of one name are one model
     * @param bytes reads it
     * @throws dev.vsa.model.ModelException if it is not a model
     * @throws IllegalStateException if the JVM is exiting
     */
    public static SharedSession of(String name, Supplier<byte[]> bytes) {
        synchronized (LOADED) {
            Loaded loaded = LOADED.get(name);
            if (loaded == null) {
                loaded = new Loaded(Session.open(name, bytes.get(), 1));
                LOADED.put(name, loaded);
            }
            loaded.users++;
            return new SharedSession(name, loaded.session);
        }
    }

    /** The session. */
    public Session session() {
        return session;
    }

    /** Gives the share back; the last one closes the session. Closing again does nothing. */
    @Override
    public void close() {
        synchronized (LOADED) {
            Loaded loaded = LOADED.get(name);
            if (closed || loaded == null) {
                return;
            }
            closed = true;
            if (--loaded.users == 0) {
                LOADED.remove(name);
                loaded.session.close();
            }
        }
    }
}
