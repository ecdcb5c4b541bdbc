package dev.vsa.examples.customdetector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/writing-a-detector.md shows the code of this package: all of it, as it is. */
class GuideTest {

    private static final Pattern SNIPPET =
            Pattern.compile("<!-- (\\S+) -->\\R```(?:java|text)\\R(.*?)\\R```", Pattern.DOTALL);
    private static final Pattern JAVA = Pattern.compile("```java\\R");

    private final Path root = root();

    @Test
    void everySnippetIsAsItStandsInItsFile() throws IOException {
        List<String> seen = new ArrayList<>();
        Matcher snippet = SNIPPET.matcher(guide());
        while (snippet.find()) {
            seen.add(snippet.group(1));
            assertThat(read(root.resolve(snippet.group(1)))).contains(snippet.group(2));
        }
        assertThat(JAVA.matcher(guide()).results().count())
                .as("snippets of Java that name no file")
                .isEqualTo(seen.stream().filter(file -> file.endsWith(".java")).count());
    }

    @Test
    void everyFileOfTheExampleIsShown() throws IOException {
        String guide = guide();
        for (String folder : List.of("src/main/java", "src/test/java")) {
            Path code = root.resolve("vsa-examples").resolve(folder).resolve("dev/vsa/examples/customdetector");
            try (Stream<Path> files = Files.list(code)) {
                assertThat(files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                                .filter(file ->
                                        !file.endsWith("package-info.java") && !file.endsWith("GuideTest.java")))
                        .isNotEmpty()
                        .allMatch(file -> guide.contains("<!-- " + file + " -->"));
            }
        }
    }

    private String guide() throws IOException {
        return read(root.resolve("docs/writing-a-detector.md"));
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file).replace("\r\n", "\n");
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/writing-a-detector.md"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
