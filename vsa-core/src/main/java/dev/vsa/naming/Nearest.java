package dev.vsa.naming;

import java.util.Collection;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody meant. */
public final class Nearest {

    /** A longer word is not a slip of the finger on one of ours, and the distance costs its square. */
    private static final int LONGEST = 32;

    /** Names that are looked at, so that a file of errors is refused soon. */
    private static final int MOST = 200;

    private Nearest() {}

    /** The name most like a word, if any is like it: at most a third of its letters differ. The first of equals. */
    public static Optional<String> to(String word, Collection<String> names) {
        String simple = simplified(word);
        int least = Math.max(1, simple.length() / 3) + 1;
        String nearest = null;
        for (Iterator<String> i = names.stream().limit(MOST).iterator(); i.hasNext(); ) {
            String name = i.next();
            int distance = distance(simple, simplified(name), least);
            if (distance < least) {
                least = distance;
                nearest = name;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** In one spelling, so that coolDown and cool_down are cool-down. */
    private static String simplified(String word) {
        String cut = word.length() > LONGEST ? word.substring(0, LONGEST) : word;
        return Names.hyphenated(cut).replace('_', '-').replace(' ', '-').toLowerCase(Locale.ROOT);
    }

    /**
     * Letters to insert, delete, replace or swap with their neighbour (optimal string alignment distance); where there are at
     * least as many as a limit, the limit.
     */
    private static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) >= limit) {
            return limit;
        }
        int[] before = new int[b.length() + 1];
        int[] above = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], above[j]) + 1, above[j - 1] + same);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            int[] free = before;
            before = above;
            above = row;
            row = free;
        }
        return Math.min(above[b.length()], limit);
    }
}
