package dev.vsa.bench.mot;

import java.util.List;
import java.util.Locale;

/**
 * All three measures of one tracker's output on one sequence.
 *
 * @param clear CLEAR MOT
 * @param identity IDF1
 * @param hota HOTA
 */
public record MotScore(ClearMot clear, IdentityScore identity, Hota hota) {

    /**
     * Compares a tracker's output with the truth.
     *
     * @param truth what is there; an object has one box a frame at most
     * @param found what a tracker reports; a number has one box a frame at most
     * @return the measures
     */
    public static MotScore of(List<MotBox> truth, List<MotBox> found) {
        MotFrames frames = new MotFrames(truth, found);
        return new MotScore(ClearMot.of(frames), IdentityScore.of(frames), Hota.of(frames));
    }

    /** One line for a report. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "HOTA %.3f (DetA %.3f AssA %.3f LocA %.3f) MOTA %.3f IDF1 %.3f FP %d FN %d IDs %d FM %d MT %d ML %d",
                hota.hota(),
                hota.detection(),
                hota.association(),
                hota.localisation(),
                clear.mota(),
                identity.f1(),
                clear.falsePositives(),
                clear.misses(),
                clear.switches(),
                clear.fragments(),
                clear.mostlyTracked(),
                clear.mostlyLost());
    }
}
