package dev.vsa.model;

import java.net.URI;
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

    private static final String KIND = "model";

    private final FileStore files;

    private ModelStore(FileStore files) {
        this.files = files;
    }

    /**
     * A store in a folder, which is made when the first model is fetched.
     *
     * @param directory the folder
     */
    public ModelStore(Path directory) {
        this(new FileStore(KIND, directory));
    }

    /** The store in the usual folder. */
    public static ModelStore usual() {
        return new ModelStore(FileStore.usual(KIND));
    }

    /** The folder. */
    public Path directory() {
        return files.directory();
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
                .orElseThrow(() -> new ModelException.Absent("model '" + nameOrPath + "' is not in " + directory()
                        + " yet; fetch it with: vsa models fetch " + nameOrPath));
    }

    /**
     * Looks whether a model of the catalogue is here.
     *
     * @param description the model
     * @return its file, or empty if it has not been fetched
     */
    public Optional<ModelFile> find(ModelDescription description) {
        if (ModelCatalogue.ships(description.name())) {
            return Optional.of(ModelFile.shipped(description.name()));
        }
        return files.find(description.name(), description.origin()).map(file -> at(description, file));
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
        if (ModelCatalogue.ships(description.name())) {
            return ModelFile.shipped(description.name());
        }
        return at(description, files.fetch(description.name(), description.origin(), acceptDigest, progress));
    }

    private ModelFile at(ModelDescription description, Path file) {
        return ModelFile.at(description, file, files.digest(description.name(), description.origin()));
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
        void arrived(URI source, long bytes, long total);
    }
}
