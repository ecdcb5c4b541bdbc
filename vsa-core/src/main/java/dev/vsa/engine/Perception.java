package dev.vsa.engine;

import dev.vsa.config.Analysis;
import dev.vsa.frame.Frame;
import dev.vsa.perception.Detections;
import dev.vsa.perception.luma.Luma;
import dev.vsa.perception.motion.Gate;
import dev.vsa.perception.motion.MotionDetector;
import dev.vsa.perception.objects.ObjectDetector;
import dev.vsa.perception.objects.ObjectModel;
import dev.vsa.perception.tracking.Tracker;
import dev.vsa.scene.FeatureKey;
import dev.vsa.scene.Grid;
import dev.vsa.scene.ObjectClasses;
import dev.vsa.scene.Role;
import dev.vsa.scene.Scene;
import dev.vsa.scene.SceneBuilder;
import dev.vsa.spi.FeatureExtractor;
import dev.vsa.spi.FeatureProvider;
import dev.vsa.spi.Needs;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * From a frame to a scene: computes what the camera's rules need, once a frame, and nothing else. Lives on the camera's
 * analysis thread.
 */
final class Perception implements AutoCloseable {

    private final String cameraId;
    private final StageClock clock;
    private final Luma luma = new Luma();
    private final @Nullable MotionDetector motion;
    private final @Nullable ObjectDetector objects;
    private final Tracker tracker = new Tracker();
    private final Detections detections = new Detections();
    private final Gate gate;
    private final Detections regions = new Detections();
    private final List<Extraction<?>> extractions = new ArrayList<>();
    private final SceneBuilder builder = new SceneBuilder();
    private final boolean tracks;
    private final boolean movingRegions;
    private final boolean motionGrid;
    private final boolean tellsClasses;
    private final String classes;
    private boolean lumaOnly;

    private record Extraction<T>(FeatureKey<T> key, FeatureExtractor<T> extractor) {

        @SuppressWarnings("unchecked") // an extractor stands in the registry under its own key
        static <T> Extraction<T> of(FeatureKey<T> key, FeatureExtractor<?> extractor) {
            return new Extraction<>(key, (FeatureExtractor<T>) extractor);
        }

        void addTo(SceneBuilder builder, Frame frame) {
            T value = extractor.extract(frame, builder.lend());
            if (value != null) {
                builder.feature(key, value);
            }
        }
    }

    Perception(String cameraId, Needs needs, Analysis analysis, @Nullable ObjectModel model, StageClock clock) {
        this.cameraId = cameraId;
        this.clock = clock;
        tellsClasses = needs.features().contains(ObjectClasses.KEY);
        classes = model == null ? "" : classes(model);
        tracks = !needs.tracks().isEmpty();
        movingRegions = needs.tracks().contains(Role.MOVING);
        motionGrid = needs.features().contains(FeatureKey.MOTION);
        // Tracks that stand still are held for as long as nothing moves there, whether or not a rule asks for motion.
        motion = tracks || motionGrid ? new MotionDetector(luma) : null;
        gate = new Gate(analysis.reuse());
        objects = model == null ? null : detector(model, analysis);
        Map<FeatureKey<?>, FeatureProvider<?>> providers = new HashMap<>();
        ServiceLoader.load(FeatureProvider.class).forEach(p -> providers.put(p.key(), p));
        for (FeatureKey<?> key : needs.features()) {
            if (!key.equals(FeatureKey.MOTION) && !key.equals(ObjectClasses.KEY)) {
                FeatureExtractor<?> builtIn = builtIn(key, providers, luma, model);
                extractions.add(builtIn == null ? extraction(key, providers) : Extraction.of(key, builtIn));
                lumaOnly |= builtIn != null && motion == null;
            }
        }
    }

    /**
     * The library's own extractor; null if it has none, or if another library on the class path provides the feature: whoever puts it there
     * wants it used.
     */
    static @Nullable FeatureExtractor<?> builtIn(
            FeatureKey<?> key,
            Map<FeatureKey<?>, FeatureProvider<?>> providers,
            Luma luma,
            @Nullable ObjectModel model) {
        return providers.containsKey(key) ? null : BuiltInFeatures.create(key, luma, model);
    }

    private static String classes(ObjectModel model) {
        return model.description().classes().stream()
                .filter(known -> known.role() != Role.OTHER)
                .map(known -> ObjectClasses.pair(known.role(), known.label()))
                .collect(Collectors.joining(","));
    }

    private static ObjectDetector detector(ObjectModel model, Analysis analysis) {
        return analysis.inputWidth() == 0
                ? model.detector()
                : model.detector(analysis.inputWidth(), analysis.inputHeight());
    }

    /** Whether rules with these needs require the object model to run: moving regions alone do not. */
    static boolean needsModel(Needs needs) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(needs.tracks());
        roles.remove(Role.MOVING);
        return !roles.isEmpty();
    }

    private static Extraction<?> extraction(FeatureKey<?> key, Map<FeatureKey<?>, FeatureProvider<?>> providers) {
        FeatureProvider<?> provider = providers.get(key);
        if (provider == null) {
            throw new IllegalArgumentException("a rule needs the feature '" + key.name()
                    + "', and no provider of it is present; add its library to the class path");
        }
        return extraction(provider);
    }

    private static <T> Extraction<T> extraction(FeatureProvider<T> provider) {
        return new Extraction<>(provider.key(), provider.create());
    }

    /** Perceives a frame. The scene is lent: valid until the next call. */
    Scene perceive(Frame frame, long mediaNanos) {
        long t = System.nanoTime();
        builder.begin(cameraId, mediaNanos, frame.wallNanos(), frame.layout().aspect(), frame.height());
        if (motion != null) {
            motion.update(frame, mediaNanos);
            if (motionGrid) {
                builder.feature(FeatureKey.MOTION, motion.grid());
            }
            t = clock.book(Stage.MOTION, t);
        } else if (lumaOnly) {
            luma.load(frame);
        }
        if (tracks) {
            regions.clear();
            if (objects != null) {
                // While nothing changes, what was found last is still there.
                if (gate.open(luma, mediaNanos)) {
                    detections.clear();
                    objects.detect(frame, detections);
                    gate.looked(luma, mediaNanos);
                    t = clock.book(Stage.OBJECTS, t);
                }
            }
            if (motion != null && movingRegions) {
                motion.regions(regions);
            }
            Grid grid = motion == null ? null : motion.grid();
            tracker.update(mediaNanos, frame.layout().aspect(), detections, regions, grid);
            tracker.writeTo(builder);
            t = clock.book(Stage.TRACKING, t);
        }
        if (tellsClasses) {
            builder.feature(ObjectClasses.KEY, classes);
        }
        for (int i = 0; i < extractions.size(); i++) {
            extractions.get(i).addTo(builder, frame);
        }
        clock.book(Stage.FEATURES, t);
        return builder.lend();
    }

    /** Forgets what was learnt of earlier frames: the picture or the stream is another. */
    void reset() {
        tracker.reset();
        gate.reset();
        if (motion != null) {
            motion.reset();
        }
        extractions.forEach(e -> e.extractor().reset());
    }

    @Override
    public void close() {
        extractions.forEach(e -> e.extractor().close());
        if (objects != null) {
            objects.close();
        }
    }
}
