package dev.vsa.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.vsa.scene.Role;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads descriptions from YAML. */
final class DescriptionReader {

    /** Instead of a list of labels: the 80 classes of COCO in their usual order. */
    static final String COCO = "coco";

    static final String UNVERIFIED = "unverified";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final List<Double> ZERO = List.of(0.0, 0.0, 0.0);
    private static final List<Double> ONE = List.of(1.0, 1.0, 1.0);

    private DescriptionReader() {}

    /** A description as it is written. */
    record Written(
            @Nullable String name,
            @Nullable String family,
            @Nullable JsonNode labels,
            @Nullable Map<String, Role> roles,
            @Nullable WrittenInput input,
            @Nullable List<Integer> strides,
            @Nullable Integer bins,
            @Nullable Double cellOffset,
            @Nullable WrittenThresholds thresholds,
            @Nullable String file,
            @Nullable Long size,
            @Nullable String sha256,
            @Nullable String licence,
            @Nullable List<URI> sources) {}

    /** The input as it is written. */
    record WrittenInput(
            @Nullable String pixels,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable String resize,
            @Nullable Integer padding,
            @Nullable List<Double> mean,
            @Nullable List<Double> std) {}

    /** The thresholds as they are written. */
    record WrittenThresholds(
            @Nullable Double score, @Nullable Double overlap) {}

    /** Reads one description from a file. */
    static ModelDescription read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return describe(file.toString(), YAML.readValue(in, Written.class));
        } catch (JsonProcessingException e) {
            throw unreadable(file.toString(), e);
        } catch (java.nio.file.NoSuchFileException e) {
            throw new ModelException.Absent(
                    file + ": there is no such model description; check the path, or name a model of the catalogue", e);
        } catch (IOException e) {
            throw new ModelException.Absent(file + " cannot be read; check its permissions and the disk", e);
        }
    }

    /** Reads a list of descriptions. */
    static List<ModelDescription> readAll(String place, InputStream in) throws IOException {
        try {
            List<ModelDescription> all = new ArrayList<>();
            for (Written one : YAML.readValue(in, Written[].class)) {
                all.add(describe(place, one));
            }
            return all;
        } catch (JsonProcessingException e) {
            throw unreadable(place, e);
        }
    }

    private static ModelException unreadable(String place, JsonProcessingException e) {
        String where = e.getLocation() == null
                ? ""
                : ", line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
        return new ModelException.BadDescription(place + where + ": " + e.getOriginalMessage(), e);
    }

    private static ModelDescription describe(String place, @Nullable Written w) {
        if (w == null) {
            throw new ModelException.BadDescription(place + " is empty; write name, family, labels, input and file");
        }
        String name = need(place, "name", w.name);
        String at = place + ", model '" + name + "'";
        ModelFamily family = ModelFamily.of(name, need(at, "family", w.family));
        try {
            return new ModelDescription(
                    name,
                    family,
                    classes(at, need(at, "labels", w.labels), or(w.roles, Map.of())),
                    input(at, need(at, "input", w.input)),
                    new ModelHead(or(w.strides, List.of()), or(w.bins, 0), or(w.cellOffset, 0.5)),
                    thresholds(w.thresholds),
                    origin(at, w));
        } catch (IllegalArgumentException e) {
            throw new ModelException.BadDescription(at + ": " + e.getMessage(), e);
        }
    }

    private static List<ModelClass> classes(String at, JsonNode labels, Map<String, Role> roles) {
        List<String> words;
        if (labels.isTextual() && labels.asText().equals(COCO)) {
            words = coco();
        } else if (labels.isArray()) {
            words = StreamSupport.stream(labels.spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
        } else {
            throw new ModelException.BadDescription(at + ": labels are a list of words, or the word " + COCO);
        }
        for (String word : roles.keySet()) {
            if (!words.contains(word)) {
                throw new ModelException.BadDescription(
                        at + ": roles name '" + word + "', which is not among the labels");
            }
        }
        return words.stream()
                .map(w -> new ModelClass(w, roles.getOrDefault(w, ModelClass.usualRole(w))))
                .toList();
    }

    private static ModelInput input(String at, WrittenInput w) {
        return new ModelInput(
                word(at, "input.pixels", ModelInput.Pixels.class, w.pixels),
                or(w.width, 0),
                or(w.height, 0),
                word(at, "input.resize", ModelInput.Resize.class, w.resize),
                or(w.padding, 114),
                or(w.mean, ZERO),
                or(w.std, ONE));
    }

    private static ModelThresholds thresholds(@Nullable WrittenThresholds w) {
        return w == null
                ? ModelThresholds.DEFAULT
                : new ModelThresholds(
                        or(w.score, ModelThresholds.DEFAULT.score()), or(w.overlap, ModelThresholds.DEFAULT.overlap()));
    }

    private static ModelOrigin origin(String at, Written w) {
        return new ModelOrigin(
                need(at, "file", w.file),
                or(w.size, 0L),
                Optional.ofNullable(w.sha256)
                        .map(d -> d.toLowerCase(Locale.ROOT))
                        .filter(d -> !d.equals(UNVERIFIED)),
                or(w.licence, "not stated"),
                or(w.sources, List.of()));
    }

    /** The labels of COCO in their usual order. */
    static List<String> coco() {
        try (InputStream in = DescriptionReader.class.getResourceAsStream("coco.txt")) {
            if (in == null) {
                throw new IllegalStateException("coco.txt is missing from the library");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new IllegalStateException("coco.txt cannot be read from the library", e);
        }
    }

    private static <E extends Enum<E>> E word(String at, String field, Class<E> type, @Nullable String word) {
        String wanted = need(at, field, word).toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> e.name().equals(wanted))
                .findFirst()
                .orElseThrow(
                        () -> new ModelException.BadDescription(at + ": " + field + " is '" + word + "'; write one of "
                                + Arrays.toString(type.getEnumConstants())
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-')));
    }

    private static <T> T need(String at, String field, @Nullable T value) {
        if (value == null) {
            throw new ModelException.BadDescription(at + ": " + field + " is missing");
        }
        return value;
    }

    private static <T> T or(@Nullable T value, T other) {
        return value == null ? other : value;
    }
}
