package dev.vsa.perception.flame;

import dev.vsa.model.ModelInput.Pixels;
import dev.vsa.perception.inference.Lane;
import dev.vsa.perception.inference.SharedSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The classifier of crops that ships with the library: flame, smoke or neither. A second opinion on candidates, no more (see its card
 * beside it). One camera's; the session behind it is shared by all cameras, opened by the first that asks and closed with the last.
 * Not thread-safe.
 */
final class FlameModel implements AutoCloseable {

    private static final String RESOURCE = "/dev/vsa/model/vsa_flame.onnx";

    private @Nullable SharedSession shared;
    private @Nullable Lane lane;
    private @Nullable FloatBuffer input;
    private @Nullable FloatBuffer output;

    /** The input of the next {@link #run}: red, green and blue planes of {@link Crop#SIDE} squared, 0 to 255. */
    FloatBuffer input() {
        if (input == null) {
            open();
        }
        return Objects.requireNonNull(input);
    }

    private void open() {
        SharedSession share = SharedSession.of("vsa-flame", FlameModel::read);
        Lane made;
        try {
            made = new Lane(share.session(), Pixels.FLOAT_NCHW_RGB, Crop.SIDE, Crop.SIDE);
        } catch (RuntimeException e) {
            share.close();
            throw e;
        }
        shared = share;
        lane = made;
        input = made.input().asFloatBuffer();
        output = made.outputs().get(0).floats();
    }

    void run() {
        if (lane != null) {
            lane.run();
        }
    }

    /** The probability of flames by the last run. */
    double flame() {
        return output == null ? 0 : output.get(0);
    }

    /** The probability of smoke by the last run. */
    double smoke() {
        return output == null ? 0 : output.get(1);
    }

    private static byte[] read() {
        try (InputStream in = FlameModel.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the library lacks its file " + RESOURCE);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the library's file " + RESOURCE + " cannot be read", e);
        }
    }

    @Override
    public void close() {
        if (lane != null) {
            lane.close();
            lane = null;
            input = null;
            output = null;
        }
        if (shared != null) {
            shared.close();
            shared = null;
        }
    }
}
