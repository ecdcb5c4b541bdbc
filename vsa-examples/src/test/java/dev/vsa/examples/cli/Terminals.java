package dev.vsa.examples.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** Runs the program within the test and keeps what it says. */
final class Terminals {

    private Terminals() {}

    /** What came of a run. */
    record Run(int code, List<String> out, List<String> err) {}

    static Run vsa(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        int code = Vsa.run(new PrintWriter(out, true), new PrintWriter(err, true), texts);
        return new Run(
                code, out.toString().lines().toList(), err.toString().lines().toList());
    }
}
