package dev.vsa.perception.objects;

import dev.vsa.frame.Frame;
import dev.vsa.model.ModelInput;
import java.nio.ByteBuffer;

/**
 * Brings frames of one layout into a model's input tensor in one pass over rows: scale each plane, convert the small row, write it.
 * The picture at full size is never converted, and nothing is allocated. Chroma is taken as centred between its luma samples.
 */
final class Preprocessor {

    private final Frame.Layout layout;
    private final int contentWidth;
    private final int contentHeight;
    private final InputWriter writer;
    private final ColourMatrix matrix;
    private final Resampling[] rows;
    private final Resampling[] columns;
    private final RowAccumulator[] accumulators;
    private final int[] sums;
    private final int[] first;
    private final int[] second;
    private final int[] third;

    /**
     * Plans the way from frames to a tensor.
     *
     * @param layout of the frames
     * @param input what the model wants
     * @param width columns of the tensor
     * @param height rows of the tensor
     * @param tensor its memory; is filled with padding where the picture will leave it free
     */
    Preprocessor(Frame.Layout layout, ModelInput input, int width, int height, ByteBuffer tensor) {
        this.layout = layout;
        double widthForHeight = layout.aspect() * height;
        boolean stretch = input.resize() == ModelInput.Resize.STRETCH;
        this.contentWidth = stretch ? width : clamp(Math.round(widthForHeight), width);
        this.contentHeight = stretch ? height : clamp(Math.round(width / layout.aspect()), height);
        this.writer = InputWriter.of(input, width, height, tensor);
        writer.fill(width, height, input.padding());
        this.matrix = ColourMatrix.forRows(layout.height());
        int planes = layout.format().planes();
        this.rows = new Resampling[planes];
        this.columns = new Resampling[planes];
        this.accumulators = new RowAccumulator[planes];
        for (int p = 0; p < planes; p++) {
            rows[p] = new Resampling(layout.format().rows(p, layout.height()), contentHeight);
            columns[p] = new Resampling(p == 0 ? layout.width() : (layout.width() + 1) / 2, contentWidth);
            accumulators[p] = new RowAccumulator(layout.format().rowBytes(p, layout.width()));
        }
        this.sums = new int[layout.width() + 1];
        this.first = new int[contentWidth];
        this.second = new int[contentWidth];
        this.third = new int[contentWidth];
    }

    private static int clamp(long side, int most) {
        return (int) Math.max(1, Math.min(most, side));
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
        switch (layout.format()) {
            case I420 -> planar(frame);
            case NV12 -> semiPlanar(frame);
            case GRAY8 -> gray(frame);
            case BGR24 -> interleaved(frame);
        }
    }

    private void planar(Frame frame) {
        ByteBuffer luma = frame.plane(0);
        ByteBuffer u = frame.plane(1);
        ByteBuffer v = frame.plane(2);
        for (int y = 0; y < contentHeight; y++) {
            columns[0].apply(sum(0, luma, y), 0, 1, sums, first);
            columns[1].apply(sum(1, u, y), 0, 1, sums, second);
            columns[2].apply(sum(2, v, y), 0, 1, sums, third);
            matrix.convert(contentWidth, first, second, third);
            writer.row(y, contentWidth, first, second, third);
        }
    }

    private void semiPlanar(Frame frame) {
        ByteBuffer luma = frame.plane(0);
        ByteBuffer chroma = frame.plane(1);
        for (int y = 0; y < contentHeight; y++) {
            columns[0].apply(sum(0, luma, y), 0, 1, sums, first);
            int[] both = sum(1, chroma, y);
            columns[1].apply(both, 0, 2, sums, second);
            columns[1].apply(both, 1, 2, sums, third);
            matrix.convert(contentWidth, first, second, third);
            writer.row(y, contentWidth, first, second, third);
        }
    }

    private void gray(Frame frame) {
        ByteBuffer luma = frame.plane(0);
        for (int y = 0; y < contentHeight; y++) {
            columns[0].apply(sum(0, luma, y), 0, 1, sums, first);
            ColourMatrix.round(contentWidth, first);
            writer.row(y, contentWidth, first, first, first);
        }
    }

    private void interleaved(Frame frame) {
        ByteBuffer pixels = frame.plane(0);
        for (int y = 0; y < contentHeight; y++) {
            int[] all = sum(0, pixels, y);
            columns[0].apply(all, 0, 3, sums, first);
            columns[0].apply(all, 1, 3, sums, second);
            columns[0].apply(all, 2, 3, sums, third);
            ColourMatrix.round(contentWidth, first);
            ColourMatrix.round(contentWidth, second);
            ColourMatrix.round(contentWidth, third);
            writer.row(y, contentWidth, first, second, third);
        }
    }

    private int[] sum(int plane, ByteBuffer memory, int row) {
        return accumulators[plane].sum(memory, layout.strides().get(plane), rows[plane], row);
    }
}
