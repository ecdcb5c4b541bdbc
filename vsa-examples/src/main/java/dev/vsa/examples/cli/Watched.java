package dev.vsa.examples.cli;

import dev.vsa.config.Analysis;
import dev.vsa.config.CameraConfig;
import dev.vsa.config.Parameters;
import dev.vsa.config.Site;
import dev.vsa.config.SiteReader;
import dev.vsa.examples.cli.sample.StreetCorner;
import dev.vsa.frame.FrameSource;
import dev.vsa.frame.SourceException;
import dev.vsa.geometry.GroundPlane;
import dev.vsa.source.Sources;
import dev.vsa.spi.DetectorContext;
import dev.vsa.spi.EventDetectorProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is to be watched: one camera of a site, and what goes with it.
 *
 * @param site a site with this one camera
 * @param input what people call the camera's source; no secrets
 * @param note something that the user should know before it starts; "" for nothing
 * @param sample the sample, if that is what is watched; to be closed
 */
record Watched(Site site, String input, String note, Optional<StreetCorner> sample) implements AutoCloseable {

    CameraConfig camera() {
        return site.cameras().get(0);
    }

    /** Whether frames come whether one is ready for them or not. */
    boolean live() {
        try (FrameSource source = camera().source().get()) {
            return source.live();
        }
    }

    /**
     * Opens a recording on this machine once, to see that it can be; what lies elsewhere may be there but once.
     *
     * @return the length of the recording; zero where it is not known
     */
    Duration length() throws SourceException {
        return length(camera().source());
    }

    private static Duration length(Supplier<? extends FrameSource> supplier) throws SourceException {
        try (FrameSource source = supplier.get()) {
            if (source.live() || source.name().contains("://")) {
                return Duration.ZERO;
            }
            source.open();
            return source.duration();
        }
    }

    /**
     * Finds out what is meant.
     *
     * @param input a file or an address; null for the site's own source or, without a site, for the sample
     * @param siteFile the site file; null for the one beside the input, if there is one
     * @param cameraId which of the site's cameras; null if it has one
     */
    static Watched find(@Nullable String input, @Nullable Path siteFile, @Nullable String cameraId)
            throws IOException, SourceException {
        if (input == null) {
            return siteFile == null ? builtIn() : ofSite(siteFile, cameraId);
        }
        Supplier<FrameSource> source = () -> Sources.of(input);
        boolean address = input.contains("://");
        String name = address ? nameOf(source) : String.valueOf(Path.of(input).getFileName());
        Path own = siteFile == null && !address ? beside(Path.of(input)) : siteFile;
        if (own != null) {
            Site site = SiteReader.create().withSource(source).read(own);
            return new Watched(site, name, siteFile == null ? "rules: " + own : "", Optional.empty());
        }
        return unconfigured(name, source);
    }

    private static Watched builtIn() throws IOException {
        StreetCorner sample = StreetCorner.unpack();
        Site site = SiteReader.create()
                .withSource(() -> Sources.file(sample.video()))
                .read(StreetCorner.site(), StreetCorner.SITE_NAME);
        String note = "no INPUT given: this is the sample that is built in";
        return new Watched(site, StreetCorner.NAME, note, Optional.of(sample));
    }

    private static Watched ofSite(Path siteFile, @Nullable String cameraId) throws IOException {
        Site site = SiteReader.create().read(siteFile);
        List<CameraConfig> cameras = site.cameras().stream()
                .filter(camera -> cameraId == null || camera.id().equals(cameraId))
                .toList();
        if (cameras.size() != 1) {
            String ids = site.cameras().stream().map(CameraConfig::id).collect(Collectors.joining(", "));
            throw new InputException(siteFile + " has the cameras " + ids + "; choose one with --camera");
        }
        return new Watched(with(site, cameras.get(0)), nameOf(cameras.get(0).source()), "", Optional.empty());
    }

    private static String nameOf(Supplier<? extends FrameSource> supplier) {
        try (FrameSource source = supplier.get()) {
            return source.name();
        }
    }

    /** {@code clip.yaml} beside {@code clip.mp4}. */
    private static @Nullable Path beside(Path input) {
        String name = String.valueOf(input.getFileName());
        String stem = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
        for (String ending : List.of(".yaml", ".yml")) {
            Path candidate = input.resolveSibling(stem + ending);
            if (Files.isRegularFile(candidate)) {
                return candidate;
            }
        }
        return null;
    }

    /** Without a site file there are no zones: the detectors judge that need none. */
    private static Watched unconfigured(String name, Supplier<FrameSource> source) throws SourceException {
        length(source);
        CameraConfig.Builder camera = CameraConfig.builder(idOf(name), source);
        int rules = 0;
        for (EventDetectorProvider<?> provider : ServiceLoader.load(EventDetectorProvider.class)) {
            rules += addIfWhole(camera, provider) ? 1 : 0;
        }
        if (rules == 0) {
            throw new InputException("no detector here can judge without zones; give a site file with --site");
        }
        Site site = new Site(name, List.of(camera.build()), Optional.empty());
        String judging =
                site.cameras().get(0).rules().stream().map(rule -> rule.name()).collect(Collectors.joining(", "));
        return new Watched(site, name, "no site file, so no zones: judging " + judging, Optional.empty());
    }

    /** Adds a rule for a detector that agrees to judge the whole picture by its defaults. */
    private static <P extends Record> boolean addIfWhole(
            CameraConfig.Builder camera, EventDetectorProvider<P> provider) {
        try {
            P parameters = Parameters.of(provider, Map.of());
            provider.create(parameters, new NoPlane(provider.id()));
            camera.rule(provider, parameters);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** A camera that nobody has calibrated. */
    private record NoPlane(String rule) implements DetectorContext {

        @Override
        public String cameraId() {
            return "";
        }

        @Override
        public Optional<GroundPlane> groundPlane() {
            return Optional.empty();
        }
    }

    private static String idOf(String name) {
        String id = name.replaceAll("\\.[^.]*$", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]+", "-");
        return id.isBlank() ? "camera" : id;
    }

    /**
     * The same, analysed in another way.
     *
     * @param model the object model; null for the configured one
     * @param fps frames a second; null for as many as configured
     */
    Watched analysed(@Nullable String model, @Nullable Double fps) {
        CameraConfig camera = camera();
        Analysis before = camera.analysis();
        Analysis analysis = new Analysis(
                fps == null ? before.fps() : fps,
                model == null ? before.model() : Optional.of(model),
                model == null ? before.inputWidth() : 0,
                model == null ? before.inputHeight() : 0);
        CameraConfig changed = new CameraConfig(
                camera.id(),
                camera.source(),
                camera.zones(),
                camera.lines(),
                camera.groundPlane(),
                analysis,
                camera.rules());
        return new Watched(with(site, changed), input, note, sample);
    }

    private static Site with(Site site, CameraConfig camera) {
        return new Site(site.name(), List.of(camera), site.authorisation(), site.sinks(), site.digest());
    }

    /** The site without its sinks: for a run that tells nobody. */
    Site withoutSinks() {
        return new Site(site.name(), site.cameras(), site.authorisation(), List.of(), site.digest());
    }

    @Override
    public void close() throws IOException {
        if (sample.isPresent()) {
            sample.get().close();
        }
    }
}
