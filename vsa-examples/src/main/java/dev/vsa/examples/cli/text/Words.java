package dev.vsa.examples.cli.text;

import java.time.Duration;
import java.util.Locale;

/** Figures as people read them, the same in the terminal, in pictures and in reports. */
public final class Words {

    private Words() {}

    /** A place on the recording's time: {@code 01:07.3}, and {@code 2:01:07.3} from one hour on. */
    public static String clock(long mediaNanos) {
        long tenths = Math.max(0, mediaNanos) / 100_000_000L;
        long seconds = tenths / 10;
        return seconds < 3600
                ? String.format(Locale.ROOT, "%02d:%02d.%d", seconds / 60, seconds % 60, tenths % 10)
                : String.format(
                        Locale.ROOT, "%d:%02d:%02d.%d", seconds / 3600, seconds / 60 % 60, seconds % 60, tenths % 10);
    }

    /** A length of time: {@code 9.4 s}, {@code 3 min 20 s}, {@code 2 h 05 min}. */
    public static String length(Duration length) {
        double seconds = length.toNanos() / 1e9;
        if (seconds < 59.95) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        return whole < 3600
                ? String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole / 60 % 60);
    }

    /** A length of time in nanoseconds. */
    public static String length(long nanos) {
        return length(Duration.ofNanos(nanos));
    }

    /** A figure with as many digits as are worth reading: {@code 0.0123}, {@code 1.25}, {@code 104}. */
    public static String figure(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        double size = Math.abs(value);
        int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.1 || size == 0 ? 2 : 4;
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return decimals > 0 ? text.replaceAll("\\.?0+$", "") : text;
    }

    /** {@code 1 alert}, {@code 2 alerts}. */
    public static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }

    /** A share of a whole: {@code 12 %}, {@code 0.4 %}, {@code < 0.1 %}. */
    public static String percent(double share) {
        double percent = 100 * share;
        if (percent > 0 && percent < 0.05) {
            return "< 0.1 %";
        }
        return String.format(Locale.ROOT, percent < 0.95 && percent > 0 ? "%.1f %%" : "%.0f %%", percent);
    }
}
