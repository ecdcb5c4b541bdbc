package dev.vsa.source;

import dev.vsa.frame.Frame;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bounded number of pictures in memory of our own, used again and again. Thread-safe. */
final class CopyPool {

    private final int most;
    private final Deque<ByteBuffer> free = new ArrayDeque<>();
    private int leased;

    CopyPool(int most) {
        this.most = most;
    }

    /** A copy of a picture; to be given back once. */
    record Copy(ByteBuffer memory, List<ByteBuffer> planes) {}

    synchronized boolean available() {
        return leased < most;
    }

    /**
     * Copies a picture.
     *
     * @return the copy, or null if as many as there may be are leased
     * @throws IllegalArgumentException if a plane is missing or too short
     */
    @Nullable Copy take(Frame.Layout layout, List<ByteBuffer> planes) {
        int bytes = check(layout, planes);
        ByteBuffer memory = memory(bytes);
        if (memory == null) {
            return null;
        }
        List<ByteBuffer> copies = new ArrayList<>();
        int start = 0;
        for (int p = 0; p < planes.size(); p++) {
            int length = layout.planeBytes(p);
            copies.add(memory.slice(start, length).put(0, planes.get(p), 0, length));
            start += length;
        }
        return new Copy(memory, copies);
    }

    void giveBack(Copy copy) {
        synchronized (this) {
            leased--;
            free.push(copy.memory);
        }
    }

    private static int check(Frame.Layout layout, List<ByteBuffer> planes) {
        if (planes.size() != layout.format().planes()) {
            throw new IllegalArgumentException(
                    layout.format() + " has " + layout.format().planes() + " planes; got " + planes.size());
        }
        int bytes = 0;
        for (int p = 0; p < planes.size(); p++) {
            int needed = layout.planeBytes(p);
            if (planes.get(p).capacity() < needed) {
                throw new IllegalArgumentException(
                        "plane " + p + " holds " + planes.get(p).capacity() + " bytes; the layout needs " + needed);
            }
            bytes = Math.addExact(bytes, needed);
        }
        return bytes;
    }

    private synchronized @Nullable ByteBuffer memory(int bytes) {
        if (leased == most) {
            return null;
        }
        ByteBuffer kept = free.poll();
        ByteBuffer memory = kept != null && kept.capacity() >= bytes ? kept : ByteBuffer.allocateDirect(bytes);
        leased++;
        return memory;
    }
}
