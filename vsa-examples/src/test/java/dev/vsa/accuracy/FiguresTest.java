package dev.vsa.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresTest {

    private static final String BEFORE = """
            # a remark
            shared | wrong-way | road  | true  3  false  1  missed  0  repeats  2
            shared | wrong-way | quay  | true  1  false  0  missed  1  repeats  0
            shared | weapon    | hall  | true 40  false  0  missed  0  repeats  0
            """;

    @TempDir
    Path folder;

    private Figures figures(String text) throws IOException {
        return Figures.read(Files.writeString(folder.resolve("figures.txt"), text));
    }

    @Test
    void areReadAsTheyWereWritten() throws IOException {
        Figures before = figures(BEFORE);
        Path file = folder.resolve("again.txt");
        before.write(file);

        assertThat(before.changesIn(Figures.read(file))).isEmpty();
        assertThat(file)
                .content()
                .contains("# shared, wrong-way: true  4  false  1  missed  1  repeats  2\n", "| quay | true  1 ");
    }

    @Test
    void sameFiguresLoseNothing() throws IOException {
        assertThat(figures(BEFORE).lostIn(figures(BEFORE))).isEmpty();
    }

    @Test
    void aMissAFalseAlertAndARepeatMoreAreLosses() throws IOException {
        assertThat(figures(BEFORE)
                        .lostIn(figures(
                                BEFORE.replace("true  1  false  0  missed  1", "true  0  false  0  missed  2"))))
                .singleElement()
                .asString()
                .contains("shared | wrong-way: before: true  4", "quay", "before: true  1", "now:    true  0")
                .doesNotContain("road");
        assertThat(figures(BEFORE).lostIn(figures(BEFORE.replace("true  3  false  1", "true  3  false  2"))))
                .hasSize(1);
        assertThat(figures(BEFORE).lostIn(figures(BEFORE.replace("repeats  2", "repeats  3"))))
                .hasSize(1);
    }

    @Test
    void aMissMadeUpForElsewhereIsNoLoss() throws IOException {
        String moved = BEFORE.replace("true  3  false  1  missed  0", "true  2  false  1  missed  1")
                .replace("true  1  false  0  missed  1", "true  2  false  0  missed  0");

        assertThat(figures(BEFORE).lostIn(figures(moved))).isEmpty();
    }

    @Test
    void oneOfManyIsNoise() throws IOException {
        String two = BEFORE.replace("true 40  false  0  missed  0", "true 38  false  0  missed  2");
        String three = BEFORE.replace("true 40  false  0  missed  0", "true 37  false  0  missed  3");

        assertThat(figures(BEFORE).lostIn(figures(two))).isEmpty();
        assertThat(figures(BEFORE).lostIn(figures(three))).hasSize(1);
    }

    @Test
    void aNewClipOrEventIsNoLossAndAnEventThatIsGoneIs() throws IOException {
        String more = BEFORE + "shared | wrong-way | new | true 0 false 9 missed 9 repeats 0\n"
                + "shared | fire-start | new | true 0 false 9 missed 9 repeats 0\n";

        assertThat(figures(BEFORE).lostIn(figures(more))).isEmpty();
        assertThat(figures(BEFORE).changesIn(figures(more))).hasSize(2);
        assertThat(figures(BEFORE).lostIn(figures(BEFORE.substring(0, BEFORE.indexOf("shared | weapon")))))
                .singleElement()
                .asString()
                .contains("nothing judges it any more");
    }
}
