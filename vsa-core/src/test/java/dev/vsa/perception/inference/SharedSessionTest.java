package dev.vsa.perception.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.model.ModelFile;
import org.junit.jupiter.api.Test;

class SharedSessionTest {

    @Test
    void theLastShareClosesTheSession() {
        SharedSession one = SharedSession.of(ModelFile.builtInPose());
        SharedSession other = SharedSession.of(ModelFile.builtInPose());
        assertThat(other.session()).isSameAs(one.session());
        one.close();
        one.close();
        assertThat(other.session().isClosed()).isFalse();
        other.close();
        assertThat(other.session().isClosed()).isTrue();
        try (SharedSession anew = SharedSession.of(ModelFile.builtInPose())) {
            assertThat(anew.session()).isNotSameAs(one.session());
            assertThat(anew.session().isClosed()).isFalse();
        }
    }
}
