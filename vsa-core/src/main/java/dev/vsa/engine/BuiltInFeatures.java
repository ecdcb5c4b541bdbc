package dev.vsa.engine;

import dev.vsa.perception.crowd.HeadCounter;
import dev.vsa.perception.flame.FlameExtractor;
import dev.vsa.perception.flow.OpticalFlow;
import dev.vsa.perception.keypoints.KeypointExtractor;
import dev.vsa.perception.luma.Luma;
import dev.vsa.perception.objects.ObjectModel;
import dev.vsa.perception.staticforeground.StaticForeground;
import dev.vsa.perception.view.ViewExtractor;
import dev.vsa.scene.BodyKeypoints;
import dev.vsa.scene.CameraView;
import dev.vsa.scene.FeatureKey;
import dev.vsa.scene.FlameCandidates;
import dev.vsa.scene.Flow;
import dev.vsa.scene.HeadCount;
import dev.vsa.scene.StaticRegions;
import dev.vsa.spi.FeatureExtractor;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The features that the library computes itself. Unlike those of other libraries, which see the frame alone, they share what the
 * camera has computed of the frame already.
 */
final class BuiltInFeatures {

    private static final Map<FeatureKey<?>, Function<Luma, FeatureExtractor<?>>> ALL = Map.ofEntries(
            Map.entry(BodyKeypoints.KEY, KeypointExtractor::new),
            Map.entry(CameraView.KEY, ViewExtractor::new),
            Map.entry(FlameCandidates.KEY, FlameExtractor::new),
            Map.entry(Flow.KEY, OpticalFlow::new),
            Map.entry(StaticRegions.KEY, StaticForeground::new));

    private BuiltInFeatures() {}

    /** Makes the extractor of a feature, over the camera's luma and object model; null if the library does not compute it itself. */
    static @Nullable FeatureExtractor<?> create(FeatureKey<?> key, Luma luma, @Nullable ObjectModel model) {
        if (key.equals(HeadCount.KEY)) {
            return new HeadCounter(model);
        }
        Function<Luma, FeatureExtractor<?>> maker = ALL.get(key);
        return maker == null ? null : maker.apply(luma);
    }
}
