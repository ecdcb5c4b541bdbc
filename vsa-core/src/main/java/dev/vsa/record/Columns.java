package dev.vsa.record;

/**
 * A block while it is being filled or read. Figures of one kind stand together, because like compresses well beside like.
 * Format 1 has these columns, in this order.
 */
final class Columns {

    static final int COUNT = 15;

    final Column texts = new Column();
    final Column rare = new Column();
    final Column items = new Column();
    final Column times = new Column();
    final Column references = new Column();
    final Column flags = new Column();
    final Column left = new Column();
    final Column top = new Column();
    final Column width = new Column();
    final Column height = new Column();
    final Column velocity = new Column();
    final Column confidence = new Column();
    final Column raw = new Column();
    final Column features = new Column();
    final Column grids = new Column();

    private final Column[] all = {
        texts,
        rare,
        items,
        times,
        references,
        flags,
        left,
        top,
        width,
        height,
        velocity,
        confidence,
        raw,
        features,
        grids
    };

    Column at(int index) {
        return all[index];
    }

    void clear() {
        for (Column column : all) {
            column.clear();
        }
    }

    /** Bytes in all of them. */
    long size() {
        long size = 0;
        for (Column column : all) {
            size += column.end;
        }
        return size;
    }

    /** Lays the columns over a block's bytes, which begin with their lengths. */
    void read(byte[] bytes, int length) {
        Column head = new Column(bytes, 0, length);
        int[] lengths = new int[COUNT];
        for (int i = 0; i < COUNT; i++) {
            lengths[i] = head.getCount(head);
        }
        int from = length - head.left();
        for (int i = 0; i < COUNT; i++) {
            if (lengths[i] > length - from) {
                throw new IllegalArgumentException("column " + i + " reaches past the block");
            }
            all[i].read(bytes, from, from + lengths[i]);
            from += lengths[i];
        }
        if (from != length) {
            throw new IllegalArgumentException((length - from) + " bytes belong to no column");
        }
    }
}
