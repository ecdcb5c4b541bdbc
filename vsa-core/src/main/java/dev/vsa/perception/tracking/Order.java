package dev.vsa.perception.tracking;

/**
 * Puts indices in the order of a coordinate: a merge sort over memory that is used again. The library's own sort allocates
 * where its input is partly in order, and from frame to frame it is.
 */
final class Order {

    private static final int RUN = 16;

    private long[] keys = new long[64];
    private long[] spare = new long[64];

    void reserve(int size) {
        if (keys.length < size) {
            int capacity = Math.max(size, 2 * keys.length);
            keys = new long[capacity];
            spare = new long[capacity];
        }
    }

    /** Gives an index a place in the order; indices with equal coordinates stay in their own order. */
    void set(int place, float coordinate, int index) {
        int bits = Float.floatToIntBits(coordinate + 0f);
        int sortable = bits ^ ((bits >> 31) & 0x7fff_ffff);
        keys[place] = ((long) sortable << 32) | index;
    }

    /** Exchanges what stands in two places. */
    void swap(int a, int b) {
        long key = keys[a];
        keys[a] = keys[b];
        keys[b] = key;
    }

    int index(int place) {
        return (int) keys[place];
    }

    void sort(int size) {
        for (int from = 0; from < size; from += RUN) {
            insertionSort(from, Math.min(size, from + RUN));
        }
        for (int width = RUN; width < size; width *= 2) {
            for (int from = 0; from < size; from += 2 * width) {
                merge(from, Math.min(size, from + width), Math.min(size, from + 2 * width));
            }
            long[] sorted = spare;
            spare = keys;
            keys = sorted;
        }
    }

    private void insertionSort(int from, int to) {
        for (int k = from + 1; k < to; k++) {
            long key = keys[k];
            int at = k;
            while (at > from && keys[at - 1] > key) {
                keys[at] = keys[at - 1];
                at--;
            }
            keys[at] = key;
        }
    }

    private void merge(int from, int middle, int to) {
        int a = from;
        int b = middle;
        for (int k = from; k < to; k++) {
            spare[k] = a < middle && (b >= to || keys[a] <= keys[b]) ? keys[a++] : keys[b++];
        }
    }
}
