package dev.vsa.bench.peer;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A peer in a process of its own, which works once for each line that it is sent and answers with a line. */
final class LineProcess implements AutoCloseable {

    private final String name;
    private final Process process;
    private final BufferedReader out;
    private final BufferedWriter in;

    /**
     * Starts it, and waits until it says that it is ready.
     *
     * @throws IOException if it does not start
     */
    LineProcess(String name, List<String> command) throws IOException {
        this.name = name;
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        in = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        if (!"ready".equals(out.readLine())) {
            process.destroy();
            throw new IOException(name + " did not start");
        }
    }

    /**
     * Has it work once.
     *
     * @return what it answers
     * @throws IOException if it ended
     */
    String work() throws IOException {
        in.write('\n');
        in.flush();
        String answer = out.readLine();
        if (answer == null) {
            throw new IOException(name + " ended");
        }
        return answer;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
