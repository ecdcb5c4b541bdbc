package dev.vsa.perception.objects;

import dev.vsa.model.ModelDescription;
import dev.vsa.model.ModelException;
import dev.vsa.perception.inference.Lane;
import dev.vsa.perception.inference.Session;
import java.nio.ByteBuffer;

/** One detector's lane at one size of the input, and the decoder of what it puts out. Owned by one detector. */
final class SizedModel implements AutoCloseable {

    private final InputSize size;
    private final Lane lane;
    private final Decoder decoder;

    /**
     * Makes the tensors.
     *
     * @throws ModelException.WrongShape if the model takes or gives others than its description says
     */
    SizedModel(Session session, ModelDescription model, InputSize size) {
        this.size = size;
        this.lane = new Lane(session, model.input().pixels(), size.width(), size.height());
        try {
            this.decoder = Decoder.of(model, lane.outputs(), size);
        } catch (RuntimeException e) {
            lane.close();
            throw e;
        }
    }

    /** The size of the input. */
    InputSize size() {
        return size;
    }

    /** The memory of the input. */
    ByteBuffer input() {
        return lane.input();
    }

    /** Runs the model on what the input holds and adds what it finds. */
    void run(Candidates found) {
        lane.run();
        decoder.decode(found);
    }

    @Override
    public void close() {
        lane.close();
    }
}
