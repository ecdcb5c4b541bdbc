package dev.vsa.bench.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTest {

    private static final int LIMIT = 128;

    @Test
    void theGreatestNumberIsFoundWhateverTheGuess() {
        for (int truth = 0; truth <= LIMIT; truth++) {
            for (int guess : new int[] {0, 1, 2, 5, 31, LIMIT, 1000}) {
                int most = truth;
                assertThat(Search.most(guess, LIMIT, cameras -> cameras <= most))
                        .as("carries %d, guessed %d", truth, guess)
                        .isEqualTo(truth);
            }
        }
    }

    @Test
    void noNumberIsTriedTwiceOrBeyondTheLimit() {
        for (int truth = 0; truth <= LIMIT; truth++) {
            List<Integer> tried = new ArrayList<>();
            int most = truth;
            Search.most(4, LIMIT, cameras -> {
                tried.add(cameras);
                return cameras <= most;
            });
            assertThat(tried).doesNotHaveDuplicates().allMatch(cameras -> cameras >= 1 && cameras <= LIMIT);
        }
    }

    @Test
    void aGoodGuessNeedsFewTrials() {
        List<Integer> tried = new ArrayList<>();

        Search.most(5, LIMIT, cameras -> {
            tried.add(cameras);
            return cameras <= 6;
        });

        assertThat(tried).containsExactly(5, 6, 7);
    }
}
