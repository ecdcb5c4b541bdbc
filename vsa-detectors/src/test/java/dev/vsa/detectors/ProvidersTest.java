package dev.vsa.detectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.spi.EventDetectorProvider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ProvidersTest {

    @Test
    @SuppressWarnings("rawtypes") // that is how ServiceLoader knows a generic service
    void classPathAndModulePathOfferTheSameProviders() throws IOException {
        List<String> onClassPath = ServiceLoader.load(EventDetectorProvider.class).stream()
                .map(provider -> provider.type().getName())
                .filter(name -> name.startsWith("dev.vsa.detectors."))
                .toList();
        assertThat(onClassPath).isNotEmpty().containsExactlyInAnyOrderElementsOf(inModule());
    }

    @Test
    void idsAreDistinct() {
        List<String> ids = new ArrayList<>();
        for (EventDetectorProvider<?> provider : ServiceLoader.load(EventDetectorProvider.class)) {
            ids.add(provider.id());
        }
        assertThat(ids).doesNotHaveDuplicates();
    }

    private static List<String> inModule() throws IOException {
        for (URL url : Collections.list(ProvidersTest.class.getClassLoader().getResources("module-info.class"))) {
            try (InputStream in = url.openStream()) {
                ModuleDescriptor module = ModuleDescriptor.read(in);
                if (module.name().equals("dev.vsa.detectors")) {
                    return module.provides().stream()
                            .filter(p -> p.service().equals(EventDetectorProvider.class.getName()))
                            .flatMap(p -> p.providers().stream())
                            .toList();
                }
            }
        }
        throw new AssertionError("no module dev.vsa.detectors on the class path");
    }
}
