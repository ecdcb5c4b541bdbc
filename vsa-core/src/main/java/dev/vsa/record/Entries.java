package dev.vsa.record;

import java.util.ArrayList;
import java.util.List;

/** The entries of the scene before and of the scene at hand, used again and again. */
final class Entries {

    private List<Entry> before = new ArrayList<>();
    private List<Entry> now = new ArrayList<>();
    private int beforeCount;
    private int nowCount;
    private int next;

    /** Forgets everything. */
    void clear() {
        beforeCount = 0;
        nowCount = 0;
        next = 0;
    }

    /** Makes what is at hand the scene before. */
    void nextScene() {
        List<Entry> spare = before;
        before = now;
        beforeCount = nowCount;
        now = spare;
        nowCount = 0;
        next = 0;
    }

    Entry add() {
        if (nowCount == now.size()) {
            now.add(new Entry());
        }
        return now.get(nowCount++);
    }

    int before() {
        return beforeCount;
    }

    Entry before(int index) {
        return before.get(index);
    }

    /**
     * How an entry of the scene before is told: as a distance from the one that follows the last told.
     *
     * @param index which, or −1 for none
     */
    long reference(int index) {
        if (index < 0) {
            return 0;
        }
        long distance = (long) index - next;
        next = index + 1;
        return 1 + (distance << 1 ^ distance >> 63);
    }

    /** The opposite of {@link #reference}. */
    int referred(long reference) {
        if (reference == 0) {
            return -1;
        }
        long folded = reference - 1;
        long index = next + (folded >>> 1 ^ -(folded & 1));
        if (index < 0 || index >= beforeCount) {
            throw new IllegalArgumentException("entry " + index + " of " + beforeCount + " in the scene before");
        }
        next = (int) index + 1;
        return (int) index;
    }

    /** The entry that would be told in the fewest bits. */
    int expected() {
        return next;
    }
}
