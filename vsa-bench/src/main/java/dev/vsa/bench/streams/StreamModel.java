package dev.vsa.bench.streams;

import dev.vsa.bench.SharedData;
import dev.vsa.model.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An object model to run on streams.
 *
 * @param name as people call it
 * @param description path of its YAML file; empty for the built-in one
 * @param width columns of its input
 * @param height rows of its input
 * @param file the model's file where the peer can run it; empty for the built-in one
 * @param peer whether the peer can run it
 */
record StreamModel(
        String name, Optional<String> description, int width, int height, Optional<Path> file, boolean peer) {

    private static final int WIDTH = 416;
    private static final int HEIGHT = 256;
    private static final String NORMALISED =
            "mean: [103.53, 116.28, 123.675], std: [57.375, 57.12, 58.395], resize: stretch";

    /** The one that ships. */
    static StreamModel shipped() {
        return new StreamModel("NanoDet-g int8", Optional.empty(), WIDTH, HEIGHT, Optional.empty(), true);
    }

    /**
     * Those that lie in a developer's folder of models; none elsewhere.
     *
     * @param folder where descriptions are written
     * @throws IOException if they cannot be
     */
    static List<StreamModel> found(Path folder) throws IOException {
        List<StreamModel> models = new ArrayList<>();
        String nanodet =
                "family: nanodet, labels: coco, strides: [8, 16, 32], bins: 11, cellOffset: 0.5, input: {pixels: float-nchw-bgr, "
                        + NORMALISED + "}";
        add(models, folder, "NanoDet-g fp32", "nanodet_g/nanodet_g_fp16w.onnx", nanodet, WIDTH, HEIGHT);
        String yolox =
                "family: yolox, labels: coco, strides: [8, 16, 32], input: {pixels: float-nchw-bgr, resize: letterbox, padding: 114, "
                        + "mean: [0, 0, 0], std: [1, 1, 1]}";
        add(models, folder, "YOLOX-Nano fp32", "yolox_nano_416/yolox_nano_dyn_fp16w.onnx", yolox, WIDTH, HEIGHT);
        String fastest =
                "family: fastestdet, labels: coco, input: {pixels: float-nchw-bgr, resize: stretch, mean: [0, 0, 0], "
                        + "std: [255, 255, 255], width: 352, height: 352}";
        add(models, folder, "FastestDet fp32", "fastestdet/FastestDet.onnx", fastest, 352, 352);
        return models;
    }

    private static void add(
            List<StreamModel> models, Path folder, String name, String file, String rest, int width, int height)
            throws IOException {
        Path model = SharedData.file("models/" + file);
        if (!Files.isRegularFile(model)) {
            return;
        }
        // A description names a file beside it.
        Path link = Files.createSymbolicLink(folder.resolve(model.getFileName()), model);
        Path yaml = folder.resolve(name.replace(' ', '-') + ".yaml");
        Files.writeString(
                yaml,
                "{name: " + name.replace(' ', '-').toLowerCase(Locale.ROOT) + ", file: " + link.getFileName()
                        + ", licence: Apache-2.0, " + "thresholds: {score: 0.3, overlap: 0.5}, " + rest + "}\n");
        models.add(new StreamModel(
                name, Optional.of(yaml.toString()), width, height, Optional.of(model), name.startsWith("NanoDet")));
    }

    boolean takesBytes() {
        return file.isEmpty();
    }

    byte[] bytes() throws IOException {
        return file.isEmpty() ? ModelFile.builtIn().read() : Files.readAllBytes(file.orElseThrow());
    }
}
