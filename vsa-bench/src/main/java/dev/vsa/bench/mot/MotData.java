package dev.vsa.bench.mot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where sequences in the MOTChallenge format lie on a developer's machine. */
public final class MotData {

    private MotData() {}

    /**
     * The folder of the sequences: {@code mot} in the folder named by the system property {@code vsa.shared} or the environment
     * variable {@code VSA_SHARED}, else in {@code shared} beside the repository.
     *
     * @return the folder, whether or not it exists
     */
    public static Path folder() {
        return Optional.ofNullable(System.getProperty("vsa.shared"))
                .or(() -> Optional.ofNullable(System.getenv("VSA_SHARED")))
                .map(Path::of)
                .orElseGet(MotData::besideTheRepository)
                .resolve("mot");
    }

    private static Path besideTheRepository() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("shared"))) {
            folder = folder.getParent();
        }
        return folder == null ? Path.of("shared") : folder.resolve("shared");
    }
}
