package dev.vsa.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A folder of fetched models. By default {@code $VSA_HOME/models} where that variable is set, else {@code
 * ~/.cache/vsa/models}. Nothing is fetched but by {@link #fetch}; to look a model up touches no network.
 *
 * <p>A file is under its final name only when it is whole and is the right one. Thread-safe, also between processes.
 */
public final class ModelStore {

    private static final String HOME = "VSA_HOME";

    private final Path directory;

    /**
     * A store in a folder, which is made when the first model is fetched.
     *
     * @param directory the folder
     */
    public ModelStore(Path directory) {
        this.directory = directory;
    }

    /** The store in the usual folder. */
    public static ModelStore usual() {
        String home = System.getenv(HOME);
        return new ModelStore(
                home == null || home.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache", "vsa", "models")
                        : Path.of(home, "models"));
    }

    /** The folder. */
    public Path directory() {
        return directory;
    }

    /**
     * Finds a model that is here: the built-in one, a fetched one of the catalogue, or one's own.
     *
     * @param nameOrPath a name of the catalogue, or the path to a description, which ends in .yaml or .yml
     * @throws ModelException if there is none, it has not been fetched, or its description is wrong; that the file itself is
     *     the right one is checked when it is read
     */
    public ModelFile open(String nameOrPath) {
        String lower = nameOrPath.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".yaml") || lower.endsWith(".yml")) {
            return ModelFile.described(Path.of(nameOrPath));
        }
        if (lower.endsWith(".onnx")) {
            throw new ModelException.BadDescription(
                    nameOrPath + " alone says neither what the model finds nor how it is fed;"
                            + " write a description beside it and give that file's path (.yaml)");
        }
        ModelDescription description = ModelCatalogue.shipped().get(nameOrPath);
        return find(description)
                .orElseThrow(() -> new ModelException.Absent("model '" + nameOrPath + "' is not in " + directory
                        + " yet; fetch it with: vsa models fetch " + nameOrPath));
    }

    /**
     * Looks whether a model of the catalogue is here.
     *
     * @param description the model
     * @return its file, or empty if it has not been fetched
     */
    public Optional<ModelFile> find(ModelDescription description) {
        if (description.name().equals(ModelCatalogue.BUILT_IN)) {
            return Optional.of(ModelFile.builtIn());
        }
        Path file = fileOf(description);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        return description
                .origin()
                .sha256()
                .or(() -> accepted(file))
                .map(d -> ModelFile.at(description, file, Optional.of(d)));
    }

    /**
     * Fetches a model from the first of its sources that gives the right file; does nothing if it is here and whole. Blocks
     * until it is here or all sources have failed; a source that stays silent for half a minute has failed. To stop it,
     * interrupt the thread.
     *
     * @param description the model
     * @param acceptDigest the SHA-256 that the caller answers for, in hex; needed for a model whose description names none,
     *     and not accepted against one that it names
     * @param progress is told how far it is
     * @return the file
     * @throws ModelException if no source gave the right file; the message has a line for each
     */
    public ModelFile fetch(ModelDescription description, Optional<String> acceptDigest, Progress progress) {
        Optional<ModelFile> here = find(description).filter(ModelStore::isWhole);
        if (here.isPresent()) {
            return here.get();
        }
        Path file = fileOf(description);
        try {
            Files.createDirectories(file.getParent());
            String digest =
                    new Download(description, acceptDigest.map(d -> d.toLowerCase(Locale.ROOT)), progress).to(file);
            if (!description.verified()) {
                Files.writeString(
                        noteOf(file), digest + "  " + description.origin().file() + "\n");
            }
            return ModelFile.at(description, file, Optional.of(digest));
        } catch (IOException e) {
            throw new ModelException.Absent(
                    "model '" + description.name() + "' cannot be written to " + file.getParent()
                            + "; check its permissions and the space left, or set " + HOME + " to another folder",
                    e);
        }
    }

    private static boolean isWhole(ModelFile file) {
        try {
            file.read();
            return true;
        } catch (ModelException e) {
            return false;
        }
    }

    private Path fileOf(ModelDescription description) {
        return directory
                .resolve(description.name())
                .resolve(description.origin().file());
    }

    /** Where the digest is kept that somebody accepted for an unverified model, in the format of sha256sum. */
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

    /** Is told how far a download is, on the fetching thread. */
    @FunctionalInterface
    public interface Progress {

        /** Tells nobody. */
        Progress NONE = (source, bytes, total) -> {};

        /**
         * Some more has arrived.
         *
         * @param source where from
         * @param bytes so far
         * @param total in the end, or 0 if not known
         */
        void arrived(java.net.URI source, long bytes, long total);
    }
}
