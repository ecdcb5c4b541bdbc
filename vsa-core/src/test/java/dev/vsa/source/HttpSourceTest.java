package dev.vsa.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.vsa.frame.FrameSource;
import dev.vsa.frame.Outcome;
import dev.vsa.frame.SourceException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams and recordings by HTTP, from a server on the loopback interface. */
@Timeout(60)
class HttpSourceTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final UrlOptions PATIENT = UrlOptions.DEFAULT.timeouts(Timeouts.of(LONG));

    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void aRecordingIsReadToItsEnd() throws IOException {
        byte[] video = Files.readAllBytes(TestVideo.of("libopenh264", 64, 48).writeFastStart(folder.resolve("a.mp4")));
        serve("/a.mp4", exchange -> answer(exchange, 200, video));
        try (FrameSource source = Sources.url(url("/a.mp4"), PATIENT)) {
            assertThat(source.live()).isFalse();
        }
        Reader reader = Reader.of(Sources.url(url("/a.mp4"), PATIENT));
        assertThat(reader.pictures()).isEqualTo(IntStream.range(0, 10).boxed().toList());
        assertThat(reader.last).isInstanceOf(Outcome.End.class);
    }

    @Test
    void jpegsInPartsAreALiveStreamTimedByTheirArrival() throws IOException {
        List<byte[]> jpegs =
                TestVideo.of("mjpeg", 64, 48).pixels(avutil.AV_PIX_FMT_YUVJ420P).packets();
        serve("/live", exchange -> parts(exchange, jpegs));
        Reader reader = Reader.of(Sources.url(url("/live"), PATIENT));
        assertThat(reader.pictures()).isEqualTo(IntStream.range(0, 10).boxed().toList());
        assertThat(reader.millis())
                .as("not the 25 a second that FFmpeg makes up")
                .isNotEqualTo(IntStream.range(0, 10).mapToObj(i -> i * 40L).toList());
        assertThat(reader.last).isInstanceOf(Outcome.Lost.class);
    }

    @Test
    void aStreamThatStopsInTheMiddleIsStalled() throws IOException {
        byte[] video = Files.readAllBytes(TestVideo.of("libopenh264", 64, 48).write(folder.resolve("a.ts")));
        serve("/live", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "video/mp2t");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(video);
            exchange.getResponseBody().flush();
            await();
        });
        UrlOptions options = PATIENT.timeouts(new Timeouts(LONG, Duration.ofSeconds(1), Duration.ofMillis(200)));
        try (FrameSource source = Sources.url(url("/live"), options)) {
            source.open();
            Reader reader = new Reader();
            reader.read(source, 100);
            assertThat(reader.last).isInstanceOf(Outcome.Stalled.class);
            assertThat(reader.frames).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"401,user and a password", "403,user and a password", "404,check the path", "500,check that"})
    void refusalsSayWhatToDo(int status, String advice) {
        serve("/live", exchange -> answer(exchange, status, new byte[0]));
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> Reader.of(Sources.url(url("/live"), PATIENT)))
                .withMessageContaining(advice);
    }

    @Test
    void aCircleOfRedirectionsEnds() {
        serve("/live", exchange -> {
            exchange.getResponseHeaders().set("Location", "/live");
            answer(exchange, 302, new byte[0]);
        });
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> Reader.of(Sources.url(url("/live"), PATIENT)));
    }

    @Test
    void aRedirectionDoesNotLeadToLocalFiles() throws IOException {
        Path file = TestVideo.of("libopenh264", 64, 48).write(folder.resolve("a.mp4"));
        serve("/live", exchange -> {
            exchange.getResponseHeaders().set("Location", file.toUri().toString());
            answer(exchange, 302, new byte[0]);
        });
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> Reader.of(Sources.url(url("/live"), PATIENT)));
    }

    @Test
    void aWebPageIsNotAVideo() {
        byte[] page = "<html><body>Please log in</body></html>".repeat(50).getBytes(StandardCharsets.UTF_8);
        serve("/live", exchange -> answer(exchange, 200, page));
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> Reader.of(Sources.url(url("/live"), PATIENT)))
                .withMessageMatching(".*not (a )?video.*");
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() {
        serve("/live", exchange -> await());
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> Reader.of(
                        Sources.url(url("/live"), PATIENT.timeouts(new Timeouts(Duration.ofMillis(300), LONG, LONG)))))
                .withMessageContaining("no answer within 0.3 s");
    }

    @Test
    void aHostThatIsNotKnownIsNamed() {
        FrameSource source = Streams.open("rtsp://u:secret@camera.invalid/1", PATIENT, host -> {
            throw new UnknownHostException(host);
        });
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(source::open)
                .withMessageContaining("'camera.invalid' is not known")
                .satisfies(e -> assertThat(e.toString()).doesNotContain("secret"));
    }

    @Test
    void aNameServerThatNeverAnswersIsGivenUp() {
        UrlOptions options = PATIENT.timeouts(new Timeouts(Duration.ofMillis(200), LONG, LONG));
        FrameSource source = Streams.open("http://camera.invalid/1", options, host -> {
            await();
            return new InetAddress[0];
        });
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(source::open)
                .withMessageContaining("name server");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gopher://x/y", "concat:a|b", "lavfi:testsrc", "ftp://x/y"})
    void otherSchemesAreRefused(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sources.url(address, UrlOptions.DEFAULT))
                .withMessageContaining("begins with one of");
    }

    private void serve(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            try (exchange) {
                handler.handle(exchange);
            }
        });
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static void parts(HttpExchange exchange, List<byte[]> jpegs) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "multipart/x-mixed-replace; boundary=frame");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        for (byte[] jpeg : jpegs) {
            out.write(("--frame\r\nContent-Type: image/jpeg\r\nContent-Length: " + jpeg.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(jpeg);
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }
}
