package dev.vsa.perception.keypoints;

import dev.vsa.frame.Frame;
import dev.vsa.model.ModelException;
import dev.vsa.model.ModelFile;
import dev.vsa.model.ModelInput.Pixels;
import dev.vsa.perception.inference.Crop;
import dev.vsa.perception.inference.Lane;
import dev.vsa.perception.inference.Output;
import dev.vsa.perception.inference.SharedSession;
import dev.vsa.scene.BodyKeypoints;
import dev.vsa.scene.BodyKeypoints.Joint;
import dev.vsa.scene.Rounding;
import dev.vsa.scene.Table;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;

/**
 * MoveNet SinglePose Lightning on a square of a frame (Votel and Li, "Next-Generation Pose Detection with MoveNet and TensorFlow.js",
 * 2021). The session is shared among cameras, the tensors are one's own. Not thread-safe.
 */
final class PoseNet implements AutoCloseable {

    private static final int SIDE = 192;
    /** The model's 17 keypoints are those of COCO; where in them each joint stands. Eyes and ears, 1 to 4, are left out. */
    private static final int[] PLACES = {0, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};

    private static final int KEYPOINTS = 17;
    private static final Joint[] JOINTS = Joint.values();

    private final SharedSession shared;
    private final Lane lane;
    private final IntBuffer input;
    private final FloatBuffer output;
    private final Crop crop = new Crop(SIDE);
    private final int[] row = new int[3 * SIDE];

    /** Loads the model that ships, unless another camera has. */
    PoseNet() {
        shared = SharedSession.of(ModelFile.builtInPose());
        try {
            lane = new Lane(shared.session(), Pixels.INT32_NHWC_RGB, SIDE, SIDE);
        } catch (RuntimeException e) {
            shared.close();
            throw e;
        }
        input = lane.input().asIntBuffer();
        Output only = lane.outputs().get(0);
        output = only.floats();
        if (output.capacity() != 3 * KEYPOINTS) {
            close();
            throw new ModelException.WrongShape("the model of keypoints gives " + only.shape());
        }
    }

    /**
     * Looks at a square and adds a row.
     *
     * @param frame the picture
     * @param track the person's track
     * @param left of the square, normalised
     * @param top of the square, normalised
     * @param side of the square, in picture heights
     * @param out where the row is added
     */
    void look(Frame frame, long track, double left, double top, double side, Table.Builder out) {
        double width = side / frame.layout().aspect();
        crop.read(frame, left, top, width, side);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                row[3 * x] = crop.red()[y * SIDE + x];
                row[3 * x + 1] = crop.green()[y * SIDE + x];
                row[3 * x + 2] = crop.blue()[y * SIDE + x];
            }
            input.put(y * row.length, row);
        }
        lane.run();
        out.add().set(BodyKeypoints.TRACK, (double) track);
        double sum = 0;
        for (int j = 0; j < JOINTS.length; j++) {
            int at = 3 * PLACES[j];
            double score = Math.max(0, Math.min(1, output.get(at + 2)));
            sum += score;
            int column = JOINTS[j].column();
            out.set(column, Rounding.position(left + width * output.get(at + 1)));
            out.set(column + 1, Rounding.position(top + side * output.get(at)));
            out.set(column + 2, Rounding.confidence(score));
        }
        out.set(BodyKeypoints.SCORE, Rounding.confidence(sum / JOINTS.length));
    }

    @Override
    public void close() {
        lane.close();
        shared.close();
    }
}
