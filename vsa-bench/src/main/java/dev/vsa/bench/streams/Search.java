package dev.vsa.bench.streams;

import java.util.function.IntPredicate;

/** Finds the greatest number of cameras that is carried, by as few trials as it can. */
final class Search {

    private Search() {}

    /**
     * Doubles from a guess, or halves, until one number is carried and a greater one is not, then closes in.
     *
     * @param guess where to begin, at least 1
     * @param limit no number beyond this is tried
     * @param carried tries a number; what carries some carries fewer
     * @return the greatest that is carried; 0 if not even one camera is
     */
    static int most(int guess, int limit, IntPredicate carried) {
        int good = 0;
        int bad = limit + 1;
        int next = Math.max(1, Math.min(guess, limit));
        while (bad - good > 1) {
            if (carried.test(next)) {
                good = next;
            } else {
                bad = next;
            }
            next = next(good, bad, limit);
        }
        return good;
    }

    private static int next(int good, int bad, int limit) {
        if (good == 0) {
            return Math.max(1, bad / 2);
        }
        // A good guess is nearly right: a quarter more first, for what is far beyond is dear to try.
        return bad > limit ? Math.min(limit, good + Math.max(1, good / 4)) : (good + bad) / 2;
    }
}
