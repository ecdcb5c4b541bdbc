package dev.vsa.perception;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.IntConsumer;

/** Measures what code allocates. */
public final class Allocation {

    private static final int WINDOWS = 4;

    private Allocation() {}

    /**
     * Runs frames in a few windows and returns the bytes allocated in the thriftiest: what every frame allocates shows in each
     * window, what the virtual machine does once does not.
     *
     * @param frame what is done for a frame
     * @param warmUp frames run before
     * @param window frames in a window
     */
    public static long leastOf(IntConsumer frame, int warmUp, int window) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        int f = 0;
        while (f < warmUp) {
            frame.accept(f++);
        }
        long least = Long.MAX_VALUE;
        for (int w = 1; w <= WINDOWS; w++) {
            long before = threads.getThreadAllocatedBytes(self);
            while (f < warmUp + w * window) {
                frame.accept(f++);
            }
            least = Math.min(least, threads.getThreadAllocatedBytes(self) - before);
        }
        return least;
    }
}
