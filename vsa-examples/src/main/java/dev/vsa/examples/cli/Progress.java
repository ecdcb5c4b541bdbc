package dev.vsa.examples.cli;

import dev.vsa.examples.cli.text.Words;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far a run is, and says what happens meanwhile. Thread-safe. */
interface Progress extends AutoCloseable {

    /**
     * How far a run is.
     *
     * @param done media time analysed
     * @param all length of the recording, zero if not known
     * @param frames analysed
     * @param perSecond frames analysed a second
     * @param alerts raised
     */
    record State(Duration done, Duration all, long frames, double perSecond, long alerts) {}

    /** Tells how far the run is; may be called for each frame. */
    void at(State state);

    /** Shows a run of several parts, where a person sits at a terminal. */
    @FunctionalInterface
    interface Overall {

        /**
         * Tells how far the run is.
         *
         * @param doneSeconds media time done
         * @param allSeconds media time in all
         * @param message what else there is to say, short
         */
        void overall(double doneSeconds, double allSeconds, String message);
    }

    /** Says something on a line of its own. */
    void say(String line);

    /** Clears the display. */
    @Override
    void close();

    /**
     * A bar where a person sits at a terminal, else a plain line now and then.
     *
     * @param out where to
     */
    static Progress on(PrintWriter out) {
        return Terminal.present() ? new Bar(out) : new Lines(out);
    }

    /** A bar that is drawn over and over at the foot of the terminal. */
    final class Bar implements Progress, Overall {

        private static final int UNITS_A_SECOND = 10;
        private static final String CLEAR_LINE = "\r\u001b[K";

        private final PrintWriter out;
        private final ProgressBar bar;

        Bar(PrintWriter out) {
            this.out = out;
            boolean unicode = Terminal.charset().name().startsWith("UTF");
            bar = new ProgressBarBuilder()
                    .setTaskName("")
                    .setInitialMax(-1)
                    .setUnit(" s", UNITS_A_SECOND)
                    .setUpdateIntervalMillis(250)
                    .setStyle(unicode ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
                    .setConsumer(new ConsoleProgressBarConsumer(System.out))
                    .clearDisplayOnFinish()
                    .build();
        }

        @Override
        public void at(State state) {
            if (!state.all().isZero()) {
                bar.maxHint(units(state.all()));
            }
            bar.stepTo(units(state.done()));
            bar.setExtraMessage(String.format(
                    Locale.ROOT,
                    " %d frames, %.0f/s, %s",
                    state.frames(),
                    state.perSecond(),
                    Words.count(state.alerts(), "alert")));
        }

        @Override
        public void overall(double doneSeconds, double allSeconds, String message) {
            bar.maxHint(Math.round(allSeconds * UNITS_A_SECOND));
            bar.stepTo(Math.round(doneSeconds * UNITS_A_SECOND));
            bar.setExtraMessage(message);
        }

        private static long units(Duration time) {
            return time.toMillis() * UNITS_A_SECOND / 1000;
        }

        @Override
        public void say(String line) {
            out.print(CLEAR_LINE + line + System.lineSeparator());
            out.flush();
        }

        @Override
        public void close() {
            bar.close();
            out.print(CLEAR_LINE);
            out.flush();
        }
    }

    /** A line now and then, for logs. */
    final class Lines implements Progress {

        private static final long PAUSE_NANOS = 10_000_000_000L;

        private final PrintWriter out;
        private long last = System.nanoTime();

        Lines(PrintWriter out) {
            this.out = out;
        }

        @Override
        public synchronized void at(State state) {
            long now = System.nanoTime();
            if (now - last < PAUSE_NANOS) {
                return;
            }
            last = now;
            String all = state.all().isZero()
                    ? ""
                    : " of " + Words.clock(state.all().toNanos()) + ", left " + Words.length(left(state));
            say(String.format(
                    Locale.ROOT,
                    "at %s%s: %d frames, %.1f/s, %s",
                    Words.clock(state.done().toNanos()),
                    all,
                    state.frames(),
                    state.perSecond(),
                    Words.count(state.alerts(), "alert")));
        }

        private static Duration left(State state) {
            double framesASecond = state.frames() / Math.max(0.001, state.done().toNanos() / 1e9);
            double secondsLeft = Math.max(0, state.all().minus(state.done()).toNanos() / 1e9);
            return Duration.ofMillis(
                    Math.round(1000 * secondsLeft * framesASecond / Math.max(0.001, state.perSecond())));
        }

        @Override
        public synchronized void say(String line) {
            out.println(line);
            out.flush();
        }

        @Override
        public void close() {}
    }
}
