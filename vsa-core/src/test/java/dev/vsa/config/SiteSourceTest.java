package dev.vsa.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vsa.frame.FrameSource;
import dev.vsa.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources of cameras. None is opened here. */
class SiteSourceTest {

    private static final Map<String, String> VARIABLES = Map.of("PASSWORD", "hunter2@/?", "HOST", "10.0.0.5");
    private static final SiteReader READER =
            SiteReader.create(Samples.DETECTORS).withEnvironment(VARIABLES::get);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    rtsp://host/live                                                     | true
                    http://host/clip.mp4                                                 | false
                    {file: clip.mp4, threads: 2, frames: 16, timeouts: {read: 1}}        | false
                    {images: frames, fps: 12.5, starts-at: 2026-01-01T08:00:00+01:00}    | false
                    {url: 'http://host/clip.mp4', kind: live}                            | true
                    {url: 'rtsp://host/live', transport: udp, timeouts: {open: 2}}       | true
                    {url: 'rtsps://host/live', ffmpeg: {tls_verify: 1, ca_file: a.pem}}  | true
                    """)
    void isReadByItsForm(String source, boolean live) {
        assertThat(source(source).live()).isEqualTo(live);
    }

    @Test
    void fileIsTakenFromTheFolderOfTheSite(@TempDir Path folder) throws IOException {
        Path site = folder.resolve("site.yaml");
        Files.writeString(site, site("clips/a.mp4"));

        FrameSource source = READER.read(site).cameras().get(0).source().get();

        assertThat(source.name()).isEqualTo(folder.resolve("clips/a.mp4").toString());
    }

    @Test
    void folderOfPicturesIsRecognised(@TempDir Path folder) throws IOException {
        Path site = folder.resolve("site.yaml");
        Files.createDirectory(folder.resolve("frames"));
        Files.writeString(site, site("frames"));

        Site read = READER.read(site);

        assertThat(read.cameras().get(0).source().get().getClass())
                .isEqualTo(Sources.images(folder, 25).getClass());
    }

    @Test
    void variablesOfTheEnvironmentAreFilledIn() {
        assertThat(source("rtsp://admin:${PASSWORD}@${HOST}/live").name()).isEqualTo("rtsp://***@10.0.0.5/live");
    }

    @Test
    void secretIsShownNowhere() {
        Site site = READER.read(site("rtsp://admin:${PASSWORD}@${HOST}/live"), "a.yaml");

        assertThat(site.toString()).contains("10.0.0.5").doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rtps://admin:hunter2@host/live",
                "[rtsp://admin:hunter2@host/live]",
                "{url: rtsp://admin:hunter2@host/live, transport: rtsp://admin:hunter2@host/live}",
                "{urls: rtsp://admin:hunter2@host/live}",
                "{rtsp://admin:hunter2@host/live: 1}",
                "{url: 'rtsp://admin:hunter2@host/${}'}",
                "*rtsp://admin:hunter2@host/live",
                "!<rtsp://admin:hunter2@host/live> a",
                "rtsp://admin:hunter2@host/live\n    id: rtsp://admin:hunter2@host/live",
                "{url: rtsp://host, ffmpeg: {a/b: hunter2}}",
            })
    void secretIsInNoMessage(String source) {
        InvalidSiteException refusal = refusal(READER, site(source));

        assertThat(refusal.getMessage()).doesNotContain("hunter2");
    }

    @Test
    void variableThatIsNotSetIsReported() {
        assertThat(refusal(READER, site("rtsp://admin:${PASSWORT}@host/")).getMessage())
                .isEqualTo(
                        "a.yaml:4:13: cameras[0].source: found ${PASSWORT}, which is not set, expected an environment"
                                + " variable that is set");
    }

    @Test
    void unknownSchemeIsReported() {
        assertThat(refusal(READER, site("gopher://host/")).getMessage())
                .startsWith("a.yaml:4:13: cameras[0].source: found gopher://host/ is not the address of a stream");
    }

    @Test
    void replacementTakesThePlaceOfTheSource() {
        Supplier<FrameSource> replacement = () -> Sources.file(Path.of("other.mp4"));

        Site site = READER.withSource(replacement).read("site: a\ncameras: [{id: b, rules: []}]\n", "a.yaml");

        assertThat(site.cameras().get(0).source()).isSameAs(replacement);
    }

    @Test
    void replacementSparesTheVariablesOfTheSource() {
        Supplier<FrameSource> replacement = () -> Sources.file(Path.of("other.mp4"));

        Site site = READER.withSource(replacement).read(site("${NOT_SET}"), "a.yaml");

        assertThat(site.cameras().get(0).source()).isSameAs(replacement);
    }

    @Test
    void replacementForOneOfSeveralCamerasIsRefused() {
        SiteReader reader = Samples.READER.withSource(() -> Sources.file(Path.of("other.mp4")));

        assertThat(refusal(reader, Samples.WHOLE).getMessage())
                .isEqualTo(
                        "a.yaml:9:3: cameras: found 2 cameras, expected one camera, because an input is given in place of"
                                + " its source");
    }

    private static String site(String source) {
        return "site: a\ncameras:\n  - id: b\n    source: " + source + "\n    rules: []\n";
    }

    private static FrameSource source(String source) {
        return READER.read(site(source), "a.yaml").cameras().get(0).source().get();
    }

    private static InvalidSiteException refusal(SiteReader reader, String text) {
        InvalidSiteException refusal =
                catchThrowableOfType(InvalidSiteException.class, () -> reader.read(text, "a.yaml"));
        assertThat(refusal).as("refusal").isNotNull();
        return refusal;
    }
}
