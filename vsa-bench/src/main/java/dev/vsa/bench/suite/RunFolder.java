package dev.vsa.bench.suite;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The folder of a run: {@code run.json} (all that was measured), {@code ratios.json} (a row a stage) and {@code report.html}. A
 * file is there whole or not at all.
 */
final class RunFolder {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path folder;

    RunFolder(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
    }

    Path folder() {
        return folder;
    }

    /** Where what JMH prints goes: {@code jmh.log}. The caller closes it. */
    PrintStream log() throws IOException {
        return new PrintStream(Files.newOutputStream(folder.resolve("jmh.log")), true, StandardCharsets.UTF_8);
    }

    void write(Run run, List<Row> rows, List<Growth> growths) throws IOException {
        put("run.json", JSON.writeValueAsString(run));
        put("ratios.json", JSON.writeValueAsString(rows));
        put("report.html", ReportPage.of(run, rows, growths));
    }

    /**
     * Reads the run of a folder.
     *
     * @throws IOException if there is none, or it is damaged or of another format; the message says which
     */
    static Run read(Path folder) throws IOException {
        Path file = Files.isDirectory(folder) ? folder.resolve("run.json") : folder;
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no " + file + "; run the suite with --out " + folder);
        }
        Run run;
        try {
            run = JSON.readValue(file.toFile(), Run.class);
        } catch (IOException e) {
            throw new IOException(file + " is no run of the suite: " + e.getMessage(), e);
        }
        if (run.format() != Run.FORMAT) {
            throw new IOException(file + " has format " + run.format() + "; this program reads " + Run.FORMAT);
        }
        return run;
    }

    private void put(String name, String text) throws IOException {
        Path part = folder.resolve(name + ".part");
        Files.writeString(part, text);
        try {
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
