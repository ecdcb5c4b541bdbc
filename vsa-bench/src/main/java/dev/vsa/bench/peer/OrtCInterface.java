package dev.vsa.bench.peer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * ONNX Runtime by its C interface, with tensors that are made once: the same native library that the JVM uses, in a process of its own
 * that {@code peers/build.sh} built.
 */
public final class OrtCInterface implements AutoCloseable {

    private static final String PROGRAM = "ort";
    private static final String NAME = "the C interface of ONNX Runtime";

    private final LineProcess process;
    private final List<Path> files;

    private OrtCInterface(LineProcess process, List<Path> files) {
        this.process = process;
        this.files = files;
    }

    /** What is missing to run it, for people; "" if nothing. */
    public static String missing() {
        return Peers.missing(PROGRAM, NAME);
    }

    /**
     * Starts it on a model.
     *
     * @param model the model's bytes: one input, outputs of floats
     * @param runs how often it is run each time
     * @param input what it is run on
     * @param shape of that
     * @throws IOException if it is not there or does not start
     */
    public static OrtCInterface start(byte[] model, int runs, ByteBuffer input, long... shape) throws IOException {
        Path program = Peers.find(PROGRAM).orElseThrow(() -> new IOException(missing()));
        Path modelFile = Files.createTempFile("model", ".onnx");
        Path inputFile = Files.createTempFile("input", ".raw");
        Files.write(modelFile, model);
        byte[] bytes = new byte[input.capacity()];
        input.duplicate().clear().get(bytes);
        Files.write(inputFile, bytes);
        List<String> command = new ArrayList<>(
                List.of(program.toString(), modelFile.toString(), String.valueOf(runs), inputFile.toString()));
        LongStream.of(shape).forEach(dimension -> command.add(String.valueOf(dimension)));
        return new OrtCInterface(new LineProcess(NAME, command), List.of(modelFile, inputFile));
    }

    /**
     * Runs the model as often as was said at the start.
     *
     * @return the sum of all outputs of the last run
     * @throws IOException if the process ended
     */
    public double run() throws IOException {
        return Double.parseDouble(process.work());
    }

    @Override
    public void close() throws IOException {
        process.close();
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
