package dev.vsa.examples.cli;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;

/**
 * How far an evaluation is: seconds of video perceived of those that there are, and how far each clip is that is being worked on.
 * Without a terminal a line for each finished clip is all that is shown. Thread-safe.
 */
final class EvaluationProgress implements AutoCloseable {

    private static final int NAMES_SHOWN = 3;

    private final Progress progress;
    private final Progress.Overall bar;
    private final double seconds;
    private final int clips;
    private final Map<String, double[]> running = new TreeMap<>();
    private double doneSeconds;
    private int doneClips;

    /**
     * An evaluation that has not begun.
     *
     * @param progress where to show it
     * @param clips how many clips there are
     * @param seconds how long they last together
     */
    EvaluationProgress(Progress progress, int clips, double seconds) {
        this.progress = progress;
        this.bar = progress instanceof Progress.Overall overall ? overall : (done, all, message) -> {};
        this.clips = clips;
        this.seconds = seconds;
    }

    /**
     * Begins a clip.
     *
     * @param name its name
     * @param length its length in seconds
     * @return takes the seconds of it that are done
     */
    synchronized DoubleConsumer begin(String name, double length) {
        running.put(name, new double[] {0, length});
        return at -> reached(name, at);
    }

    private synchronized void reached(String name, double at) {
        double[] clip = running.get(name);
        if (clip != null) {
            clip[0] = Math.max(clip[0], Math.min(at, clip[1]));
            show();
        }
    }

    /** Ends a clip, and says what came of it. */
    synchronized void end(String name, String what) {
        double[] clip = running.remove(name);
        doneSeconds += clip == null ? 0 : clip[1];
        doneClips++;
        progress.say(String.format(Locale.ROOT, "[%d/%d] %s: %s", doneClips, clips, name, what));
        show();
    }

    private void show() {
        double within = running.values().stream().mapToDouble(clip -> clip[0]).sum();
        bar.overall(doneSeconds + within, seconds, text());
    }

    /** The clips that are being worked on, as in {@code 3/24 clips, fall/room 45 %}. */
    synchronized String text() {
        String names = running.entrySet().stream()
                .filter(clip -> clip.getValue()[0] > 0)
                .limit(NAMES_SHOWN)
                .map(clip -> String.format(
                        Locale.ROOT, ", %s %.0f %%", clip.getKey(), 100 * clip.getValue()[0] / clip.getValue()[1]))
                .collect(Collectors.joining());
        return String.format(Locale.ROOT, " %d/%d clips%s", doneClips, clips, names);
    }

    @Override
    public void close() {
        progress.close();
    }
}
