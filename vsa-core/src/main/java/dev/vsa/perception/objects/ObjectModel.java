package dev.vsa.perception.objects;

import dev.vsa.model.ModelDescription;
import dev.vsa.model.ModelException;
import dev.vsa.model.ModelFile;
import dev.vsa.model.ModelInput;
import dev.vsa.model.ModelTask;
import dev.vsa.perception.inference.Session;

/**
 * A model that finds objects, loaded and ready. Heavy: load it once and share it among cameras, each of which takes a {@link
 * #detector()} of its own. Thread-safe. The caller closes it, after the detectors or before them; see {@link #close()}.
 */
public final class ObjectModel implements AutoCloseable {

    private static final int MAX_SIDE = 2048;

    private final ModelDescription description;
    private final Session session;

    private ObjectModel(ModelDescription description, Session session) {
        this.description = description;
        this.session = session;
    }

    /** Loads the model that ships inside the library, with one thread a run. */
    public static ObjectModel builtIn() {
        return load(ModelFile.builtIn());
    }

    /**
     * Loads a model with one thread a run: cameras run side by side, and so share the cores best.
     *
     * @param file the model
     * @throws ModelException if it is absent, damaged, not a model, or not one that finds objects
     * @throws IllegalStateException if the JVM is exiting
     */
    public static ObjectModel load(ModelFile file) {
        return load(file, 1);
    }

    /**
     * Loads a model.
     *
     * @param file the model
     * @param threads that work on one run, 1 to 64; more than one pays only where there are fewer cameras than cores
     * @throws ModelException if it is absent, damaged, not a model, or not one that finds objects
     * @throws IllegalArgumentException if the number of threads is out of range
     * @throws IllegalStateException if the JVM is exiting
     */
    public static ObjectModel load(ModelFile file, int threads) {
        if (threads < 1 || threads > 64) {
            throw new IllegalArgumentException(threads + " threads a run; 1 to 64 are possible");
        }
        ModelDescription description = file.description();
        if (description.task() != ModelTask.OBJECTS) {
            throw new ModelException.UnknownFamily("model '" + description.name() + "' of the family "
                    + description.family().word()
                    + " does not find objects; take one of the family nanodet, picodet, yolox"
                    + " or fastestdet");
        }
        return new ObjectModel(description, Session.open(description.name(), file.read(), threads));
    }

    /** What the model is. */
    public ModelDescription description() {
        return description;
    }

    /**
     * A detector for one camera, whose input has the size that its model is made for, or, where the model takes any, 416 pixels on
     * the longer side of the picture and as many on the other as the camera's aspect ratio asks for.
     */
    public ObjectDetector detector() {
        ModelInput input = description.input();
        return new ObjectDetector(
                description, session, input.anySize() ? null : new InputSize(input.width(), input.height()));
    }

    /**
     * A detector for one camera with an input of a given size.
     *
     * @param width columns, a multiple of 32 up to 2048
     * @param height rows, a multiple of 32 up to 2048
     * @throws IllegalArgumentException if a side is none of those, or the model takes another size only
     */
    public ObjectDetector detector(int width, int height) {
        ModelInput input = description.input();
        if (!input.anySize() && (width != input.width() || height != input.height())) {
            throw new IllegalArgumentException("model '" + description.name() + "' takes " + input.width() + "x"
                    + input.height() + " only, not " + width + "x" + height);
        }
        if (input.anySize() && (!isSide(width) || !isSide(height))) {
            throw new IllegalArgumentException("input " + width + "x" + height + ": both sides are multiples of "
                    + ModelInput.SIDE_STEP + " up to " + MAX_SIDE);
        }
        return new ObjectDetector(description, session, new InputSize(width, height));
    }

    private static boolean isSide(int side) {
        return side > 0 && side <= MAX_SIDE && side % ModelInput.SIDE_STEP == 0;
    }

    /** Whether the model has been closed. */
    public boolean isClosed() {
        return session.isClosed();
    }

    /**
     * Closes the model, and does not wait: runs under way end as if nothing had happened, and the last of them frees the memory. A
     * detector that begins another one gets an {@link IllegalStateException}. Closing again does nothing.
     */
    @Override
    public void close() {
        session.close();
    }
}
