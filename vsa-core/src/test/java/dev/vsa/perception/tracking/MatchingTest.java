package dev.vsa.perception.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MatchingTest {

    private static final double ALONE = 1;
    private static final double NO_PAIR = 9;

    private final Matching matching = new Matching();

    @Test
    void leavesEveryRowAloneWithoutPairs() {
        matching.begin(2, 3);
        matching.solve(ALONE);

        assertThat(matching.columnOf(0)).isEqualTo(-1);
        assertThat(matching.columnOf(1)).isEqualTo(-1);
    }

    @Test
    void neverMakesAPairThatCostsMoreThanStayingAlone() {
        matching.begin(1, 1);
        matching.pair(0, 0, 1.5f);
        matching.solve(ALONE);

        assertThat(matching.columnOf(0)).isEqualTo(-1);
    }

    @Test
    void givesWayWhereThatIsCheaperForAll() {
        matching.begin(2, 2);
        matching.pair(0, 0, 0.1f);
        matching.pair(0, 1, 0.2f);
        matching.pair(1, 0, 0.2f);
        matching.solve(ALONE);

        assertThat(matching.columnOf(0)).isEqualTo(1);
        assertThat(matching.columnOf(1)).isEqualTo(0);
    }

    @Test
    void leavesTheDearerOfTwoRivalsAlone() {
        matching.begin(2, 1);
        matching.pair(0, 0, 0.4f);
        matching.pair(1, 0, 0.3f);
        matching.solve(ALONE);

        assertThat(matching.columnOf(0)).isEqualTo(-1);
        assertThat(matching.columnOf(1)).isEqualTo(0);
    }

    @Test
    void costsAsLittleAsTheBestOfAllMatchings() {
        long seed = 20250117;
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            int rows = 1 + random.nextInt(6);
            int columns = 1 + random.nextInt(6);
            double[][] cost = randomCosts(random, rows, columns);

            double best = bestOfAll(cost, 0, new boolean[columns]);

            assertThat(solve(cost)).as("seed %d, round %d", seed, round).isCloseTo(best, within(1e-5));
        }
    }

    private static double[][] randomCosts(Random random, int rows, int columns) {
        double density = random.nextDouble();
        double[][] cost = new double[rows][columns];
        for (double[] row : cost) {
            for (int c = 0; c < columns; c++) {
                row[c] = random.nextDouble() < density ? random.nextInt(12) / 10.0 : NO_PAIR;
            }
        }
        return cost;
    }

    private double solve(double[][] cost) {
        matching.begin(cost.length, cost[0].length);
        for (int r = 0; r < cost.length; r++) {
            for (int c = 0; c < cost[0].length; c++) {
                if (cost[r][c] != NO_PAIR) {
                    matching.pair(r, c, (float) cost[r][c]);
                }
            }
        }
        matching.solve(ALONE);
        double total = 0;
        boolean[] used = new boolean[cost[0].length];
        for (int r = 0; r < cost.length; r++) {
            int c = matching.columnOf(r);
            total += c < 0 ? ALONE : cost[r][c];
            if (c >= 0) {
                assertThat(used[c]).as("column %d matched twice", c).isFalse();
                used[c] = true;
            }
        }
        return total;
    }

    private static double bestOfAll(double[][] cost, int row, boolean[] used) {
        if (row == cost.length) {
            return 0;
        }
        double best = ALONE + bestOfAll(cost, row + 1, used);
        for (int c = 0; c < used.length; c++) {
            if (!used[c] && cost[row][c] < ALONE) {
                used[c] = true;
                best = Math.min(best, cost[row][c] + bestOfAll(cost, row + 1, used));
                used[c] = false;
            }
        }
        return best;
    }
}
