package dev.vsa.perception.objects;

import dev.vsa.frame.Frame;
import dev.vsa.model.ModelDescription;
import dev.vsa.model.ModelException;
import dev.vsa.perception.Detections;
import dev.vsa.perception.inference.Session;
import org.jspecify.annotations.Nullable;

/**
 * Finds the objects in the frames of one camera. Its tensors are made at the first frame, and again when the picture's shape asks
 * for another input size; between such changes nothing is allocated but what the ONNX Runtime's binding does on each run.
 *
 * <p>One thread at a time calls {@link #detect}; {@link #close} may come from any thread and waits for a run under way. The caller
 * closes the detector.
 */
public final class ObjectDetector implements AutoCloseable {

    private final ModelDescription model;
    private final Session session;
    private final @Nullable InputSize fixed;
    private final Candidates candidates = new Candidates();
    private final Postprocessor postprocessor;
    private @Nullable SizedModel sized;
    private @Nullable Preprocessor preprocessor;
    private boolean closed;

    ObjectDetector(ModelDescription model, Session session, @Nullable InputSize fixed) {
        this.model = model;
        this.session = session;
        this.fixed = fixed;
        this.postprocessor = new Postprocessor(model);
    }

    /**
     * Finds the objects in a frame.
     *
     * @param frame the picture; the caller keeps its lease until this returns
     * @param out is emptied, then holds what was found from the model's least confidence on, role by role, the surest of a role
     *     first; boxes are within the picture. An animal whose box is that of a person is left out
     * @throws IllegalStateException if the detector or its model is closed
     * @throws ModelException.WrongShape if the model turns out not to be what its description says; at the first frame only
     */
    public synchronized void detect(Frame frame, Detections out) {
        out.clear();
        if (closed) {
            throw new IllegalStateException("the detector is closed");
        }
        SizedModel tensors = prepare(frame.layout());
        Preprocessor scaling = preprocessor;
        if (scaling == null || !scaling.takes(frame.layout())) {
            scaling = new Preprocessor(frame.layout(), model.input(), tensors.size(), tensors.input());
            preprocessor = scaling;
        }
        scaling.apply(frame);
        candidates.clear();
        tensors.run(candidates);
        postprocessor.apply(candidates, scaling.contentWidth(), scaling.contentHeight(), out);
    }

    private SizedModel prepare(Frame.Layout layout) {
        SizedModel now = sized;
        if (now != null && preprocessor != null && preprocessor.takes(layout)) {
            return now;
        }
        InputSize size = fixed != null ? fixed : InputSize.forAspect(layout.aspect());
        if (now != null && now.size().equals(size)) {
            return now;
        }
        preprocessor = null;
        if (now != null) {
            sized = null;
            now.close();
        }
        SizedModel made = new SizedModel(session, model, size);
        sized = made;
        return made;
    }

    /** Frees the tensors, after a run under way has ended. Closing again does nothing; the model stays open. */
    @Override
    public synchronized void close() {
        closed = true;
        preprocessor = null;
        if (sized != null) {
            sized.close();
            sized = null;
        }
    }
}
