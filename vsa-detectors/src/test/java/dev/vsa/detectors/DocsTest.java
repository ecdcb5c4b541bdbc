package dev.vsa.detectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.spi.EventDetectorProvider;
import dev.vsa.spi.Parameter;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages in docs/detectors name every parameter, with the default that the code has. */
class DocsTest {

    @SuppressWarnings("rawtypes") // that is how ServiceLoader knows a generic service
    static Stream<EventDetectorProvider<?>> providers() {
        return ServiceLoader.load(EventDetectorProvider.class).stream()
                .filter(provider -> provider.type().getName().startsWith("dev.vsa.detectors."))
                .map(provider -> (EventDetectorProvider<?>) provider.get());
    }

    @ParameterizedTest
    @MethodSource("providers")
    void everyParameterIsOnThePageWithItsDefault(EventDetectorProvider<?> provider) throws IOException {
        String[] lines = Files.readString(root().resolve("docs/detectors/" + provider.id() + ".md"))
                .split("\\R");
        for (RecordComponent component : provider.parameters().getRecordComponents()) {
            String name = "`" + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + "`";
            String byDefault = component.getAnnotation(Parameter.class).byDefault();
            assertThat(lines).as(name + " with the default '" + byDefault + "'").anySatisfy(line -> {
                assertThat(line).startsWith("|");
                String[] cells = line.split("\\|");
                assertThat(cells[1]).contains(name);
                assertThat(cells[2].replace("`", "").trim())
                        .matches(byDefault.isEmpty() ? "–" : "(.*, )?\\Q" + byDefault + "\\E(, .*)?");
            });
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("docs"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
