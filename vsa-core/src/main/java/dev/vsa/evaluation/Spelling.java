package dev.vsa.evaluation;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody meant. */
final class Spelling {

    private static final int LONGEST = 40;

    private Spelling() {}

    /** The name most like a word, if at most about a third of its letters differ; the first of equals. */
    static Optional<String> nearest(String word, Collection<String> names) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        int most = Math.max(1, (word.length() + 1) / 3);
        return names.stream()
                .filter(name -> name.length() <= LONGEST && distance(word, name) <= most)
                .min(Comparator.comparingInt(name -> distance(word, name)));
    }

    /** Letters to insert, delete or replace (Levenshtein), whatever their case. */
    private static int distance(String word, String name) {
        String a = word.toLowerCase(Locale.ROOT).replace('_', '-');
        String b = name.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
