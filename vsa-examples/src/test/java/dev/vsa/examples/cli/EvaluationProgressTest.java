package dev.vsa.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.junit.jupiter.api.Test;

class EvaluationProgressTest {

    /** A terminal that remembers. */
    private static final class Screen implements Progress, Progress.Overall {

        private final List<String> lines = new ArrayList<>();
        private double done;
        private double all;
        private String message = "";

        @Override
        public void at(State state) {
            throw new AssertionError("of one run");
        }

        @Override
        public void say(String line) {
            lines.add(line);
        }

        @Override
        public void overall(double doneSeconds, double allSeconds, String shown) {
            done = doneSeconds;
            all = allSeconds;
            message = shown;
        }

        @Override
        public void close() {}
    }

    private final Screen screen = new Screen();
    private final EvaluationProgress progress = new EvaluationProgress(screen, 2, 30);

    @Test
    void showsVideoDoneOfAllAndHowFarEachClipIs() {
        DoubleConsumer gate = progress.begin("gate", 10);
        DoubleConsumer quay = progress.begin("quay", 20);
        gate.accept(5);
        quay.accept(4);

        assertThat(screen.done).isCloseTo(9, within(1e-9));
        assertThat(screen.all).isEqualTo(30);
        assertThat(screen.message).isEqualTo(" 0/2 clips, gate 50 %, quay 20 %");
    }

    @Test
    void neverGoesBackNorPastTheEndOfAClip() {
        DoubleConsumer gate = progress.begin("gate", 10);
        gate.accept(12);
        gate.accept(3);

        assertThat(screen.done).isEqualTo(10);
    }

    @Test
    void saysALineForAFinishedClipAndCountsAllOfIt() {
        progress.begin("gate", 10).accept(9);
        progress.end("gate", "1 alert");

        assertThat(screen.lines).containsExactly("[1/2] gate: 1 alert");
        assertThat(screen.done).isEqualTo(10);
        assertThat(screen.message).isEqualTo(" 1/2 clips");
    }
}
