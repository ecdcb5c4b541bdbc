package dev.vsa.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.vsa.frame.SourceException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server with a certificate that it has made itself, as cameras have. */
@Timeout(60)
class TlsSourceTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private static Path folder;

    private static final ExecutorService THREADS = Executors.newCachedThreadPool();
    private static HttpsServer server;

    @BeforeAll
    static void start() throws IOException, GeneralSecurityException, InterruptedException {
        Path store = folder.resolve("store.p12");
        keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=dns:localhost", store);
        keytool("-exportcert", "-rfc", "-file", folder.resolve("own.pem").toString(), store);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(store.toFile(), PASSWORD), PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        byte[] video = Files.readAllBytes(TestVideo.of("libopenh264", 64, 48).writeFastStart(folder.resolve("a.mp4")));
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.setExecutor(THREADS);
        server.createContext("/a.mp4", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, video.length);
                exchange.getResponseBody().write(video);
            }
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
        THREADS.shutdownNow();
    }

    @Test
    void byDefaultTheCertificateIsNotChecked() {
        assertThat(read(Map.of()).frames).hasSize(10);
    }

    @Test
    void aCertificateThatIsVouchedForIsAccepted() {
        Map<String, String> checked =
                Map.of("tls_verify", "1", "ca_file", folder.resolve("own.pem").toString());
        assertThat(read(checked).frames).hasSize(10);
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefusedWhereItIsChecked() {
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> read(Map.of("tls_verify", "1")))
                .withMessageContaining("certificate");
    }

    private static Reader read(Map<String, String> options) {
        String url = "https://localhost:" + server.getAddress().getPort() + "/a.mp4";
        return Reader.of(Sources.url(url, UrlOptions.DEFAULT.ffmpeg(options)));
    }

    private static void keytool(Object... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        for (int i = 0; i < arguments.length - 1; i++) {
            command.add((String) arguments[i]);
        }
        command.addAll(List.of("-alias", "camera", "-storepass", new String(PASSWORD), "-keystore"));
        command.add(arguments[arguments.length - 1].toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(Files.readString(folder.resolve("keytool.log")));
        }
    }
}
