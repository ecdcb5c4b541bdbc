package dev.vsa.perception.objects;

import dev.vsa.frame.Frame;
import dev.vsa.model.ModelInput;
import dev.vsa.perception.inference.ColourMatrix;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Brings frames of one layout, or parts of them, into a model's input tensor in one pass over rows: scale each plane, convert the small row, write it.
 * The picture at full size is never converted, and nothing is allocated.
 *
 * <p>Chroma, which has half the resolution, is brought to half the target's, and one sample serves four pixels there as it did in
 * the frame. It is taken as centred among its four luma samples.
 */
final class Preprocessor {

    private final Frame.Layout layout;
    private final int width;
    private final int height;
    private final InputSize size;
    private final int padding;
    private final int contentWidth;
    private final int contentHeight;
    private final InputWriter writer;
    private final ColourMatrix matrix;
    private final PlaneScaler[] planes;
    private final int[] from;
    private final int[] halfU;
    private final int[] halfV;
    private final int[] luma;
    private final int[] u;
    private final int[] v;
    private final int[] blue;
    private final int[] green;
    private final int[] red;
    private final int[] free;

    /**
     * Plans the way from frames to a tensor.
     *
     * @param layout of the frames
     * @param input what the model wants
     * @param size of the tensor
     * @param tensor its memory; is filled with padding where the picture will leave it free
     */
    Preprocessor(Frame.Layout layout, ModelInput input, InputSize size, ByteBuffer tensor) {
        this(layout, layout.width(), layout.height(), input, size, tensor);
        pad();
    }

    /**
     * Plans the way from parts of frames to a tensor, which others may share: see {@link #pad}.
     *
     * @param layout of the frames
     * @param width of a part
     * @param height of a part
     * @param input what the model wants
     * @param size of the tensor
     * @param tensor its memory
     */
    Preprocessor(Frame.Layout layout, int width, int height, ModelInput input, InputSize size, ByteBuffer tensor) {
        this.layout = layout;
        this.width = width;
        this.height = height;
        this.size = size;
        this.padding = input.padding();
        double aspect = width * layout.pixelAspect() / height;
        boolean stretch = input.resize() == ModelInput.Resize.STRETCH;
        this.contentWidth = stretch ? size.width() : side(aspect * size.height(), size.width());
        this.contentHeight = stretch ? size.height() : side(size.width() / aspect, size.height());
        this.writer = InputWriter.of(input, size, tensor);
        this.matrix = ColourMatrix.forRows(layout.height());
        this.planes = new PlaneScaler[layout.format().planes()];
        this.from = new int[planes.length];
        int halfWidth = half(contentWidth);
        for (int p = 0; p < planes.length; p++) {
            int columns = p == 0 ? width : half(width);
            int rows = layout.format().rows(p, height);
            planes[p] = new PlaneScaler(
                    columns,
                    rows,
                    layout.format().rowBytes(p, width) / columns,
                    p == 0 ? contentWidth : halfWidth,
                    p == 0 ? contentHeight : half(contentHeight));
        }
        this.halfU = new int[halfWidth];
        this.halfV = new int[halfWidth];
        this.luma = new int[contentWidth];
        this.u = new int[2 * halfWidth];
        this.v = new int[2 * halfWidth];
        this.blue = new int[contentWidth];
        this.green = new int[contentWidth];
        this.red = new int[contentWidth];
        this.free = new int[size.width()];
    }

    private static int side(double wanted, int most) {
        return (int) Math.max(1, Math.min(most, Math.round(wanted)));
    }

    private static int half(int side) {
        return (side + 1) / 2;
    }

    /** Columns of the tensor that hold the picture, from the left. */
    int contentWidth() {
        return contentWidth;
    }

    /** Rows of the tensor that hold the picture, from the top. */
    int contentHeight() {
        return contentHeight;
    }

    /** Whether it is for parts of that size. */
    boolean takes(int partWidth, int partHeight) {
        return width == partWidth && height == partHeight;
    }

    /** Fills the tensor with padding: once, and again after another one has written into the same tensor. */
    void pad() {
        Arrays.fill(free, padding);
        for (int y = 0; y < size.height(); y++) {
            writer.row(y, size.width(), free, free, free);
        }
    }

    /** Brings a frame of the planned layout into the tensor. */
    void apply(Frame frame) {
        apply(frame, 0, 0);
    }

    /**
     * Brings the part that begins at a pixel into the tensor.
     *
     * @param frame of the planned layout
     * @param x even, so that chroma samples stay whole
     * @param y even
     */
    void apply(Frame frame, int x, int y) {
        for (int p = 0; p < planes.length; p++) {
            from[p] = layout.format().rows(p, y) * frame.stride(p)
                    + layout.format().rowBytes(p, x);
        }
        for (int row = 0; row < contentHeight; row++) {
            switch (layout.format()) {
                case I420, NV12 -> colours(frame, row);
                case GRAY8 -> gray(frame, row);
                case BGR24 -> interleaved(frame, row);
            }
        }
    }

    private void colours(Frame frame, int y) {
        sumRows(frame, 0, y);
        planes[0].scale(0, luma);
        if ((y & 1) == 0) {
            sumRows(frame, 1, y / 2);
            planes[1].scale(0, halfU);
            if (planes.length == 2) {
                planes[1].scale(1, halfV);
            } else {
                sumRows(frame, 2, y / 2);
                planes[2].scale(0, halfV);
            }
            twice(halfU, u);
            twice(halfV, v);
        }
        matrix.convert(luma, u, v, blue, green, red);
        writer.row(y, contentWidth, blue, green, red);
    }

    private static void twice(int[] half, int[] full) {
        for (int x = 0; x < half.length; x++) {
            full[2 * x] = half[x];
            full[2 * x + 1] = half[x];
        }
    }

    private void gray(Frame frame, int y) {
        sumRows(frame, 0, y);
        planes[0].scale(0, luma);
        ColourMatrix.round(luma);
        writer.row(y, contentWidth, luma, luma, luma);
    }

    private void interleaved(Frame frame, int y) {
        sumRows(frame, 0, y);
        planes[0].scale(0, blue);
        planes[0].scale(1, green);
        planes[0].scale(2, red);
        ColourMatrix.round(blue);
        ColourMatrix.round(green);
        ColourMatrix.round(red);
        writer.row(y, contentWidth, blue, green, red);
    }

    private void sumRows(Frame frame, int plane, int row) {
        planes[plane].sumRows(frame.plane(plane), from[plane], frame.stride(plane), row);
    }
}
