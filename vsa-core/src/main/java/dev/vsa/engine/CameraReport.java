package dev.vsa.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a camera has done so far.
 *
 * @param cameraId the camera
 * @param status how it is
 * @param framesRead frames that its source delivered
 * @param framesAnalysed frames that were judged
 * @param objectRuns how often the object model ran: not for frames in which nothing had changed
 * @param framesSkipped frames left out because the analysis rate is lower than the stream's
 * @param framesDropped frames of a live source that nobody could take in time
 * @param framesCorrupt pictures that could not be decoded
 * @param analysed media time from the first to the last analysed frame, gaps included
 * @param recording length of the recording, zero where it is unknown or there is none
 * @param elapsed time since the camera was started, up to its end
 * @param stages time that each stage took
 * @param rules what each rule has done
 * @param model the object model in use; "" if none
 */
public record CameraReport(
        String cameraId,
        CameraStatus status,
        long framesRead,
        long framesAnalysed,
        long objectRuns,
        long framesSkipped,
        long framesDropped,
        long framesCorrupt,
        Duration analysed,
        Duration recording,
        Duration elapsed,
        Map<Stage, Duration> stages,
        List<RuleReport> rules,
        String model) {

    /** Copies the collections. */
    public CameraReport {
        stages = Map.copyOf(stages);
        rules = List.copyOf(rules);
    }

    /**
     * What a rule has done so far.
     *
     * @param rule its name
     * @param raised alerts raised
     * @param faults how often its detector failed and was started anew
     * @param blind media time during which it could not judge
     */
    public record RuleReport(String rule, long raised, long faults, Duration blind) {}

    /**
     * The share of the analysed media time in which a rule could judge, 0 to 1: silence in the rest means nothing.
     *
     * @param rule one of this report's rules
     */
    public double judgedShare(RuleReport rule) {
        return analysed.isZero() ? 1 : Math.max(0, 1 - (double) rule.blind().toNanos() / analysed.toNanos());
    }

    /** Analysed frames for each second that has passed. */
    public double framesPerSecond() {
        return elapsed.isZero() ? 0 : framesAnalysed * 1e9 / elapsed.toNanos();
    }
}
