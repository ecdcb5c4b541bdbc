package dev.vsa.spi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a detector remembers of each track: a map from track numbers to states that are used again, so that once it has grown
 * to the number of tracks in the picture it allocates nothing. Boxing and iterators are spared too: go through it by index.
 *
 * <p>Nothing is forgotten by itself. A detector removes a state once its track has not been seen for a while; that is what
 * keeps its memory bounded. Not thread-safe.
 *
 * @param <S> the state; mutable
 */
public final class TrackMemory<S> {

    private static final int EMPTY = -1;

    private final Supplier<S> maker;
    /** Dense: the states in use come first, spare ones behind. */
    private final List<S> states = new ArrayList<>();

    private long[] ids = new long[16];
    private int size;
    /** Where the last one was found. */
    private int found;
    /** Open addressing with linear probing: positions in the dense lists; at most half full. */
    private int[] slots = new int[32];

    /**
     * Creates an empty memory.
     *
     * @param maker makes a state when no spare one is left
     */
    public TrackMemory(Supplier<S> maker) {
        this.maker = maker;
        Arrays.fill(slots, EMPTY);
    }

    /** How many tracks are remembered. */
    public int size() {
        return size;
    }

    /**
     * The state at a position. Positions change when a state is removed: the last one takes its place. So whoever removes
     * while going through the memory goes from the end to the beginning.
     *
     * @param index 0 to {@code size() - 1}
     */
    public S at(int index) {
        return states.get(checked(index));
    }

    /**
     * The number of the track at a position.
     *
     * @param index 0 to {@code size() - 1}
     */
    public long idAt(int index) {
        return ids[checked(index)];
    }

    /**
     * The state of a track.
     *
     * @param id the track's number
     * @return its state, or null if it is not remembered
     */
    public @Nullable S find(long id) {
        // Scenes list tracks in much the same order, so the next one is mostly the one behind the last one.
        int guess = found + 1 < size ? found + 1 : 0;
        if (guess < size && ids[guess] == id) {
            found = guess;
            return states.get(guess);
        }
        int index = slots[slotOf(id)];
        if (index == EMPTY) {
            return null;
        }
        found = index;
        return states.get(index);
    }

    /**
     * Begins to remember a track. Its state may have served another track before: set every field.
     *
     * @param id the track's number
     * @return its state
     * @throws IllegalStateException if it is remembered already
     */
    public S add(long id) {
        if (2 * (size + 1) > slots.length) {
            grow();
        }
        int slot = slotOf(id);
        if (slots[slot] != EMPTY) {
            throw new IllegalStateException("track " + id + " is remembered already");
        }
        if (size == states.size()) {
            states.add(maker.get());
        }
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
        }
        slots[slot] = size;
        ids[size] = id;
        return states.get(size++);
    }

    /**
     * Forgets the track at a position; the last one takes its place.
     *
     * @param index 0 to {@code size() - 1}
     */
    public void removeAt(int index) {
        free(slotOf(ids[checked(index)]));
        int last = --size;
        if (index != last) {
            S removed = states.get(index);
            states.set(index, states.get(last));
            states.set(last, removed);
            ids[index] = ids[last];
            slots[slotOf(ids[index])] = index;
        }
    }

    /** Forgets all tracks. */
    public void clear() {
        size = 0;
        Arrays.fill(slots, EMPTY);
    }

    /**
     * Writes all tracks with their states, in the order of their positions.
     *
     * @param out where to
     * @param state writes one state, such as {@code Visit::snapshot}
     */
    public void snapshot(StateWriter out, BiConsumer<? super S, StateWriter> state) {
        out.putInt(size);
        for (int i = 0; i < size; i++) {
            out.putLong(ids[i]);
            state.accept(states.get(i), out);
        }
    }

    /**
     * Reads what {@link #snapshot} wrote, in place of what is remembered.
     *
     * @param in where from
     * @param state reads one state, such as {@code Visit::restore}; it sets every field
     * @throws StateReader.UnreadableStateException if the data is damaged
     * @throws IllegalStateException if a track stands in it twice
     */
    public void restore(StateReader in, BiConsumer<? super S, StateReader> state) {
        clear();
        for (int left = in.count(); left > 0; left--) {
            state.accept(add(in.getLong()), in);
        }
    }

    private int checked(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("position " + index + " of " + size);
        }
        return index;
    }

    /** Where a track is, or the empty slot where it would be. */
    private int slotOf(long id) {
        int slot = home(id);
        while (slots[slot] != EMPTY && ids[slots[slot]] != id) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    /** Fibonacci hashing: consecutive numbers, which track numbers are, fall far apart. */
    private int home(long id) {
        return (int) (id * 0x9E3779B97F4A7C15L >>> 32) & slots.length - 1;
    }

    /** Empties a slot and moves up what lies behind it and could not be found any more (Knuth, algorithm 6.4R). */
    private void free(int slot) {
        int gap = slot;
        slots[gap] = EMPTY;
        for (int i = gap + 1 & slots.length - 1; slots[i] != EMPTY; i = i + 1 & slots.length - 1) {
            int home = home(ids[slots[i]]);
            boolean reachable = gap <= i ? gap < home && home <= i : gap < home || home <= i;
            if (!reachable) {
                slots[gap] = slots[i];
                slots[i] = EMPTY;
                gap = i;
            }
        }
    }

    private void grow() {
        slots = new int[2 * slots.length];
        Arrays.fill(slots, EMPTY);
        for (int i = 0; i < size; i++) {
            slots[slotOf(ids[i])] = i;
        }
    }
}
