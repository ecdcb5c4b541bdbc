package dev.vsa.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong, one thing at a time: a sound file in which one place is changed, and what is said about it. */
class SiteProblemsTest {

    @ParameterizedTest(name = "{1}")
    @MethodSource("changes")
    void isReportedOnceAndWhereItIs(String sound, String wrong, String message) {
        String marked = Samples.WHOLE.replace(sound, wrong.replace("\\n", "\n"));
        List<String> before = marked.substring(0, marked.indexOf('▶')).lines().toList();
        int column = before.get(before.size() - 1).length() + 1;

        InvalidSiteException refusal = catchThrowableOfType(
                InvalidSiteException.class, () -> Samples.READER.read(marked.replace("▶", ""), "site.yaml"));

        assertThat(Samples.WHOLE).contains(sound);
        assertThat(refusal).as("refusal").isNotNull();
        assertThat(refusal.problems())
                .extracting(Problem::toString)
                .containsExactly("site.yaml:" + before.size() + ":" + column + ": " + message);
    }

    static Stream<String[]> changes() throws IOException {
        try (InputStream in = SiteProblemsTest.class.getResourceAsStream("problems.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("\n\n"))
                    .skip(1)
                    .map(block -> block.strip().split("\n"));
        }
    }
}
