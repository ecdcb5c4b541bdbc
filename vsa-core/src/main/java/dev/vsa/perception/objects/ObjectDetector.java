package dev.vsa.perception.objects;

import dev.vsa.frame.Frame;
import dev.vsa.model.ModelClass;
import dev.vsa.model.ModelDescription;
import dev.vsa.model.ModelException;
import dev.vsa.model.ModelInput;
import dev.vsa.perception.Detections;
import dev.vsa.scene.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the objects in the frames of one camera. Its tensors are made at the first frame, and again when the picture's shape asks
 * for another input size; between such changes nothing is allocated but what the ONNX Runtime's binding does on each run.
 *
 * <p>One thread at a time calls {@link #detect}; {@link #close} may come from any thread and waits for a run under way. The caller
 * closes the detector.
 */
public final class ObjectDetector implements AutoCloseable {

    /** The longer side of an input whose size the model leaves open: what the model was measured at, MODEL_CARD.md. */
    private static final int LONG_SIDE = 416;

    private final ModelDescription model;
    private final Session session;
    private final int fixedWidth;
    private final int fixedHeight;
    private final String[] labels;
    private final Role[] roles;
    private final Candidates candidates = new Candidates();
    private final Suppression suppression;
    private @Nullable Lane lane;
    private @Nullable Preprocessor preprocessor;
    private boolean closed;

    ObjectDetector(ModelDescription model, Session session, int width, int height) {
        this.model = model;
        this.session = session;
        this.fixedWidth = width > 0 ? width : model.input().width();
        this.fixedHeight = height > 0 ? height : model.input().height();
        List<ModelClass> classes = model.classes();
        this.labels = classes.stream().map(ModelClass::label).toArray(String[]::new);
        this.roles = classes.stream().map(ModelClass::role).toArray(Role[]::new);
        this.suppression = new Suppression((float) model.thresholds().overlap(), groups(roles));
    }

    /** One group a role: a van is car, bus and truck in turn, and is there once. Classes of no role stay apart. */
    private static int[] groups(Role[] roles) {
        int[] groups = new int[roles.length];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = roles[i] == Role.OTHER ? i : List.of(roles).indexOf(roles[i]);
        }
        return groups;
    }

    /**
     * Finds the objects in a frame.
     *
     * @param frame the picture; the caller keeps its lease until this returns
     * @param out is emptied, then holds what was found from the model's least confidence on, role by role, the surest of a role first;
     *     boxes are within the picture. An animal whose box is that of a person is left out
     * @throws IllegalStateException if the detector or its model is closed
     * @throws ModelException.WrongShape if the model turns out not to be what its description says; at the first frame only
     */
    public synchronized void detect(Frame frame, Detections out) {
        out.clear();
        if (closed) {
            throw new IllegalStateException("the detector is closed");
        }
        Lane tensors = prepare(frame.layout());
        Preprocessor scaling = preprocessor;
        if (scaling == null || !scaling.takes(frame.layout())) {
            scaling =
                    new Preprocessor(frame.layout(), model.input(), tensors.width(), tensors.height(), tensors.input());
            preprocessor = scaling;
        }
        scaling.apply(frame);
        candidates.clear();
        tensors.run(candidates);
        emit(suppression.run(candidates), scaling.contentWidth(), scaling.contentHeight(), out);
    }

    private Lane prepare(Frame.Layout layout) {
        int width = fixedWidth > 0 ? fixedWidth : side(layout.aspect());
        int height = fixedHeight > 0 ? fixedHeight : side(1 / layout.aspect());
        Lane now = lane;
        if (now != null && now.width() == width && now.height() == height) {
            return now;
        }
        if (now != null) {
            lane = null;
            preprocessor = null;
            now.close();
        }
        Lane made = new Lane(session, model, width, height);
        lane = made;
        return made;
    }

    /** The side whose ratio to the other is given: 416 for the longer one, for the other what it asks for, rounded up. */
    private static int side(double ratio) {
        double wanted = LONG_SIDE * Math.min(1, ratio);
        int steps = (int) Math.ceil(wanted / ModelInput.SIDE_STEP - 1e-6);
        return Math.max(1, steps) * ModelInput.SIDE_STEP;
    }

    private void emit(int kept, float width, float height, Detections out) {
        for (int k = 0; k < kept; k++) {
            int i = suppression.kept(k);
            Role role = roles[candidates.kind[i]];
            float left = clamp(candidates.left[i] / width);
            float top = clamp(candidates.top[i] / height);
            float right = clamp(candidates.right[i] / width);
            float bottom = clamp(candidates.bottom[i] / height);
            if (right > left && bottom > top && !(role == Role.ANIMAL && isPerson(i, kept))) {
                float score = Math.min(1, candidates.score[i]);
                out.add(left, top, right, bottom, score, role, labels[candidates.kind[i]]);
            }
        }
    }

    /** Whether a person was found in the same place: somebody bent over is a dog to some models, and a person as well. */
    private boolean isPerson(int animal, int kept) {
        float limit = (float) model.thresholds().overlap();
        for (int k = 0; k < kept; k++) {
            int i = suppression.kept(k);
            if (roles[candidates.kind[i]] == Role.PERSON && candidates.overlap(i, animal) > limit) {
                return true;
            }
        }
        return false;
    }

    private static float clamp(float v) {
        return Math.max(0, Math.min(1, v));
    }

    /** Frees the tensors, after a run under way has ended. Closing again does nothing; the model stays open. */
    @Override
    public synchronized void close() {
        closed = true;
        if (lane != null) {
            lane.close();
            lane = null;
        }
        preprocessor = null;
    }
}
