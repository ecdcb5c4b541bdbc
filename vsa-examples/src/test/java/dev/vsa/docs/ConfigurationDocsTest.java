package dev.vsa.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.vsa.config.CameraConfig;
import dev.vsa.config.InvalidSiteException;
import dev.vsa.config.Parameters;
import dev.vsa.config.Site;
import dev.vsa.config.SiteReader;
import dev.vsa.config.SiteReference;
import dev.vsa.config.SiteSchema;
import dev.vsa.detectors.zoneintrusion.ZoneIntrusionProvider;
import dev.vsa.geometry.Zone;
import dev.vsa.source.Sources;
import dev.vsa.spi.EventDetectorProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What {@code docs/configuration.md} says is what the library does. What is generated in it is stale after a detector or one of
 * its parameters has changed; the same test writes it anew when it is told to.
 */
class ConfigurationDocsTest {

    private static final String REGENERATE = "mvn -pl vsa-examples -am test -Dtest=ConfigurationDocsTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dvsa.regenerate=true";
    private static final Path DOCS = Path.of("..", "docs");
    private static final Path CONFIGURATION = DOCS.resolve("configuration.md");
    private static final Path SCHEMA = DOCS.resolve("site.schema.json");

    /** The reference detectors: an id outside of this library has a namespace. */
    private static final List<EventDetectorProvider<?>> DETECTORS = SiteReader.detectors().stream()
            .filter(detector -> !detector.id().contains(":"))
            .toList();

    @Test
    void tablesAndMessagesAreOfToday() throws IOException {
        String text = Files.readString(CONFIGURATION);
        String fresh = replaced(text, "<!-- generated: keys -->\n", "<!-- end -->", SiteReference.keys(DETECTORS));
        fresh = replaced(fresh, "<!-- generated: detectors -->\n", "<!-- end -->", SiteReference.detectors(DETECTORS));
        fresh = replaced(fresh, "```text refusal\n", "```", refusal(block(text, "yaml wrong")) + "\n");

        assertFresh(CONFIGURATION, fresh);
    }

    @Test
    void schemaIsOfToday() throws IOException {
        assertFresh(SCHEMA, SiteSchema.generate(DETECTORS));
    }

    @Test
    void exampleIsSound() throws IOException {
        Site site = SiteReader.create(DETECTORS).read(block(Files.readString(CONFIGURATION), "yaml"), "site.yaml");

        assertThat(site.cameras().get(0).rules()).hasSize(2);
    }

    @Test
    void schemaAcceptsTheExample() throws IOException {
        assertThat(validate(block(Files.readString(CONFIGURATION), "yaml"))).isEmpty();
    }

    @Test
    void schemaRefusesTheWrongOne() throws IOException {
        assertThat(validate(block(Files.readString(CONFIGURATION), "yaml wrong")))
                .extracting(error -> error.getInstanceLocation().toString())
                .contains("/cameras/0/analysis", "/cameras/0/rules/0/dwell");
    }

    /** The code in the document. */
    @Test
    void siteIsMadeInCode() {
        Zone lawn = Zone.of("lawn", 0.0, 0.40, 0.2, 0.48, 0.9, 1.0, 0.0, 1.0);
        ZoneIntrusionProvider intrusion = new ZoneIntrusionProvider();
        CameraConfig camera = CameraConfig.builder("corner", () -> Sources.of("street.mp4"))
                .zone(lawn)
                .rule(intrusion, Parameters.of(intrusion, Map.of("zone", lawn, "dwell", Duration.ofSeconds(1))))
                .build();
        Site site = new Site("street-corner", List.of(camera), Optional.empty());

        assertThat(site.cameras()).containsExactly(camera);
    }

    private static List<Error> validate(String yaml) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA));
        return schema.validate(yaml, InputFormat.YAML);
    }

    private static String refusal(String yaml) {
        InvalidSiteException refusal = catchThrowableOfType(
                InvalidSiteException.class, () -> SiteReader.create(DETECTORS).read(yaml, "site.yaml"));
        return refusal.getMessage();
    }

    private static String block(String text, String info) {
        Matcher block =
                Pattern.compile("```" + info + "\n(.*?)```", Pattern.DOTALL).matcher(text);
        assertThat(block.find()).as(info).isTrue();
        return block.group(1);
    }

    private static String replaced(String text, String start, String end, String content) {
        int from = text.indexOf(start) + start.length();
        assertThat(text).containsOnlyOnce(start);
        return text.substring(0, from) + content + text.substring(text.indexOf(end, from));
    }

    private static void assertFresh(Path file, String fresh) throws IOException {
        if (Boolean.getBoolean("vsa.regenerate")) {
            Files.writeString(file, fresh);
        }
        assertThat(file).as("stale; to write it anew: %s", REGENERATE).hasContent(fresh);
    }
}
