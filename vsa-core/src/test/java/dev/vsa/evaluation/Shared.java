package dev.vsa.evaluation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where labelled clips lie on a developer's machine, and where the repository does. */
final class Shared {

    private Shared() {}

    /** The folder of the clips, whether or not it exists. */
    static Path clips() {
        return Optional.ofNullable(System.getProperty("vsa.shared"))
                .or(() -> Optional.ofNullable(System.getenv("VSA_SHARED")))
                .map(Path::of)
                .orElseGet(() -> above("shared"))
                .resolve("clips");
    }

    /** A folder in the working directory or in one above it; a path that does not exist if there is none. */
    static Path above(String name) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve(name))) {
            folder = folder.getParent();
        }
        return folder == null ? Path.of(name) : folder.resolve(name);
    }
}
