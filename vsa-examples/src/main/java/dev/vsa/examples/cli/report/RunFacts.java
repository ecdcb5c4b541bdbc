package dev.vsa.examples.cli.report;

import dev.vsa.event.EventType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What there is to say about a run as a whole.
 *
 * @param input what was watched, without secrets
 * @param site name of the site file's site
 * @param cameraId the camera
 * @param picture size of the camera's pictures, as in "768 × 576"; "" if there was none
 * @param counts what became of the frames
 * @param times how long everything took
 * @param stages the stages of the work and the time each took
 * @param rules what was to be detected
 * @param versions what it was done with
 * @param ending how the run ended, for people
 * @param writtenAt when the report was written
 */
public record RunFacts(
        String input,
        String site,
        String cameraId,
        String picture,
        Counts counts,
        Times times,
        List<StageTime> stages,
        List<RuleFacts> rules,
        Versions versions,
        String ending,
        Instant writtenAt) {

    /** Copies the lists. */
    public RunFacts {
        stages = List.copyOf(stages);
        rules = List.copyOf(rules);
    }

    /**
     * What became of the frames.
     *
     * @param read delivered by the source
     * @param analysed judged
     * @param skipped left out because fewer a second are analysed than come
     * @param dropped of a live source, that nobody could take in time
     * @param corrupt that could not be decoded
     */
    public record Counts(long read, long analysed, long skipped, long dropped, long corrupt) {}

    /**
     * How long everything took.
     *
     * @param from media time of the first analysed frame
     * @param analysed media time from the first to the last analysed frame
     * @param elapsed time that passed
     */
    public record Times(Duration from, Duration analysed, Duration elapsed) {

        /** Seconds of video analysed in a second. */
        public double speed() {
            return elapsed.isZero() ? 0 : (double) analysed.toNanos() / elapsed.toNanos();
        }
    }

    /**
     * The time that one stage of the work took.
     *
     * @param name the stage
     * @param meaning what it does
     * @param time how long
     * @param beside whether it ran on a thread of its own, beside the analysis
     */
    public record StageTime(String name, String meaning, Duration time, boolean beside) {}

    /**
     * One rule and what it did.
     *
     * @param name its name
     * @param event what it signals
     * @param parameters its parameters as text
     * @param faults how often its detector failed and was started anew
     * @param blind media time during which it could not judge
     */
    public record RuleFacts(String name, EventType event, String parameters, long faults, Duration blind) {}

    /**
     * What it was done with.
     *
     * @param library version of vsa
     * @param model the object model; "" if none
     * @param configuration digest of the configuration; "" if none
     * @param platform Java and operating system
     */
    public record Versions(String library, String model, String configuration, String platform) {}

    /** Analysed frames for each second that passed. */
    public double framesPerSecond() {
        return times.elapsed().isZero()
                ? 0
                : counts.analysed() * 1e9 / times.elapsed().toNanos();
    }

    /** The time that the stages took which follow one another, those beside them left out. */
    public Duration analysisTime() {
        return stages.stream().filter(s -> !s.beside()).map(StageTime::time).reduce(Duration.ZERO, Duration::plus);
    }
}
