package dev.vsa.examples.cli;

import dev.vsa.VsaException;
import dev.vsa.config.InvalidSiteException;
import dev.vsa.frame.SourceException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code vsa}. */
@Command(
        name = "vsa",
        description =
                "Signals predetermined events in video to people: someone in a forbidden zone, someone going the wrong"
                        + " way, and more. It identifies nobody and decides nothing.",
        mixinStandardHelpOptions = true,
        versionProvider = Vsa.Version.class,
        subcommands = {
            WatchCommand.class,
            ZonesCommand.class,
            ModelsCommand.class,
            SamplesCommand.class,
            EvaluateCommand.class,
            RecordCommand.class,
            ReplayCommand.class
        },
        footer = {
            "",
            "To begin with:  vsa watch          analyses a sample that is built in",
            "                vsa watch --help   tells what else it can do",
            "",
            "Exit codes: 0 done, 1 something given cannot be used, 2 wrong usage, 130 interrupted."
        })
public final class Vsa implements Runnable {

    static final int OK = 0;
    static final int INPUT = 1;
    static final int USAGE = 2;
    static final int INTERRUPTED = 130;

    /** Read by logback.xml. */
    private static final String LOG_LEVEL = "vsa.log";

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Log what happens, and print the trace of an error.")
    private boolean verbose;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /**
     * The program.
     *
     * @param arguments {@code --help} tells
     */
    public static void main(String... arguments) {
        PrintWriter out = new PrintWriter(System.out, true, Terminal.charset());
        PrintWriter err = new PrintWriter(System.err, true, Terminal.charset());
        System.exit(run(out, err, arguments));
    }

    /**
     * Runs the program within this process.
     *
     * @param out takes what it prints
     * @param err takes what it complains of
     * @param arguments as on a command line
     * @return the exit code
     */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        logAt(arguments);
        CommandLine line = new CommandLine(new Vsa());
        line.setOut(out);
        line.setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(Vsa::misused);
        line.setExecutionExceptionHandler(Vsa::failed);
        return line.execute(arguments);
    }

    /** Logging is set up when the first class asks for a logger: before anything is parsed. */
    private static void logAt(String... arguments) {
        for (String argument : arguments) {
            if (argument.equals("-v") || argument.equals("--verbose")) {
                System.setProperty(LOG_LEVEL, "info");
            }
        }
    }

    private static int misused(ParameterException e, String... arguments) {
        CommandLine line = e.getCommandLine();
        String name = line.getCommandSpec().qualifiedName();
        StringBuilder hint = new StringBuilder();
        if (e instanceof UnmatchedArgumentException unmatched) {
            unmatched.getSuggestions().stream()
                    .findFirst()
                    .ifPresent(s -> hint.append("; did you mean ").append(s).append('?'));
        }
        line.getErr()
                .println(name + ": " + oneLine(String.valueOf(e.getMessage())) + hint + " (" + name
                        + " --help tells more)");
        return USAGE;
    }

    private static int failed(Exception e, CommandLine line, ParseResult parsed) {
        String name = line.getCommandSpec().qualifiedName();
        line.getErr().println(name + ": " + oneLine(message(e)));
        Vsa vsa = line.getCommandSpec().root().userObject() instanceof Vsa root ? root : new Vsa();
        if (vsa.verbose) {
            e.printStackTrace(line.getErr());
        }
        return INPUT;
    }

    /** What to tell of an exception. */
    static String message(Exception e) {
        if (e instanceof InvalidSiteException invalid) {
            int more = invalid.problems().size() - 1;
            return invalid.problems().get(0)
                    + (more == 0 ? "" : " (and " + more + " more; vsa zones --site lists them all)");
        }
        if (e instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
            return message(unchecked.getCause());
        }
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + ": there is no such file";
        }
        if (e instanceof AccessDeniedException denied) {
            return denied.getFile() + ": permission denied";
        }
        if (e instanceof FileAlreadyExistsException exists) {
            return exists.getFile() + " exists and is not a folder";
        }
        boolean ours = e instanceof InputException
                || e instanceof VsaException
                || e instanceof SourceException
                || e instanceof IOException
                || e instanceof IllegalArgumentException;
        String told = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return ours
                ? told
                : "internal error: " + e.getClass().getSimpleName() + ": " + told + " (--verbose tells where)";
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll(":\\s*\\R\\s*", ": ").replaceAll("\\s*\\R\\s*", "; ");
    }

    /** Tells the version. */
    static final class Version implements IVersionProvider {

        /** The version of this program as its jar tells it. */
        static String ofProgram() {
            String version = Vsa.class.getPackage().getImplementationVersion();
            return version == null ? "(not packaged)" : version;
        }

        static String ofPlatform() {
            return "Java " + Runtime.version() + ", " + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch");
        }

        @Override
        public String[] getVersion() {
            return new String[] {"vsa " + ofProgram(), ofPlatform()};
        }
    }
}
