package dev.vsa.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.examples.cli.Terminals.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class VsaTest {

    private static final String SITE = """
            site: Test
            cameras:
              - id: cam
                zones:
                  left: [[0, 0], [0.5, 0], [0.5, 1], [0, 1]]
                rules:
                  - detect: zone-intrusion
                    zone: left
            """;

    @TempDir
    static Path folder;

    private static Path clip;
    private static Path site;

    @BeforeAll
    static void makeFiles() throws IOException {
        clip = Clips.square(folder.resolve("clip.mp4"), 12);
        site = Files.writeString(folder.resolve("site.yaml"), SITE);
        Files.createFile(folder.resolve("empty.mp4"));
        Files.writeString(folder.resolve("text.mp4"), "this is no video");
        Files.write(folder.resolve("half.mp4"), Arrays.head(clip, 2));
        Files.createDirectory(folder.resolve("folder"));
        Files.writeString(
                folder.resolve("wrong.yaml"),
                SITE.replace("zone: left", "zone: lft").replace("[0, 1]]", "[0, 2]]"));
    }

    /** A part of a file. */
    private static final class Arrays {
        static byte[] head(Path file, int divisor) throws IOException {
            byte[] all = Files.readAllBytes(file);
            return java.util.Arrays.copyOf(all, all.length / divisor);
        }
    }

    /** A name, the arguments, the exit code and what the only line on the error stream holds. */
    private static Arguments bad(String name, int code, String told, Function<Path, List<Object>> arguments) {
        return Arguments.of(name, code, told, arguments);
    }

    static Stream<Arguments> badInput() {
        return Stream.of(
                bad("missing file", 1, "no such file", f -> List.of("watch", f.resolve("nope.mp4"), "-s", site)),
                bad("missing file without site", 1, "no such file", f -> List.of("watch", f.resolve("nope.mp4"))),
                bad("empty file", 1, "is empty", f -> List.of("watch", f.resolve("empty.mp4"), "-s", site)),
                bad("text called video", 1, "not a video", f -> List.of("watch", f.resolve("text.mp4"), "-s", site)),
                bad("half a video", 1, "half.mp4", f -> List.of("watch", f.resolve("half.mp4"), "-s", site)),
                bad("folder without pictures", 1, "folder", f -> List.of("watch", f.resolve("folder"), "-s", site)),
                bad("wrong site file", 1, "wrong.yaml:5:", f -> List.of("watch", clip, "-s", f.resolve("wrong.yaml"))),
                bad("missing site file", 1, "no such file", f -> List.of("watch", clip, "-s", f.resolve("nope.yaml"))),
                bad("video as site file", 1, "clip.mp4:", f -> List.of("watch", clip, "-s", clip)),
                bad(
                        "no stream there",
                        1,
                        "refused",
                        f -> List.of("watch", "http://127.0.0.1:1/x", "-s", site, "-o", f.resolve("o"))),
                bad(
                        "no server there",
                        1,
                        "refused",
                        f -> List.of("watch", "http://127.0.0.1:1/x.mp4", "-s", site, "-o", f.resolve("o"))),
                bad("unknown camera", 1, "cam", f -> List.of("watch", "-s", site, "-c", "nope")),
                bad("unknown model", 1, "no model 'nope'", f -> List.of("watch", clip, "-s", site, "-m", "nope")),
                bad(
                        "rate out of range",
                        1,
                        "0 and 120",
                        f -> List.of("watch", clip, "-s", site, "--analysis-fps", "999")),
                bad("file as folder", 1, "is a file", f -> List.of("watch", clip, "-s", site, "-o", clip)),
                bad(
                        "folder below a file",
                        1,
                        "--out",
                        f -> List.of("watch", clip, "-s", site, "-o", clip.resolve("x"))),
                bad("no picture that late", 1, "--at", f -> List.of("zones", clip, "-s", site, "--at", "99")),
                bad(
                        "picture into nowhere",
                        1,
                        "no folder",
                        f -> List.of("zones", clip, "-s", site, "-o", f.resolve("n/x.png"))),
                bad("unknown model to fetch", 1, "no model 'nope'", f -> List.of("models", "fetch", "nope")),
                bad("unknown sample", 1, "no sample 'nope'", f -> List.of("samples", "fetch", "nope")),
                bad("unknown option", 2, "--nope", f -> List.of("watch", clip, "--nope")),
                bad("unknown command", 2, "did you mean watch?", f -> List.of("wach")),
                bad("no number", 2, "--analysis-fps", f -> List.of("watch", clip, "--analysis-fps", "many")),
                bad("two inputs", 2, "Unmatched", f -> List.of("watch", clip, clip)),
                bad("option without value", 2, "--out", f -> List.of("watch", clip, "--out")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badInput")
    void complainsOfBadInputInOneLine(String name, int code, String told, Function<Path, List<Object>> arguments) {
        Run run = Terminals.vsa(arguments.apply(folder).toArray());

        assertThat(run.err()).hasSize(1);
        assertThat(run.err().get(0)).startsWith("vsa").contains(told);
        assertThat(run.code()).isEqualTo(code);
    }

    @Test
    void writesNothingForInputThatCannotBeRead() {
        Path out = folder.resolve("untouched");
        Terminals.vsa("watch", folder.resolve("text.mp4"), "-s", site, "-o", out);

        assertThat(out).doesNotExist();
    }

    @Test
    void printsTheTraceWhenAskedTo() {
        Run run = Terminals.vsa("watch", folder.resolve("nope.mp4"), "--verbose");

        assertThat(run.err()).hasSizeGreaterThan(2).anyMatch(line -> line.contains("\tat dev.vsa."));
    }

    @Test
    void listsEverythingThatIsWrongWithASiteFile() {
        Run run = Terminals.vsa("zones", clip, "-s", folder.resolve("wrong.yaml"));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).hasSize(2).allMatch(line -> line.matches("wrong\\.yaml:\\d+:\\d+: .*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"watch", "zones", "models", "samples"})
    void helps(String command) {
        Run run = Terminals.vsa(command, "--help");

        assertThat(run.code()).isZero();
        assertThat(run.out()).first().asString().startsWith("Usage: vsa " + command);
    }

    @Test
    void saysHowToBeginWhenNothingIsAsked() {
        Run run = Terminals.vsa();

        assertThat(run.code()).isZero();
        assertThat(run.out()).anyMatch(line -> line.contains("vsa watch"));
    }

    @Test
    void tellsItsVersion() {
        assertThat(Terminals.vsa("--version").out()).first().asString().startsWith("vsa ");
    }

    @Test
    void listsTheBuiltInModelFirst() {
        assertThat(Terminals.vsa("models").out().get(1)).contains("built in, the default");
    }

    @Test
    void findsTheBuiltInModelWhole() {
        Run run = Terminals.vsa("models", "verify");

        assertThat(run.code()).isZero();
        assertThat(run.out()).first().asString().contains(": whole");
    }

    @Test
    void listsTheBuiltInSampleFirst() {
        assertThat(Terminals.vsa("samples").out().get(1))
                .startsWith("street-corner")
                .contains("built in");
    }
}
