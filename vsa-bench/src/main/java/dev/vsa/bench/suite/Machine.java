package dev.vsa.bench.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the figures depend on. */
final class Machine {

    private Machine() {}

    /** Facts in the order in which they are shown. */
    static Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("processor", first("/proc/cpuinfo", "model name").orElse(System.getProperty("os.arch")));
        facts.put("vector", vector());
        facts.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
        facts.put("memory", first("/proc/meminfo", "MemTotal").orElse("unknown"));
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("jvm", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        return facts;
    }

    /** The facts, how busy it is now, and the versions of what is compared. */
    static Map<String, String> beforeARun() {
        Map<String, String> facts = facts();
        facts.put("load before", load());
        facts.putAll(Stages.versions());
        return facts;
    }

    /** Whether figures of two runs may be held against each other. */
    static boolean same(Map<String, String> a, Map<String, String> b) {
        return Stream.of("processor", "cores", "memory", "jvm")
                .allMatch(key -> String.valueOf(a.get(key)).equals(b.get(key)));
    }

    /** The load of the machine before a run: what is measured while others work is worth little. */
    static String load() {
        try {
            String load = Files.readString(Path.of("/proc/loadavg"));
            return load.substring(0, Math.max(0, load.indexOf(' ')));
        } catch (IOException | UncheckedIOException e) {
            return "unknown";
        }
    }

    private static String vector() {
        String flags = first("/proc/cpuinfo", "flags").orElse("");
        return Stream.of("avx2", "avx512f", "avx512_vnni", "asimd")
                .filter(flag -> (" " + flags + " ").contains(" " + flag + " "))
                .reduce((a, b) -> a + " " + b)
                .orElse("unknown");
    }

    private static Optional<String> first(String file, String key) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
