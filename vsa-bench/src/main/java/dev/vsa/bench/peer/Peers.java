package dev.vsa.bench.peer;

import dev.vsa.bench.mot.MotBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Where {@code peers/build.sh} put what it built: {@code vsa-bench/peers/target}, or the folder of {@code VSA_PEERS}. */
final class Peers {

    private Peers() {}

    /** A file or folder that was built, if it was. */
    static Optional<Path> find(String name) {
        String folder = Optional.ofNullable(System.getProperty("vsa.peers"))
                .orElse(System.getenv().getOrDefault("VSA_PEERS", ""));
        List<Path> places = folder.isEmpty()
                ? List.of(Path.of("vsa-bench", "peers", "target"), Path.of("peers", "target"))
                : List.of(Path.of(folder));
        return places.stream()
                .map(place -> place.resolve(name).toAbsolutePath())
                .filter(Files::exists)
                .findFirst();
    }

    /** What people are told where one is missing. */
    static String missing(String name, String peer) {
        return find(name).isPresent() ? "" : peer + " is not here: run vsa-bench/peers/build.sh " + name;
    }

    /** Boxes as the peers read them, a line each: frame, left, top, width, height, confidence. */
    static String text(List<MotBox> boxes) {
        return boxes.stream()
                .map(box -> String.format(
                        Locale.ROOT,
                        "%d %.3f %.3f %.3f %.3f %.4f%n",
                        box.frame(),
                        box.left(),
                        box.top(),
                        box.width(),
                        box.height(),
                        box.confidence()))
                .collect(Collectors.joining());
    }

    /** The first Python that has a module: the one on the path, or the system's, which has the system's packages. */
    static Optional<String> python(String module) {
        return List.of("python3", "/usr/bin/python3").stream()
                .filter(python -> works(List.of(python, "-c", "import " + module)))
                .findFirst();
    }

    private static boolean works(List<String> command) {
        try {
            Process probe = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return probe.waitFor(60, TimeUnit.SECONDS) && probe.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
