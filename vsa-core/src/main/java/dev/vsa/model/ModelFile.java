package dev.vsa.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A model whose file lies on this machine or inside the library. It is checked each time it is read, so that what runs is what
 * the description names. Immutable and thread-safe.
 */
public final class ModelFile {

    private final ModelDescription description;
    private final Optional<Path> path;
    private final Optional<String> sha256;

    private ModelFile(ModelDescription description, Optional<Path> path, Optional<String> sha256) {
        this.description = description;
        this.path = path;
        this.sha256 = sha256;
    }

    /** The object model that ships inside the library. */
    public static ModelFile builtIn() {
        return shipped(ModelCatalogue.BUILT_IN);
    }

    /** The model of body keypoints that ships inside the library. */
    public static ModelFile builtInPose() {
        return shipped(ModelCatalogue.BUILT_IN_POSE);
    }

    static ModelFile shipped(String name) {
        ModelDescription description = ModelCatalogue.shipped().get(name);
        return new ModelFile(description, Optional.empty(), description.origin().sha256());
    }

    /**
     * A model of one's own: a YAML file beside the model's.
     *
     * @param yaml the description
     * @throws ModelException if the description is absent or wrong, or its labels are forbidden
     */
    public static ModelFile described(Path yaml) {
        ModelDescription description = DescriptionReader.read(yaml);
        return at(
                description,
                yaml.resolveSibling(description.origin().file()),
                description.origin().sha256());
    }

    static ModelFile at(ModelDescription description, Path path, Optional<String> sha256) {
        return new ModelFile(description, Optional.of(path), sha256);
    }

    /** What the model is. */
    public ModelDescription description() {
        return description;
    }

    /** Where its file lies; empty for one inside the library. */
    public Optional<Path> path() {
        return path;
    }

    /**
     * Reads the whole file and checks it.
     *
     * @throws ModelException if the file is absent, too short, or another one than the description names
     */
    public byte[] read() {
        String place = path.map(Path::toString).orElse("the library");
        byte[] bytes = load(place);
        long size = description.origin().size();
        if (bytes.length == 0 || bytes.length < size) {
            throw new ModelException.Truncated("model '" + description.name() + "' in " + place + " has " + bytes.length
                    + " bytes" + (size > 0 ? " instead of " + size : "") + "; fetch or copy it again");
        }
        String found = Digests.sha256(bytes);
        if (sha256.isPresent() && !found.equals(sha256.get())) {
            throw new ModelException.OtherDigest(
                    "model '" + description.name() + "' in " + place + " has SHA-256 " + found + " instead of "
                            + sha256.get() + ": it is damaged or another file; fetch or copy it again");
        }
        return bytes;
    }

    private byte[] load(String place) {
        try {
            if (path.isPresent()) {
                return Files.readAllBytes(path.get());
            }
            try (InputStream in =
                    ModelFile.class.getResourceAsStream(description.origin().file())) {
                if (in == null) {
                    throw new ModelException.Absent("model '" + description.name()
                            + "' is missing from the library: was" + " the jar repackaged without its resources?");
                }
                return in.readAllBytes();
            }
        } catch (NoSuchFileException e) {
            throw new ModelException.Absent("model '" + description.name() + "': there is no file " + place, e);
        } catch (IOException e) {
            throw new ModelException.Absent(
                    "model '" + description.name() + "': " + place + " cannot be read; check its permissions", e);
        }
    }
}
