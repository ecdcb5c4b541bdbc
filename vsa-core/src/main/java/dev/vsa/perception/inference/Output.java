package dev.vsa.perception.inference;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.List;

/**
 * An output of a model.
 *
 * @param name its name
 * @param shape its shape
 * @param memory floats, as many as the shape says, in native order
 */
public record Output(String name, List<Long> shape, ByteBuffer memory) {

    /** The memory as floats. */
    public FloatBuffer floats() {
        return memory.order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    /** The memory as the bits of floats. */
    public IntBuffer bits() {
        return memory.order(ByteOrder.nativeOrder()).asIntBuffer();
    }

    /** The length of the last dimension. */
    public int columns() {
        return shape.isEmpty() ? 1 : Math.toIntExact(shape.get(shape.size() - 1));
    }

    /** How many rows of that length there are. */
    public int rows() {
        return memory.capacity() / Float.BYTES / Math.max(1, columns());
    }
}
