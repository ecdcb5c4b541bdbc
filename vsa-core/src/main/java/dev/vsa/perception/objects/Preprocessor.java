package dev.vsa.perception.objects;

import dev.vsa.frame.Frame;
import dev.vsa.model.ModelInput;
import dev.vsa.perception.inference.ColourMatrix;
import java.nio.ByteBuffer;

/**
 * Brings frames of one layout into a model's input tensor in one pass over rows: scale each plane, convert the small row, write it.
 * The picture at full size is never converted, and nothing is allocated.
 *
 * <p>Chroma, which has half the resolution, is brought to half the target's, and one sample serves four pixels there as it did in
 * the frame. It is taken as centred among its four luma samples.
 */
final class Preprocessor {

    private final Frame.Layout layout;
    private final int contentWidth;
    private final int contentHeight;
    private final InputWriter writer;
    private final ColourMatrix matrix;
    private final PlaneScaler[] planes;
    private final int[] halfU;
    private final int[] halfV;
    private final int[] luma;
    private final int[] u;
    private final int[] v;
    private final int[] blue;
    private final int[] green;
    private final int[] red;

    /**
     * Plans the way from frames to a tensor.
     *
     * @param layout of the frames
     * @param input what the model wants
     * @param size of the tensor
     * @param tensor its memory; is filled with padding where the picture will leave it free
     */
    Preprocessor(Frame.Layout layout, ModelInput input, InputSize size, ByteBuffer tensor) {
        this.layout = layout;
        int width = size.width();
        int height = size.height();
        boolean stretch = input.resize() == ModelInput.Resize.STRETCH;
        this.contentWidth = stretch ? width : side(layout.aspect() * height, width);
        this.contentHeight = stretch ? height : side(width / layout.aspect(), height);
        this.writer = InputWriter.of(input, size, tensor);
        writer.fill(width, height, input.padding());
        this.matrix = ColourMatrix.forRows(layout.height());
        this.planes = new PlaneScaler[layout.format().planes()];
        int halfWidth = half(contentWidth);
        for (int p = 0; p < planes.length; p++) {
            int columns = p == 0 ? layout.width() : half(layout.width());
            int rows = layout.format().rows(p, layout.height());
            planes[p] = new PlaneScaler(
                    columns,
                    rows,
                    layout.format().rowBytes(p, layout.width()) / columns,
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

    /** Whether frames of that layout can be taken. */
    boolean takes(Frame.Layout other) {
        return layout.equals(other);
    }

    /** Brings a frame of the planned layout into the tensor. */
    void apply(Frame frame) {
        for (int y = 0; y < contentHeight; y++) {
            switch (layout.format()) {
                case I420, NV12 -> colours(frame, y);
                case GRAY8 -> gray(frame, y);
                case BGR24 -> interleaved(frame, y);
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
        planes[plane].sumRows(frame.plane(plane), layout.strides().get(plane), row);
    }
}
