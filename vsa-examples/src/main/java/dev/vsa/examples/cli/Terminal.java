package dev.vsa.examples.cli;

import java.io.Console;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Whether a person sits in front of this process, and which letters the terminal understands. */
final class Terminal {

    private Terminal() {}

    static boolean present() {
        return console() != null;
    }

    /** The terminal's own; UTF-8 for files and pipes. */
    static Charset charset() {
        Console console = console();
        return console == null ? StandardCharsets.UTF_8 : console.charset();
    }

    @SuppressWarnings("SystemConsoleNull") // Looked after below.
    private static @Nullable Console console() {
        Console console = System.console();
        if (console == null) {
            return null;
        }
        try {
            // From Java 22 on there is a console without a terminal too, and it says so.
            boolean terminal = (Boolean) Console.class.getMethod("isTerminal").invoke(console);
            return terminal ? console : null;
        } catch (ReflectiveOperationException e) {
            return console;
        }
    }
}
