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
import org.jspecify.annotations.Nullable;

/**
 * The features that the library computes itself. Unlike those of other libraries, which see the frame alone, they share what the
 * camera has computed of the frame already.
 */
final class BuiltInFeatures {

    private static final Map<FeatureKey<?>, Maker> ALL = Map.of(
            BodyKeypoints.KEY, (luma, model) -> new KeypointExtractor(luma),
            CameraView.KEY, (luma, model) -> new ViewExtractor(luma),
            FlameCandidates.KEY, (luma, model) -> new FlameExtractor(luma),
            Flow.KEY, (luma, model) -> new OpticalFlow(luma),
            HeadCount.KEY, (luma, model) -> new HeadCounter(model),
            StaticRegions.KEY, (luma, model) -> new StaticForeground(luma));

    /** Makes an extractor over what the camera has. */
    private interface Maker {
        FeatureExtractor<?> make(Luma luma, @Nullable ObjectModel model);
    }

    private BuiltInFeatures() {}

    /** Makes the extractor of a feature, over the camera's luma and object model; null if the library does not compute it itself. */
    static @Nullable FeatureExtractor<?> create(FeatureKey<?> key, Luma luma, @Nullable ObjectModel model) {
        Maker maker = ALL.get(key);
        return maker == null ? null : maker.make(luma, model);
    }
}
