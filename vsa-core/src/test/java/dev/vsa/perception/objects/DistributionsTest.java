package dev.vsa.perception.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against softmax as it is defined. */
class DistributionsTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 1, 5, 20, 100, 1e6})
    void meansAreThoseOfTheDefinition(double spread) {
        Random random = new Random(20_260_307);
        Distributions read = new Distributions(4, 11);
        float[] figures = new float[44];
        for (int round = 0; round < 2_000; round++) {
            for (int i = 0; i < figures.length; i++) {
                figures[i] = (float) (random.nextGaussian() * spread);
            }
            read.read(figures);
            for (int side = 0; side < 4; side++) {
                assertThat(read.mean(side)).isCloseTo(mean(figures, 11 * side, 11), within(1e-11));
            }
        }
    }

    @Test
    void aFigureThatIsNoNumberGivesNone() {
        assertThat(mean(Float.NaN, 1)).isNaN();
        assertThat(mean(1, Float.NaN)).isNaN();
        assertThat(mean(1, Float.intBitsToFloat(0xFFC0_0000))).isNaN();
        assertThat(mean(Float.POSITIVE_INFINITY, 0)).isNaN();
        assertThat(mean(Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY)).isNaN();
    }

    @Test
    void farApartTheLargestDecides() {
        assertThat(mean(0, Float.NEGATIVE_INFINITY)).isCloseTo(0, within(1e-30));
        assertThat(mean(Float.NEGATIVE_INFINITY, 0)).isEqualTo(1);
        assertThat(mean(3e38f, -3e38f)).isCloseTo(0, within(1e-30));
        assertThat(mean(-0.0f, 0)).isEqualTo(0.5);
    }

    private static double mean(float first, float second) {
        Distributions read = new Distributions(1, 2);
        read.read(new float[] {first, second});
        return read.mean(0);
    }

    private static double mean(float[] figures, int at, int bins) {
        float most = figures[at];
        for (int i = 1; i < bins; i++) {
            most = Math.max(most, figures[at + i]);
        }
        double sum = 0;
        double mean = 0;
        for (int i = 0; i < bins; i++) {
            double share = Math.exp(figures[at + i] - most);
            sum += share;
            mean += i * share;
        }
        return mean / sum;
    }
}
