package dev.vsa.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.examples.cli.Terminals.Run;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code vsa evaluate} on labels that are wrong, clips that cannot be read, and an evaluation that is interrupted. */
@Timeout(120)
class EvaluateInputTest {

    @TempDir
    Path folder;

    private Run evaluate(Object... more) {
        Object[] all = new Object[more.length + 6];
        System.arraycopy(
                new Object[] {"evaluate", folder.resolve("clips"), "-o", folder.resolve("out"), "-j", "1"},
                0,
                all,
                0,
                6);
        System.arraycopy(more, 0, all, 6, more.length);
        return Terminals.vsa(all);
    }

    private Path label(String name, String sound, String wrong) throws IOException {
        Path label = Labels.square(folder.resolve("clips"), name);
        String text = Files.readString(label);
        assertThat(text).contains(sound);
        return Files.writeString(label, text.replace(sound, wrong));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(
                        "an event after the end", "\"endS\": 1.2", "\"endS\": 2.5", ":12:", "0 to the clip's length"),
                Arguments.of("an event that ends first", "\"endS\": 1.2", "\"endS\": 0.1", ":12:", "after startS"),
                Arguments.of(
                        "an unknown event",
                        "\"event\": \"zone-intrusion\", \"zone\": \"left\", \"subjects\"",
                        "\"event\": \"zone-intrusoin\", \"zone\": \"left\", \"subjects\"",
                        ":9:",
                        "did you mean 'zone-intrusion'?"),
                Arguments.of(
                        "a zone that crosses itself", "[0.5, 0], [0.5, 1]", "[0.5, 1], [0.5, 0]", ":6:", "not cross"),
                Arguments.of(
                        "a region that crosses itself",
                        "[0.3, 0.4], [0.3, 0.6]",
                        "[0.3, 0.6], [0.3, 0.4]",
                        ":13:",
                        "not cross"),
                Arguments.of("a missing clip", "\"clip\": \"a.mp4\"", "\"clip\": \"b.mp4\"", ":3:", "beside the label"),
                Arguments.of(
                        "an unknown zone", "\"zone\": \"left\", \"subj", "\"zone\": \"lft\", \"subj", ":9:", "left"),
                Arguments.of("no JSON", "\"format\"", "format", ":2:", "valid JSON"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void namesAFaultWithFileAndLineAndJudgesNothing(String name, String sound, String wrong, String line, String told)
            throws IOException {
        Path label = label("a", sound, wrong);
        Run run = evaluate();

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().get(0)).startsWith(label + line).contains(told);
        assertThat(run.err().get(run.err().size() - 1)).contains("in the labels; nothing was judged");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void tellsEveryFaultOfEveryLabelAtOnce() throws IOException {
        Path a = label("a", "\"endS\": 1.2", "\"endS\": 2.5");
        Files.writeString(a, Files.readString(a).replace("[0.5, 0], [0.5, 1]", "[0.5, 1], [0.5, 0]"));
        Path b = label("b", "\"startS\": 0.2", "\"startS\": \"soon\"");
        Labels.square(folder.resolve("clips"), "sound");
        Run run = evaluate();

        assertThat(run.err())
                .hasSize(4)
                .satisfiesExactly(
                        fault -> assertThat(fault).startsWith(a + ":6:"),
                        fault -> assertThat(fault).startsWith(a + ":12:"),
                        fault -> assertThat(fault).startsWith(b + ":12:"),
                        sum -> assertThat(sum).contains("3 faults"));
    }

    @Test
    void warnsOfSpansOfOneEventThatOverlapAndCountsThem() throws IOException {
        Path label = label(
                "a",
                "\"events\": [",
                "\"events\": [{\"event\": \"zone-intrusion\", \"zone\": \"left\", \"subject\": \"person\", \"startS\": 0.3,"
                        + " \"endS\": 1.0, \"region\": [[0.1, 0.4], [0.3, 0.4], [0.3, 0.6], [0.1, 0.6]]},");
        Run run = evaluate();

        assertThat(run.err())
                .singleElement()
                .asString()
                .startsWith("warning: " + label + ":12:")
                .contains("another one lasts");
        assertThat(run.out()).anyMatch(line -> line.matches("zone-intrusion +2 +0 +0 +2 .*"));
        assertThat(run.code()).isZero();
    }

    @Test
    void refusesAFolderThatIsNotThereAndOneWithoutLabels() throws IOException {
        Files.createDirectories(folder.resolve("empty"));

        assertThat(Terminals.vsa("evaluate", folder.resolve("nope")).err().get(0))
                .contains("no such folder");
        assertThat(Terminals.vsa("evaluate", folder.resolve("empty")).err().get(0))
                .contains("no label");
    }

    @Test
    void refusesAnEventThatThereIsNot() throws IOException {
        Labels.square(folder.resolve("clips"), "a");
        Run run = evaluate("--only", "person-dwon");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).singleElement().asString().contains("'person-dwon' is no event", "person-down");
    }

    @Test
    void refusesAFolderThatCannotBeWrittenToBeforeItPerceives() throws IOException {
        Labels.square(folder.resolve("clips"), "a");
        Files.createFile(folder.resolve("out"));
        Run run = evaluate();

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).singleElement().asString().contains("--out");
    }

