package dev.vsa.perception.objects;

import dev.vsa.frame.Frame;
import dev.vsa.model.ModelDescription;
import dev.vsa.model.ModelException;
import dev.vsa.perception.Detections;
import dev.vsa.perception.inference.Session;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the objects in the frames of one camera. Its tensors are made at the first frame, and again when the picture's shape asks
 * for another input size; between such changes nothing is allocated but what the ONNX Runtime's binding does on each run.
 *
 * <p>One thread at a time calls {@link #detect}; {@link #close} may come from any thread and waits for a run under way. The caller
 * closes the detector.
 */
public final class ObjectDetector implements AutoCloseable {

    /** Sizes of parts that are kept ready. */
    private static final int SHAPES = 4;

    private final ModelDescription model;
    private final Session session;
    private final @Nullable InputSize fixed;
    private final Candidates candidates = new Candidates();
    private final Postprocessor postprocessor;
    private @Nullable SizedModel sized;
    private final @Nullable Preprocessor[] preprocessors = new Preprocessor[SHAPES];
    private Frame.@Nullable Layout planned;
    /** The one whose content the tensor holds. */
    private @Nullable Preprocessor preprocessor;

    private int oldest;
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
    public void detect(Frame frame, Detections out) {
        detect(frame, 0, 0, frame.width(), frame.height(), out);
    }

    /**
     * Finds the objects in a part of a frame, brought to the size of input that the whole frame would have. Parts of up to {@value
     * #SHAPES} sizes can take turns without anything being made anew.
     *
     * @param frame the picture; the caller keeps its lease until this returns
     * @param x column at which the part begins, even
     * @param y row at which it begins, even
     * @param width its columns; it lies within the frame
     * @param height its rows
     * @param out as with a whole frame, but boxes are relative to the part
     * @throws IllegalArgumentException if the part does not begin at even pixels within the frame, or reaches beyond it
     * @throws IllegalStateException if the detector or its model is closed
     * @throws ModelException.WrongShape as with a whole frame
     */
    public synchronized void detect(Frame frame, int x, int y, int width, int height, Detections out) {
        out.clear();
        if (closed) {
            throw new IllegalStateException("the detector is closed");
        }
        boolean even = ((x | y) & 1) == 0;
        if (!even
                || x < 0
                || y < 0
                || width < 1
                || width > frame.width() - x
                || height < 1
                || height > frame.height() - y) {
            throw new IllegalArgumentException("no part of " + frame.width() + "x" + frame.height() + ": " + width + "x"
                    + height + " from " + x + ", " + y);
        }
        SizedModel tensors = prepare(frame.layout());
        Preprocessor scaling = scaling(frame.layout(), width, height, tensors);
        scaling.apply(frame, x, y);
        candidates.clear();
        tensors.run(candidates);
        postprocessor.apply(candidates, scaling.contentWidth(), scaling.contentHeight(), out);
    }

    private SizedModel prepare(Frame.Layout layout) {
        SizedModel now = sized;
        if (now != null && layout.equals(planned)) {
            return now;
        }
        planned = layout;
        preprocessor = null;
        Arrays.fill(preprocessors, null);
        InputSize size = fixed != null ? fixed : InputSize.forAspect(layout.aspect());
        if (now != null && now.size().equals(size)) {
            return now;
        }
        if (now != null) {
            sized = null;
            now.close();
        }
        SizedModel made = new SizedModel(session, model, size);
        sized = made;
        return made;
    }

    /** The way of parts of a size into the tensor. */
    private Preprocessor scaling(Frame.Layout layout, int width, int height, SizedModel tensors) {
        Preprocessor now = preprocessor;
        if (now != null && now.takes(width, height)) {
            return now;
        }
        Preprocessor found = null;
        for (Preprocessor known : preprocessors) {
            found = known != null && known.takes(width, height) ? known : found;
        }
        if (found == null) {
            found = new Preprocessor(layout, width, height, model.input(), tensors.size(), tensors.input());
            preprocessors[oldest] = found;
            oldest = (oldest + 1) % SHAPES;
        }
        found.pad();
        preprocessor = found;
        return found;
    }

    /** Frees the tensors, after a run under way has ended. Closing again does nothing; the model stays open. */
    @Override
    public synchronized void close() {
        closed = true;
        preprocessor = null;
        Arrays.fill(preprocessors, null);
        if (sized != null) {
            sized.close();
            sized = null;
        }
    }
}
