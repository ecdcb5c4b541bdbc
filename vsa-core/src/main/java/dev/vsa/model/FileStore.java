package dev.vsa.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A folder of fetched files, each known by its digest: under {@code $VSA_HOME} where that variable is set, else under {@code
 * ~/.cache/vsa}. {@link ModelStore} keeps models in one; whatever else a program fetches can be kept in another.
 *
 * <p>A file is under its final name only when it is whole and is the right one. Nothing is fetched but by {@link #fetch}.
 * Thread-safe, also between processes.
 */
public final class FileStore {

    private static final String HOME = "VSA_HOME";

    private final String kind;
    private final Path directory;

    /**
     * A store in a folder, which is made when the first file is fetched.
     *
     * @param kind what messages call a file of it, as in "model"
     * @param directory the folder
     */
    public FileStore(String kind, Path directory) {
        this.kind = kind;
        this.directory = directory;
    }

    /**
     * The store in the usual folder of its kind.
     *
     * @param kind what messages call a file of it, as in "model"; its folder is called "models"
     */
    public static FileStore usual(String kind) {
        String home = System.getenv(HOME);
        Path root = home == null || home.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache", "vsa")
                : Path.of(home);
        return new FileStore(kind, root.resolve(kind + "s"));
    }

    /** The folder. */
    public Path directory() {
        return directory;
    }

    /**
     * Looks whether a file is here. That it is still the right one is not looked at; see {@link #isWhole}.
     *
     * @param name its name in its catalogue
     * @param origin where it comes from
     * @return the file, or empty if it has not been fetched
     */
    public Optional<Path> find(String name, ModelOrigin origin) {
        Path file = fileOf(name, origin);
        return Files.isRegularFile(file) && digest(name, origin).isPresent() ? Optional.of(file) : Optional.empty();
    }

    /**
     * The SHA-256 that a file has to have, in lower-case hex: the one that its origin names, else the one that somebody accepted
     * when it was fetched.
     *
     * @param name its name in its catalogue
     * @param origin where it comes from
     */
    public Optional<String> digest(String name, ModelOrigin origin) {
        return origin.sha256().or(() -> accepted(fileOf(name, origin)));
    }

    /**
     * Reads a file that is here and tells whether it is the right one.
     *
     * @param name its name in its catalogue
     * @param origin where it comes from
     * @return false if it is damaged, another one, or not here
     */
    public boolean isWhole(String name, ModelOrigin origin) {
        try {
            Optional<Path> here = find(name, origin);
            return here.isPresent() && digest(name, origin).equals(Optional.of(Digests.sha256(here.get())));
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Fetches a file from the first of its sources that gives the right one; does nothing if it is here and whole. Blocks until
     * it is here or all sources have failed; a source that stays silent for half a minute has failed. To stop it, interrupt the
     * thread.
     *
     * @param name its name in its catalogue
     * @param origin where it comes from
     * @param acceptDigest the SHA-256 that the caller answers for, in hex; needed where the origin names none, and not accepted
     *     against one that it names
     * @param progress is told how far it is
     * @return the file
     * @throws ModelException if no source gave the right file; the message has a line for each
     */
    public Path fetch(String name, ModelOrigin origin, Optional<String> acceptDigest, ModelStore.Progress progress) {
        Path file = fileOf(name, origin);
        if (isWhole(name, origin)) {
            return file;
        }
        try {
            Files.createDirectories(file.getParent());
            Optional<String> accept = acceptDigest.map(d -> d.toLowerCase(Locale.ROOT));
            String digest = new Download(new Download.Wanted(kind, name, origin), accept, progress).to(file);
            if (origin.sha256().isEmpty()) {
                Files.writeString(noteOf(file), digest + "  " + origin.file() + "\n");
            }
            return file;
        } catch (IOException e) {
            throw new ModelException.Absent(
                    kind + " '" + name + "' cannot be written to " + file.getParent()
                            + "; check its permissions and the space left, or set " + HOME + " to another folder",
                    e);
        }
    }

    private Path fileOf(String name, ModelOrigin origin) {
        return directory.resolve(name).resolve(origin.file());
    }

    /** Where the digest is kept that somebody accepted for an unverified file, in the format of sha256sum. */
    private static Path noteOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".sha256");
    }

    private static Optional<String> accepted(Path file) {
        try {
            String note = Files.readString(noteOf(file), StandardCharsets.UTF_8);
            return Optional.of(note.strip().split("\\s+", 2)[0]).filter(d -> d.length() == 64);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