    @Test
    void perceivesAllOthersWhenOneClipCannotBeReadAndWritesNoReport() throws IOException {
        Labels.square(folder.resolve("clips"), "a");
        Labels.square(folder.resolve("clips"), "b");
        Files.writeString(folder.resolve("clips/a.mp4"), "this is no video");
        Run run = evaluate();

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().get(0)).startsWith(folder.resolve("clips/a.mp4").toString());
        assertThat(run.err().get(1)).contains("1 clip of 2 cannot be judged");
        assertThat(folder.resolve("out/recordings")).isDirectoryContaining("glob:**/b.scenes");
        assertThat(folder.resolve("out")).isDirectoryNotContaining("regex:.*(html|json|part)");
    }

    @Test
    void keepsClipsOfTheSameNameInDifferentFoldersApart() throws IOException {
        Labels.square(folder.resolve("day"), "gate");
        Labels.square(folder.resolve("night"), "gate");
        Run run =
                Terminals.vsa("evaluate", folder.resolve("day"), folder.resolve("night"), "-o", folder.resolve("out"));

        assertThat(run.code()).isZero();
        assertThat(folder.resolve("out/recordings/day/gate.scenes")).exists();
        assertThat(folder.resolve("out/recordings/night/gate.scenes")).exists();
    }

    @Test
    void countsAClipThatLiesBelowTwoFoldersOnce() throws IOException {
        Labels.square(folder.resolve("clips/gate"), "a");
        Run run = evaluate(folder.resolve("clips/gate"));

        assertThat(run.out()).anyMatch(line -> line.startsWith("[1/1] gate/a"));
    }

    /** Interrupts a thread once a clip is finished. */
    private static final class Interrupting extends Writer {

        private final Thread victim = Thread.currentThread();
        private final StringWriter said = new StringWriter();
        private boolean done;

        @Override
        public void write(char[] text, int from, int length) {
            said.write(text, from, length);
            if (!done && said.toString().contains("[1/3]")) {
                done = true;
                victim.interrupt();
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void goesOnFromFinishedClipsAfterAnInterruption() throws IOException {
        for (String name : new String[] {"a", "b", "c"}) {
            Labels.square(folder.resolve("clips"), name);
        }
        Interrupting out = new Interrupting();
        int code = Vsa.run(
                new PrintWriter(out, true),
                new PrintWriter(new StringWriter()),
                "evaluate",
                folder.resolve("clips").toString(),
                "-o",
                folder.resolve("out").toString(),
                "-j",
                "1");

        assertThat(Thread.interrupted()).as("the interruption is used up").isFalse();
        assertThat(code).isEqualTo(130);
        assertThat(out.said.toString()).contains("interrupted; no report was written");
        assertThat(folder.resolve("out")).isDirectoryNotContaining("regex:.*(html|json|part)");
        Path recordings = folder.resolve("out/recordings");
        Path first = recordings.resolve("a.scenes");
        assertThat(recordings.resolve("c.scenes")).doesNotExist();
        assertThat(recordings).isDirectoryNotContaining("glob:**.part");
        Files.setLastModifiedTime(first, FileTime.fromMillis(1_000_000));

        Run again = evaluate();

        assertThat(again.code()).isZero();
        assertThat(Files.getLastModifiedTime(first)).isEqualTo(FileTime.fromMillis(1_000_000));
        assertThat(recordings.resolve("c.scenes")).exists();
        assertThat(folder.resolve("out")).isDirectoryContaining("glob:**.html").isDirectoryContaining("glob:**.json");
    }

    @Test
    void perceivesAnewWhatIsNoWholeRecording() throws IOException {
        Labels.square(folder.resolve("clips"), "a");
        evaluate();
        Path recording = folder.resolve("out/recordings/a.scenes");
        long whole = Files.size(recording);
        Files.write(recording, new byte[] {1, 2, 3});

        assertThat(evaluate().code()).isZero();
        assertThat(recording).hasSize(whole);
    }
}
