package dev.vsa.perception.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.ExecutionMode;
import dev.vsa.model.ModelException;
import java.util.Map;

/**
 * A loaded model: a session of the ONNX Runtime that is never closed while it runs. Heavy: one is shared by all cameras, each of
 * which runs it through a {@link Lane} of its own. Runs hold a lease; {@link #close()} forbids further ones and
 * does not wait: the session itself is closed by whoever gives the last lease back. Thread-safe.
 */
public final class Session implements AutoCloseable {

    private final String model;
    private final OrtSession session;
    private int running;
    private boolean closed;

    private Session(String model, OrtSession session) {
        this.model = model;
        this.session = session;
    }

    /**
     * Opens one: sequential, no spinning. A spinning thread is fast in a process that has the machine to itself, and slow
     * beside other cameras.
     *
     * @param model its name, for messages
     * @param bytes the model
     * @param threads that work on one run, at least 1
     * @throws ModelException.WrongShape if the bytes are no model that can be run
     * @throws IllegalStateException if the JVM is exiting
     */
    public static Session open(String model, byte[] bytes, int threads) {
        try {
            return OnnxRuntime.open(environment -> {
                try (SessionOptions options = new SessionOptions()) {
                    options.setIntraOpNumThreads(threads);
                    options.setInterOpNumThreads(1);
                    options.setExecutionMode(ExecutionMode.SEQUENTIAL);
                    options.addConfigEntry("session.intra_op.allow_spinning", "0");
                    options.addConfigEntry("session.inter_op.allow_spinning", "0");
                    return new Session(model, environment.createSession(bytes, options));
                }
            });
        } catch (OrtException e) {
            throw new ModelException.WrongShape(
                    "model '" + model + "' cannot be run: " + e.getMessage()
                            + "; it must be an ONNX file that the ONNX Runtime reads",
                    e);
        }
    }

    /** How many sessions are open in this JVM. */
    public static int openSessions() {
        return OnnxRuntime.openSessions();
    }

    /** The model's name. */
    public String model() {
        return model;
    }

    /** The name of the only input. */
    String inputName() throws OrtException {
        lease();
        try {
            if (session.getNumInputs() != 1) {
                throw new ModelException.WrongShape("model '" + model + "' has inputs " + session.getInputNames()
                        + "; exactly one is expected, the picture");
            }
            return session.getInputNames().iterator().next();
        } finally {
            giveBack();
        }
    }

    /** Runs once and returns what comes out; the caller closes it. */
    OrtSession.Result run(Map<String, OnnxTensor> inputs) throws OrtException {
        lease();
        try {
            return session.run(inputs);
        } finally {
            giveBack();
        }
    }

    /** Runs into tensors that the caller owns. */
    void run(Map<String, OnnxTensor> inputs, Map<String, OnnxTensor> outputs) throws OrtException {
        lease();
        try {
            session.run(inputs, outputs).close();
        } finally {
            giveBack();
        }
    }

    private synchronized void lease() {
        if (closed) {
            throw new IllegalStateException("model '" + model + "' is closed");
        }
        running++;
    }

    private void giveBack() {
        synchronized (this) {
            running--;
            if (running > 0 || !closed) {
                return;
            }
        }
        closeNow();
    }

    /** Whether no run may begin any more. */
    public synchronized boolean isClosed() {
        return closed;
    }

    /** Forbids further runs, and does not wait for those under way. Closing again does nothing. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            if (running > 0) {
                return;
            }
        }
        closeNow();
    }

    private void closeNow() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("model '" + model + "' could not be closed", e);
        } finally {
            OnnxRuntime.closed(this);
        }
    }
}
