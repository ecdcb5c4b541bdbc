package dev.vsa.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with the text itself, before it is a site. */
class YamlTest {

    private static final String MINIMAL = "site: a\ncameras:\n  - {id: b, source: c.mp4, rules: []}\n";

    @Test
    void minimalSiteIsSound() {
        assertThat(Samples.READER.read(MINIMAL, "a.yaml").name()).isEqualTo("a");
    }

    @Test
    void emptyFileIsReported() {
        assertThat(problems(""))
                .isEqualTo("a.yaml:1:1: found an empty file, expected a mapping that begins with 'site: NAME'");
    }

    @Test
    void fileOfCommentsIsReported() {
        assertThat(problems("# nothing\n")).startsWith("a.yaml:1:1: found an empty file");
    }

    @Test
    void syntaxErrorIsReported() {
        assertThat(problems("site: a\ncameras:\n  - id: b\n   rules: []\n"))
                .isEqualTo("a.yaml:4:4: found while parsing a block collection, expected <block end>, but found"
                        + " '<block mapping start>', expected valid YAML");
    }

    @Test
    void tabIsReported() {
        assertThat(problems("site: a\n\tcameras: []\n"))
                .startsWith("a.yaml:2:1: found")
                .contains("\\t");
    }

    @Test
    void unclosedListIsReported() {
        assertThat(problems("site: a\ncameras: [\n")).startsWith("a.yaml:3:1: found");
    }

    @Test
    void repeatedKeyIsReported() {
        assertThat(problems(MINIMAL + "site: again\n"))
                .isEqualTo("a.yaml:4:1: site: found the key 'site' again (first in line 1), expected every key once");
    }

    @Test
    void tagIsReported() {
        assertThat(problems("site: !!java.net.URL [a]\ncameras: []\n"))
                .contains(
                        "a.yaml:1:7: site: found the tag 'tag:yaml.org,2002:java.net.URL', expected a value without a tag");
    }

    @Test
    void keyThatIsNoWordIsReported() {
        assertThat(problems(MINIMAL + "[a, b]: c\n")).isEqualTo("a.yaml:4:1: found a list as a key, expected a word");
    }

    @Test
    void secondDocumentIsReported() {
        assertThat(problems(MINIMAL + "---\nsite: b\n"))
                .isEqualTo("a.yaml:4:1: found a second document, expected the end of the file");
    }

    @Test
    void listInsteadOfSiteIsReported() {
        assertThat(problems("- site: a\n"))
                .isEqualTo(
                        "a.yaml:1:1: found a list, expected a mapping with the keys site, authorisation, cameras, sinks");
    }

    @Test
    void controlCharacterIsReported() {
        assertThat(problems("site: a\nx\u0007: b\n"))
                .isEqualTo("a.yaml:2:2: found the character U+0007, expected a text that can be printed");
    }

    @Test
    void loneSurrogateIsReported() {
        assertThat(problems("site: \ud83d\n")).startsWith("a.yaml:1:7: found the character U+D83D");
    }

    @Test
    void byteOrderMarkIsSkipped() {
        assertThat(Samples.READER.read("\ufeff" + MINIMAL, "a.yaml").name()).isEqualTo("a");
    }

    @Test
    void bytesThatAreNotUtf8AreReported(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.yaml");
        Files.write(file, "site: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

        InvalidSiteException refusal =
                catchThrowableOfType(InvalidSiteException.class, () -> Samples.READER.read(file));

        assertThat(refusal.getMessage())
                .isEqualTo("a.yaml:1:10: found bytes that are not UTF-8, expected a text in UTF-8");
    }

    @Test
    void hugeTextIsReported() {
        assertThat(problems("#" + "x".repeat(YamlTree.LONGEST)))
                .isEqualTo("a.yaml:1:1: found 1048577 characters, expected at most 1048576");
    }

    @Test
    void hugeFileIsReported(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.yaml");
        Files.write(file, new byte[5 << 20]);

        InvalidSiteException refusal =
                catchThrowableOfType(InvalidSiteException.class, () -> Samples.READER.read(file));

        assertThat(refusal.getMessage()).startsWith("a.yaml:1:1: found more than 4194304 bytes");
    }

    @Test
    void deepNestingIsReported() {
        assertThat(problems("site: " + "[".repeat(500_000)))
                .isEqualTo("a.yaml:1:38: found more than 32 levels, one inside the other, expected valid YAML");
    }

    @Test
    void deepNestingOfBlocksIsReported() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            text.append(" ".repeat(i)).append("a:\n");
        }
        assertThat(problems(text.toString())).startsWith("a.yaml:33:33: found more than 32 levels");
    }

    @Test
    void aliasesThatMultiplyAreReported() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++) {
            text.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10)));
        }
        assertThat(problems(text.toString()))
                .isEqualTo(
                        "a.yaml:6:5: found more than 200000 values when every alias is written out, expected valid YAML");
    }

    @Test
    void mergesThatMultiplyAreReported() {
        StringBuilder text = new StringBuilder("a: &a {x: 1, y: 2}\nb: &b [" + "*a, ".repeat(1000) + "]\nc:\n");
        text.append("  - {<<: *b}\n".repeat(1000));
        assertThat(problems(text.toString())).startsWith("a.yaml:4:3: found more than 200000 values");
    }

    @Test
    void unknownAliasIsReported() {
        assertThat(problems("site: &name a\ncameras: *nam\n"))
                .isEqualTo("a.yaml:2:10: cameras: found the alias '*nam', expected one whose anchor stands above it;"
                        + " did you mean '*name'?");
    }

    @Test
    void aliasInsideOfItselfIsReported() {
        assertThat(problems("site: a\ncameras: &c [*c]\n"))
                .isEqualTo(
                        "a.yaml:2:14: cameras[0]: found the alias '*c', expected one that does not stand in what it names");
    }

    @Test
    void aliasStandsForWhatItNames() {
        Site site = Samples.READER.read("""
                site: a
                cameras:
                  - id: b
                    source: b.mp4
                    zones: {lawn: &lawn [[0, 0], [1, 0], [1, 1]]}
                    rules: &rules [{detect: zone-intrusion, zone: lawn}]
                  - {id: c, source: c.mp4, zones: {lawn: *lawn}, rules: *rules}
                """, "a.yaml");

        assertThat(site.cameras().get(1).rules())
                .isEqualTo(site.cameras().get(0).rules())
                .hasSize(1);
    }

    @Test
    void mergeKeyBringsInWhatIsNotThere() {
        Site site = Samples.READER.read("""
                site: a
                cameras:
                  - &b {id: b, source: b.mp4, analysis: {fps: 5}, rules: []}
                  - {<<: *b, id: c}
                """, "a.yaml");

        assertThat(site.cameras().get(1).id()).isEqualTo("c");
        assertThat(site.cameras().get(1).analysis().fps()).isEqualTo(5);
    }

    @Test
    void mergeOfSomethingElseIsReported() {
        assertThat(problems(MINIMAL + "<<: b\n"))
                .isEqualTo("a.yaml:4:5: <<: found 'b', expected a mapping, or a list of mappings");
    }

    private static String problems(String text) {
        InvalidSiteException refusal =
                catchThrowableOfType(InvalidSiteException.class, () -> Samples.READER.read(text, "a.yaml"));
        assertThat(refusal).as("refusal").isNotNull();
        return refusal.getMessage();
    }
}
