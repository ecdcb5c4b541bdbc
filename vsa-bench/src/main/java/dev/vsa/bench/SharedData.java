package dev.vsa.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Data that developers have and users have not; nothing may need it. */
public final class SharedData {

    private SharedData() {}

    /**
     * A file or folder of it: in the folder named by the system property {@code vsa.shared} or the environment variable {@code
     * VSA_SHARED}, else in {@code shared} beside the repository.
     *
     * @param name its path within
     * @return the path, whether or not something is there
     */
    public static Path file(String name) {
        return Optional.ofNullable(System.getProperty("vsa.shared"))
                .or(() -> Optional.ofNullable(System.getenv("VSA_SHARED")))
                .map(Path::of)
                .orElseGet(SharedData::besideTheRepository)
                .resolve(name);
    }

    private static Path besideTheRepository() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("shared"))) {
            folder = folder.getParent();
        }
        return folder == null ? Path.of("shared") : folder.resolve("shared");
    }
}
