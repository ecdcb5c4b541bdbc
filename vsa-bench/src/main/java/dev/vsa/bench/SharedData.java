package dev.vsa.bench;

import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Data that developers have and users have not; nothing may need it. */
public final class SharedData {

    private SharedData() {}

    /**
     * A file or folder of it: in the folder named by the system property {@code vsa.shared} or the environment variable {@code
     * VSA_SHARED}, else in {@code shared} beside the repository: the first above the folder that the program was started in, or above
     * the program's own file.
     *
     * @param name its path within
     * @return the path, whether or not something is there
     */
    public static Path file(String name) {
        return Optional.ofNullable(System.getProperty("vsa.shared"))
                .or(() -> Optional.ofNullable(System.getenv("VSA_SHARED")))
                .map(Path::of)
                .or(() -> above(Path.of("").toAbsolutePath()))
                .or(() -> program().flatMap(SharedData::above))
                .orElse(Path.of("shared"))
                .resolve(name);
    }

    private static Optional<Path> above(Path start) {
        return Stream.iterate(start, Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve("shared"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    private static Optional<Path> program() {
        try {
            return Optional.ofNullable(SharedData.class.getProtectionDomain().getCodeSource())
                    .map(CodeSource::getLocation)
                    .map(URL::toString)
                    .map(URI::create)
                    .map(Path::of);
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }
}
