package dev.vsa.bench.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Counts which methods were at work in the samples of the JDK's flight recorder: of each sample the innermost one that is not the
 * JDK's own.
 */
final class HotMethods {

    private static final int SHOWN = 10;
    private static final String JAVA = "jdk.ExecutionSample";
    private static final String NATIVE = "jdk.NativeMethodSample";
    /** Where threads wait, and the harness: no work. */
    private static final List<String> IDLE = List.of(
            "java.io.FileInputStream.read",
            "java.net.",
            "sun.nio.",
            "java.lang.Object.wait",
            "java.lang.Thread.sleep",
            "java.lang.ProcessHandleImpl.",
            "java.lang.ref.",
            "jdk.internal.misc.Unsafe.park",
            "jdk.internal.misc.VM.",
            "org.openjdk.jmh.");

    /** What the JDK does is done for its caller. */
    private static final List<String> JDK = List.of("java.", "jdk.", "sun.");

    private final Map<String, Integer> counts = new HashMap<>();
    private int samples;

    HotMethods() {}

    /** Counts a recording of the flight recorder. */
    void read(Path recording) throws IOException {
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                String type = event.getEventType().getName();
                if ((type.equals(JAVA) || type.equals(NATIVE)) && event.getStackTrace() != null) {
                    count(
                            event.getStackTrace().getFrames().stream()
                                    .map(HotMethods::name)
                                    .toList(),
                            type.equals(NATIVE));
                }
            }
        }
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    /**
     * Counts one sample.
     *
     * @param stack the methods that were under way, innermost first
     * @param inNative whether the innermost is native
     */
    void count(List<String> stack, boolean inNative) {
        if (stack.isEmpty() || IDLE.stream().anyMatch(stack.get(0)::startsWith)) {
            return;
        }
        String method = stack.stream()
                .filter(it -> JDK.stream().noneMatch(it::startsWith))
                .findFirst()
                .orElse(stack.get(0));
        boolean nativeItself = inNative && method.equals(stack.get(0));
        samples++;
        counts.merge(nativeItself ? method + " (native)" : method, 1, Integer::sum);
    }

    Profile profile(String stage, String benchmark) {
        List<Profile.Hot> hottest = counts.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Integer> e) -> -e.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(SHOWN)
                .map(e -> new Profile.Hot(e.getKey(), e.getValue() / (double) samples))
                .toList();
        return new Profile(stage, benchmark, samples, hottest);
    }
}
