package dev.vsa.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTest {

    private static final byte[] CLIP = "a clip".getBytes(StandardCharsets.UTF_8);
    private static final String DIGEST = Digests.sha256(CLIP);

    @TempDir
    Path folder;

    private HttpServer server;
    private FileStore store;
    private int requests;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/clip.mp4", exchange -> {
            requests++;
            exchange.sendResponseHeaders(200, CLIP.length);
            exchange.getResponseBody().write(CLIP);
            exchange.close();
        });
        server.start();
        store = new FileStore("sample", folder);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private ModelOrigin origin(Optional<String> sha256) {
        URI source = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/clip.mp4");
        return new ModelOrigin("clip.mp4", 0, sha256, "CC-BY-4.0", List.of(source));
    }

    private Path fetch(ModelOrigin origin, Optional<String> accept) {
        return store.fetch("cars", origin, accept, ModelStore.Progress.NONE);
    }

    @Test
    void fetchesAFileOfAKnownDigest() {
        Path file = fetch(origin(Optional.of(DIGEST)), Optional.empty());

        assertThat(file).isEqualTo(folder.resolve("cars/clip.mp4")).hasBinaryContent(CLIP);
    }

    @Test
    void fetchesNothingThatIsHereAndWhole() {
        ModelOrigin origin = origin(Optional.of(DIGEST));
        fetch(origin, Optional.empty());
        fetch(origin, Optional.empty());

        assertThat(requests).isEqualTo(1);
    }

    @Test
    void fetchesADamagedFileAgain() throws IOException {
        ModelOrigin origin = origin(Optional.of(DIGEST));
        Files.writeString(fetch(origin, Optional.empty()), "other");
        assertThat(store.isWhole("cars", origin)).isFalse();

        assertThat(fetch(origin, Optional.empty())).hasBinaryContent(CLIP);
    }

    @Test
    void asksForTheDigestOfAnUnverifiedFileInWordsThatCanBeTyped() {
        assertThatThrownBy(() -> fetch(origin(Optional.empty()), Optional.empty()))
                .isInstanceOf(ModelException.OtherDigest.class)
                .hasMessageContaining("vsa samples fetch cars --accept-digest " + DIGEST);
    }

    @Test
    void remembersAnAcceptedDigest() {
        ModelOrigin unverified = origin(Optional.empty());
        fetch(unverified, Optional.of(DIGEST));

        assertThat(store.digest("cars", unverified)).contains(DIGEST);
        assertThat(store.isWhole("cars", unverified)).isTrue();
    }

    @Test
    void leavesNothingBehindThatIsNotTheRightFile() throws IOException {
        assertThatThrownBy(() -> fetch(origin(Optional.of("0".repeat(64))), Optional.empty()))
                .isInstanceOf(ModelException.OtherDigest.class)
                .hasMessageContaining("sample 'cars'");

        try (var files = Files.list(folder.resolve("cars"))) {
            assertThat(files).isEmpty();
        }
    }
}
