package dev.vsa.examples.cli;

import dev.vsa.config.Analysis;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How frames are analysed: the options that all commands share which perceive. */
final class AnalysisOptions {

    @Option(
            names = {"-m", "--model"},
            paramLabel = "NAME|FILE",
            description = "The object model: a name that 'vsa models' lists, or the description of your own (YAML).")
    private @Nullable String model;

    @Option(
            names = "--analysis-fps",
            paramLabel = "N",
            description = "Analyse at most so many frames a second of video; 0 for all. Default: as the site file says,"
                    + " else 12.5.")
    private @Nullable Double fps;

    /** The object model; null if none was named. */
    @Nullable String model() {
        return model;
    }

    /** Frames a second; null if no rate was given. */
    @Nullable Double fps() {
        return fps;
    }

    /** The analysis, where nothing else says how. */
    Analysis byDefault() {
        return new Analysis(fps == null ? Analysis.DEFAULT.fps() : fps, Optional.ofNullable(model), 0, 0);
    }
}
