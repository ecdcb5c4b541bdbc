package dev.vsa.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.perception.luma.Luma;
import dev.vsa.scene.FeatureKey;
import dev.vsa.scene.Flow;
import dev.vsa.scene.Grid;
import dev.vsa.scene.HeadCount;
import dev.vsa.spi.FeatureExtractor;
import dev.vsa.spi.FeatureProvider;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BuiltInFeaturesTest {

    /** A density model of somebody else's. */
    private static final FeatureProvider<Grid> THEIRS = new FeatureProvider<>() {

        @Override
        public FeatureKey<Grid> key() {
            return HeadCount.KEY;
        }

        @Override
        public FeatureExtractor<Grid> create() {
            throw new UnsupportedOperationException("not asked for here");
        }
    };

    @Test
    void anotherLibrarysHeadCountTakesTheBuiltInOnesPlace() {
        assertThat(Perception.builtIn(HeadCount.KEY, Map.of(HeadCount.KEY, THEIRS), new Luma(), null))
                .isNull();
    }

    @Test
    void withoutAnotherLibraryTheBuiltInOnesAreUsed() {
        assertThat(Perception.builtIn(HeadCount.KEY, Map.of(), new Luma(), null))
                .isNotNull();
        assertThat(Perception.builtIn(Flow.KEY, Map.of(HeadCount.KEY, THEIRS), new Luma(), null))
                .isNotNull();
    }
}
