package dev.vsa.model;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Fetches one file: its sources in turn, each into a temporary file beside the final one, which appears only when right. */
final class Download {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final long TICK_MILLIS = 250;

    /** Where no size is known, no more than this is taken. */
    private static final long MOST_BYTES = 2L << 30;

    private final Wanted wanted;
    private final Optional<String> acceptDigest;
    private final ModelStore.Progress progress;
    private final Duration silence;

    /**
     * The file that is to be fetched.
     *
     * @param kind what messages call it, as in "model"
     * @param name its name in its catalogue
     * @param origin where it comes from
     */
    record Wanted(String kind, String name, ModelOrigin origin) {

        @Override
        public String toString() {
            return kind + " '" + name + "'";
        }
    }

    Download(Wanted wanted, Optional<String> acceptDigest, ModelStore.Progress progress) {
        this(wanted, acceptDigest, progress, SILENCE);
    }

    Download(Wanted wanted, Optional<String> acceptDigest, ModelStore.Progress progress, Duration silence) {
        this.wanted = wanted;
        this.acceptDigest = acceptDigest;
        this.progress = progress;
        this.silence = silence;
    }

    /**
     * Fetches the file.
     *
     * @return its digest
     * @throws ModelException if no source gave the right file
     * @throws IOException if it cannot be written
     */
    String to(Path file) throws IOException {
        ModelOrigin origin = wanted.origin();
        if (origin.sources().isEmpty()) {
            throw new ModelException.Absent(
                    wanted + " has no source to be fetched from; copy " + origin.file() + " to " + file.getParent());
        }
        String known = origin.sha256().orElse("");
        if (!known.isEmpty() && !acceptDigest.orElse(known).equals(known)) {
            throw new ModelException.OtherDigest(
                    wanted + " is known to have SHA-256 " + known + "; another one cannot be accepted for it");
        }
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(CONNECT)
                .build();
        List<ModelException> failures = new ArrayList<>();
        for (URI source : origin.sources()) {
            Path part = Files.createTempFile(file.getParent(), "." + origin.file(), ".part");
            try {
                receive(client, source, part);
                String digest = check(source, part);
                publish(part, file);
                return digest;
            } catch (ModelException e) {
                failures.add(e);
            } finally {
                Files.deleteIfExists(part);
            }
        }
        throw allFailed(failures, file);
    }

    private void receive(HttpClient client, URI source, Path part) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(source).timeout(silence).GET().build();
        HttpResponse.BodyHandler<Path> ifFound = info ->
                info.statusCode() == 200 ? BodyHandlers.ofFile(part).apply(info) : BodySubscribers.replacing(part);
        CompletableFuture<HttpResponse<Path>> answer = client.sendAsync(request, ifFound);
        try {
            HttpResponse<Path> response = await(source, part, answer);
            if (response.statusCode() != 200) {
                throw new ModelException.Absent(source + " answered with status " + response.statusCode());
            }
            long size = Files.size(part);
            progress.arrived(source, size, size);
        } catch (ExecutionException e) {
            Throwable why = e.getCause() == null ? e : e.getCause();
            if (Files.size(part) > 0) {
                throw new ModelException.Truncated(source + " broke off after " + Files.size(part) + " bytes: " + why);
            }
            throw new ModelException.Absent(source + " cannot be reached: " + why, why);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelException.Absent(source + ": interrupted", e);
        } finally {
            answer.cancel(true);
        }
    }

    /** Waits as long as bytes keep coming: there is no limit that suits both a slow line and a dead one. */
    private HttpResponse<Path> await(URI source, Path part, CompletableFuture<HttpResponse<Path>> answer)
            throws IOException, InterruptedException, ExecutionException {
        long most = wanted.origin().size() > 0 ? wanted.origin().size() : MOST_BYTES;
        long seen = 0;
        long lastNews = System.nanoTime();
        while (true) {
            try {
                return answer.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                long now = Files.size(part);
                if (now > most) {
                    throw new ModelException.OtherDigest(source + " sends more than the " + most + " bytes expected");
                }
                if (now > seen) {
                    seen = now;
                    lastNews = System.nanoTime();
                    progress.arrived(source, seen, wanted.origin().size());
                } else if (System.nanoTime() - lastNews > silence.toNanos()) {
                    throw new ModelException.Truncated(source + " fell silent after " + seen + " bytes");
                }
            }
        }
    }

    private String check(URI source, Path part) throws IOException {
        long size = Files.size(part);
        long expected = wanted.origin().size();
        if (size < expected || size == 0) {
            throw new ModelException.Truncated(source + " sent " + size + " bytes instead of " + expected);
        }
        String digest = Digests.sha256(part);
        @Nullable String right = wanted.origin().sha256().or(() -> acceptDigest).orElse(null);
        if (right == null) {
            throw new ModelException.OtherDigest(source + " sent a file of " + size + " bytes with SHA-256 " + digest
                    + ". Nobody has verified this " + wanted.kind()
                    + " here yet: compare that digest with what the publisher"
                    + " says, then accept it: vsa " + wanted.kind() + "s fetch " + wanted.name() + " --accept-digest "
                    + digest);
        }
        if (!digest.equals(right)) {
            throw new ModelException.OtherDigest(
                    source + " sent a file with SHA-256 " + digest + " instead of " + right + "; it was thrown away");
        }
        return digest;
    }

    private static void publish(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The most telling of the failures, with the words of all. */
    private ModelException allFailed(List<ModelException> failures, Path file) {
        StringBuilder message = new StringBuilder(wanted + " could not be fetched:");
        failures.forEach(
                f -> message.append(System.lineSeparator()).append("  ").append(f.getMessage()));
        message.append(System.lineSeparator()).append("Check the connection and the addresses, then try again");
        if (wanted.origin().sha256().isPresent()) {
            message.append(", or bring the right file here by hand as ").append(file);
        }
        String text = message.toString();
        if (failures.stream().anyMatch(ModelException.OtherDigest.class::isInstance)) {
            return new ModelException.OtherDigest(text);
        }
        if (failures.stream().anyMatch(ModelException.Truncated.class::isInstance)) {
            return new ModelException.Truncated(text);
        }
        return new ModelException.Absent(text, failures.get(failures.size() - 1));
    }
}
