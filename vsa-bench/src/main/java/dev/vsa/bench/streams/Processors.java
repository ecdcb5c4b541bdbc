package dev.vsa.bench.streams;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the machine's processors did since the beginning of the system.
 *
 * @param nanos when this was read
 * @param own nanoseconds that this program worked
 * @param idle ticks in which a processor had nothing to do
 * @param all ticks of all processors; 0 where the system does not tell
 */
record Processors(long nanos, long own, long idle, long all) {

    private static final Pattern WORDS = Pattern.compile("\\s+");
    private static final int IDLE = 4;
    private static final int WAITING = 5;
    private static final int STOLEN = 8;

    static int count() {
        return Runtime.getRuntime().availableProcessors();
    }

    static Processors now() {
        long own =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
        try {
            return of(System.nanoTime(), own, Files.readString(Path.of("/proc/stat")));
        } catch (IOException e) {
            return new Processors(System.nanoTime(), own, 0, 0);
        }
    }

    /** From the text of {@code /proc/stat}: user, nice, system, idle, waiting for disks, interrupts, soft interrupts, stolen. */
    static Processors of(long nanos, long own, String stat) {
        List<String> words =
                WORDS.splitAsStream(stat.lines().findFirst().orElse("").strip()).toList();
        if (words.size() <= STOLEN || !words.get(0).equals("cpu")) {
            return new Processors(nanos, own, 0, 0);
        }
        long all = 0;
        for (int i = 1; i <= STOLEN; i++) {
            all += Long.parseLong(words.get(i));
        }
        return new Processors(nanos, own, Long.parseLong(words.get(IDLE)) + Long.parseLong(words.get(WAITING)), all);
    }

    /** Share of the processors that this program used since then, 0 to 1. */
    double ownSince(Processors then) {
        return (own - then.own) / (double) Math.max(1, nanos - then.nanos) / count();
    }

    /** Share of the processors that others used since then, 0 to 1; 0 where the system does not tell. */
    double othersSince(Processors then) {
        if (all <= then.all) {
            return 0;
        }
        double busy = 1 - (idle - then.idle) / (double) (all - then.all);
        return Math.max(0, Math.min(1, busy - ownSince(then)));
    }
}
