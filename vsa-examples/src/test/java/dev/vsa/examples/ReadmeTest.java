package dev.vsa.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README shows code that is compiled, names commands that are run, and links to files that are there. */
class ReadmeTest {

    private static final Pattern SNIPPET =
            Pattern.compile("<!-- (\\S+\\.java) -->\\R```java\\R(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMAND =
            Pattern.compile("<!-- command: ([a-z ]+) -->\\R```sh\\R(.*?)\\R```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

    private final Path root = root();
    private final String readme = read(root.resolve("README.md"));

    @Test
    void everyPieceOfCodeStandsInItsFile() {
        List<MatchResult> snippets = SNIPPET.matcher(readme).results().toList();

        assertThat(snippets).hasSize((int)
                Pattern.compile("```java").matcher(readme).results().count());
        for (MatchResult snippet : snippets) {
            assertThat(unindented(read(root.resolve(snippet.group(1))))).contains(unindented(snippet.group(2)));
        }
    }

    @Test
    void theTwoCommandsAreOneLineEach() {
        Matcher commands = COMMAND.matcher(readme);

        assertThat(commands.results().toList())
                .extracting(command -> command.group(1))
                .containsExactly("main job", "tests");
        assertThat(COMMAND.matcher(readme).results())
                .allMatch(command -> command.group(2).lines().count() == 1);
    }

    @Test
    void everyLinkLeadsToAFile() {
        assertThat(LINK.matcher(readme).results().map(link -> link.group(1)).distinct())
                .allSatisfy(link -> assertThat(root.resolve(link)).exists());
    }

    private static String unindented(String code) {
        return code.lines().map(String::strip).collect(Collectors.joining("\n")).strip();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("README.md")) || !Files.exists(folder.resolve("vsa-api"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
