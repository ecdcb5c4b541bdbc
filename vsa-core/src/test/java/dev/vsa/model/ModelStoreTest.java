package dev.vsa.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.vsa.model.ModelInput.Pixels;
import dev.vsa.model.ModelInput.Resize;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Fetching, from a server on this machine that does what servers do. */
@Timeout(60)
class ModelStoreTest {

    private static final byte[] MODEL = bytes(300_000, 1);
    private static final byte[] OTHER = bytes(300_000, 2);

    @TempDir
    Path folder;

    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger requests = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private ModelStore store;

    @BeforeEach
    void serve() throws IOException {
        store = new ModelStore(folder.resolve("models"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        serve("/good", e -> send(e, 200, MODEL));
        serve("/other", e -> send(e, 200, OTHER));
        serve("/missing", e -> send(e, 404, new byte[] {'n', 'o'}));
        serve("/empty", e -> send(e, 200, new byte[0]));
        serve("/moved", e -> {
            e.getResponseHeaders().add("Location", "/good");
            send(e, 302, new byte[0]);
        });
        serve("/cut", e -> {
            e.sendResponseHeaders(200, MODEL.length);
            e.getResponseBody().write(MODEL, 0, 1000);
            e.getResponseBody().flush();
            e.close();
        });
        serve("/short", e -> send(e, 200, java.util.Arrays.copyOf(MODEL, 1000)));
        serve("/silent", e -> {
            e.sendResponseHeaders(200, MODEL.length);
            e.getResponseBody().write(MODEL, 0, 1000);
            e.getResponseBody().flush();
            awaitEnd();
            e.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void whatIsFetchedIsThere() {
        ModelFile fetched = fetch(known("/good"));
        assertThat(fetched.read()).isEqualTo(MODEL);
    }

    @Test
    void whatHasNotBeenFetchedIsNotThere() {
        assertThat(store.find(known("/good"))).isEmpty();
    }

    @Test
    void whatHasBeenFetchedIsFoundAgain() {
        fetch(known("/good"));
        assertThat(store.find(known("/good")).orElseThrow().read()).isEqualTo(MODEL);
    }

    @Test
    void whatIsHereIsNotFetchedAgain() {
        fetch(known("/good"));
        fetch(known("/good"));
        assertThat(requests).hasValue(1);
    }

    @Test
    void aDamagedFileIsFetchedAgain() throws IOException {
        Path file = fetch(known("/good")).path().orElseThrow();
        Files.write(file, OTHER);
        assertThat(fetch(known("/good")).read()).isEqualTo(MODEL);
    }

    @Test
    void redirectionsAreFollowed() {
        assertThat(fetch(known("/moved")).read()).isEqualTo(MODEL);
    }

    @Test
    void theNextSourceIsTriedWhenOneFails() {
        assertThat(fetch(known("/missing", "/cut", "/other", "/good")).read()).isEqualTo(MODEL);
    }

    @Test
    void anotherFileIsThrownAwayAndNamed() {
        assertThatThrownBy(() -> fetch(known("/other")))
                .isInstanceOf(ModelException.OtherDigest.class)
                .hasMessageContaining(Digests.sha256(OTHER))
                .hasMessageContaining(Digests.sha256(MODEL));
        assertThat(filesLeft()).isEmpty();
    }

    @Test
    void aBodyThatBreaksOffIsThrownAway() {
        assertThatThrownBy(() -> fetch(known("/cut"))).isInstanceOf(ModelException.Truncated.class);
        assertThat(filesLeft()).isEmpty();
    }

    @Test
    void aBodyThatIsTooShortIsThrownAway() {
        assertThatThrownBy(() -> fetch(known("/short")))
                .isInstanceOf(ModelException.Truncated.class)
                .hasMessageContaining("1000 bytes instead of 300000");
    }

    @Test
    void anEmptyBodyIsThrownAway() {
        assertThatThrownBy(() -> fetch(known("/empty"))).isInstanceOf(ModelException.Truncated.class);
    }

    @Test
    void aSourceThatFallsSilentHasFailed() throws IOException {
        Download download = new Download(
                new Download.Wanted("model", "under-test", known("/silent").origin()),
                Optional.empty(),
                ModelStore.Progress.NONE,
                Duration.ofMillis(600));
        Path file = Files.createDirectories(folder.resolve("x")).resolve("m.onnx");
        assertThatThrownBy(() -> download.to(file))
                .isInstanceOf(ModelException.Truncated.class)
                .hasMessageContaining("silent");
    }

    @Test
    void eachDeadSourceHasALineInTheMessage() throws IOException {
        int nobody;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = closed.getLocalPort();
        }
        URI dead = URI.create("http://127.0.0.1:" + nobody + "/m.onnx");
        ModelDescription model = model(Optional.of(Digests.sha256(MODEL)), 0, List.of(dead, uri("/missing")));
        assertThatThrownBy(() -> fetch(model))
                .isInstanceOf(ModelException.Absent.class)
                .hasMessageContaining(dead + " cannot be reached")
                .hasMessageContaining("status 404")
                .hasMessageContaining("by hand as " + folder.resolve("models/under-test/m.onnx"));
        assertThat(filesLeft()).isEmpty();
    }

    @Test
    void aModelWithoutSourcesSaysWhereToCopyIt() {
        assertThatThrownBy(() -> fetch(model(Optional.empty(), 0, List.of())))
                .isInstanceOf(ModelException.Absent.class)
                .hasMessageContaining("copy m.onnx to " + folder.resolve("models"));
    }

    @Test
    void anUnverifiedModelIsNotKeptButItsDigestIsTold() {
        assertThatThrownBy(() -> fetch(unverified("/good")))
                .isInstanceOf(ModelException.OtherDigest.class)
                .hasMessageContaining("--accept-digest " + Digests.sha256(MODEL));
        assertThat(filesLeft()).isEmpty();
    }

    @Test
    void anUnverifiedModelIsKeptWhenItsDigestIsAccepted() {
        ModelDescription model = unverified("/good");
        store.fetch(
                model, Optional.of(Digests.sha256(MODEL).toUpperCase(java.util.Locale.ROOT)), ModelStore.Progress.NONE);
        assertThat(store.find(model).orElseThrow().read()).isEqualTo(MODEL);
    }

    @Test
    void anUnverifiedModelIsHeldToTheDigestThatWasAccepted() throws IOException {
        ModelDescription model = unverified("/good");
        Path file = store.fetch(model, Optional.of(Digests.sha256(MODEL)), ModelStore.Progress.NONE)
                .path()
                .orElseThrow();
        Files.write(file, OTHER);
        ModelFile found = store.find(model).orElseThrow();
        assertThatThrownBy(found::read).isInstanceOf(ModelException.OtherDigest.class);
    }

    @Test
    void anUnverifiedFileThatSomebodyPutThereIsNotTaken() throws IOException {
        ModelDescription model = unverified("/good");
        Files.createDirectories(folder.resolve("models/under-test"));
        Files.write(folder.resolve("models/under-test/m.onnx"), OTHER);
        assertThat(store.find(model)).isEmpty();
    }

    @Test
    void aKnownDigestCannotBeReplaced() {
        assertThatThrownBy(() ->
                        store.fetch(known("/other"), Optional.of(Digests.sha256(OTHER)), ModelStore.Progress.NONE))
                .isInstanceOf(ModelException.OtherDigest.class)
                .hasMessageContaining("cannot be accepted");
        assertThat(requests).hasValue(0);
    }

    @Test
    void progressEndsWithTheWholeFile() {
        List<Long> told = new ArrayList<>();
        store.fetch(known("/good"), Optional.empty(), (source, bytes, total) -> told.add(bytes));
        assertThat(told).isSorted().last().isEqualTo((long) MODEL.length);
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("occupied"));
        ModelStore nowhere = new ModelStore(file);
        assertThatThrownBy(() -> nowhere.fetch(known("/good"), Optional.empty(), ModelStore.Progress.NONE))
                .isInstanceOf(ModelException.Absent.class)
                .hasMessageContaining("occupied");
    }

    @Test
    void theBuiltInModelIsAlwaysThere() {
        assertThat(store.open(ModelCatalogue.BUILT_IN).read()).isNotEmpty();
    }

    @Test
    void aModelOfTheCatalogueThatIsNotHereNamesTheCommand() {
        assertThatThrownBy(() -> store.open("yolox-nano"))
                .isInstanceOf(ModelException.Absent.class)
                .hasMessageContaining("vsa models fetch yolox-nano");
    }

    @Test
    void aBareModelFileAsksForADescription() {
        assertThatThrownBy(() -> store.open("some/model.onnx"))
                .isInstanceOf(ModelException.BadDescription.class)
                .hasMessageContaining("description");
    }

    private ModelFile fetch(ModelDescription model) {
        return store.fetch(model, Optional.empty(), ModelStore.Progress.NONE);
    }

    private List<Path> filesLeft() {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private ModelDescription known(String... paths) {
        return model(
                Optional.of(Digests.sha256(MODEL)),
                MODEL.length,
                Stream.of(paths).map(this::uri).toList());
    }

    private ModelDescription unverified(String path) {
        return model(Optional.empty(), 0, List.of(uri(path)));
    }

    private static ModelDescription model(Optional<String> sha256, long size, List<URI> sources) {
        return new ModelDescription(
                "under-test",
                ModelFamily.YOLOX,
                List.of(ModelClass.of("person")),
                new ModelInput(
                        Pixels.FLOAT_NCHW_BGR, 0, 0, Resize.STRETCH, 0, List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0)),
                new ModelHead(List.of(8), 0, 0.5),
                ModelThresholds.DEFAULT,
                new ModelOrigin("m.onnx", size, sha256, "none", sources));
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private void serve(String path, Answer answer) {
        server.createContext(path, exchange -> {
            requests.incrementAndGet();
            answer.to(exchange);
        });
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] bytes(int n, long seed) {
        byte[] bytes = new byte[n];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
