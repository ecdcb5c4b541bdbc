package dev.vsa.examples.cli.evaluation;

import dev.vsa.config.Analysis;
import dev.vsa.config.Site;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * How clips are evaluated.
 *
 * @param only ids of the events to judge; empty for all
 * @param site zones and rules that take the place of the labels' own; empty to judge by the labels
 * @param analysis how frames are analysed
 * @param recordings folder of the recordings
 * @param fromRecordings whether clips that have no recording are an error instead of being perceived
 */
public record Settings(
        Set<String> only, Optional<Site> site, Analysis analysis, Path recordings, boolean fromRecordings) {

    /** Copies the set. */
    public Settings {
        only = Set.copyOf(only);
    }
}
