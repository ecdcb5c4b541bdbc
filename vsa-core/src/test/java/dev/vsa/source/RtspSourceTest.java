package dev.vsa.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vsa.frame.FrameSource;
import dev.vsa.frame.Outcome;
import dev.vsa.frame.Outcome.Break;
import dev.vsa.frame.SourceException;
import dev.vsa.source.RtspServer.Ending;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A camera's life by RTSP. The time limits only keep a failure from hanging the build. */
@Timeout(60)
class RtspSourceTest {

    private static final UrlOptions HASTY = UrlOptions.DEFAULT.timeouts(Timeouts.of(Duration.ofMillis(400)));
    private static final UrlOptions PATIENT = UrlOptions.DEFAULT.timeouts(Timeouts.of(Duration.ofSeconds(20)));

    @Test
    void everyPictureComesAndThenTheLoss() throws IOException {
        try (RtspServer server = new RtspServer(pictures(18)).start()) {
            Reader reader = Reader.of(Sources.url(server.url(""), PATIENT));
            assertThat(reader.pictures())
                    .isEqualTo(IntStream.range(0, 18).boxed().toList());
            assertThat(reader.millis())
                    .isEqualTo(IntStream.range(0, 18).mapToObj(i -> i * 40L).toList());
            assertThat(reader.last).isInstanceOf(Outcome.Lost.class);
        }
    }

    @Test
    void itIsLiveAndFramesCarryTheTimeOfTheirArrival() throws IOException {
        try (RtspServer server = new RtspServer(pictures(10)).start();
                FrameSource source = Sources.url(server.url(""), PATIENT)) {
            assertThat(source.live()).isTrue();
            long before = System.currentTimeMillis();
            source.open();
            Outcome.Delivered first = (Outcome.Delivered) source.next();
            assertThat(first.frame().wallNanos() / 1_000_000).isBetween(before, System.currentTimeMillis());
            first.frame().close();
        }
    }

    @Test
    void aStreamThatFallsSilentIsToldAndMayComeBack() throws IOException {
        UrlOptions options = UrlOptions.DEFAULT.timeouts(
                new Timeouts(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofMillis(200)));
        try (RtspServer server = new RtspServer(pictures(18)).pauseAt(10).start();
                FrameSource source = Sources.url(server.url(""), options)) {
            source.open();
            Reader reader = new Reader();
            reader.read(source, 100);
            assertThat(reader.last).isInstanceOf(Outcome.Stalled.class);
            server.resume();
            while (!(reader.last instanceof Outcome.Lost)) {
                reader.read(source, 100);
            }
            assertThat(reader.pictures())
                    .isEqualTo(IntStream.range(0, 18).boxed().toList());
        }
    }

    @Test
    void aClockThatLeapsIsRepairedAndTold() throws IOException {
        try (RtspServer server = new RtspServer(pictures(18))
                .stamps(i -> i < 9 ? 5_000_000 + i * 40 : i * 40)
                .start()) {
            Reader reader = Reader.of(Sources.url(server.url(""), PATIENT));
            assertThat(reader.frames).hasSize(18);
            assertThat(reader.millis())
                    .isSorted()
                    .last()
                    .satisfies(last -> assertThat(last).isLessThan(60_000));
            assertThat(reader.breaks()).containsExactly(Break.CLOCK_JUMP);
        }
    }

    @Test
    void aNewSizeInTheStreamIsDeliveredAndTold() throws IOException {
        List<byte[]> both = new ArrayList<>(pictures(9));
        both.addAll(TestVideo.of("libopenh264", 128, 96).frames(9).packets());
        try (RtspServer server = new RtspServer(both).start()) {
            Reader reader = Reader.of(Sources.url(server.url(""), PATIENT));
            assertThat(reader.frames.stream().map(Reader.Seen::width).distinct())
                    .containsExactly(64, 128);
            assertThat(reader.breaks()).containsExactly(Break.PICTURE_CHANGED);
        }
    }

    @Test
    void aStreamThatWasEnteredWithoutAKeyFrameWaitsForTheNext() throws IOException {
        List<byte[]> late =
                TestVideo.of("libopenh264", 64, 48).frames(30).group(10).packets();
        try (RtspServer server = new RtspServer(withHeader(late, late.subList(1, 30))).start()) {
            Reader reader = Reader.of(Sources.url(server.url(""), PATIENT));
            assertThat(reader.pictures().get(0)).isEqualTo(10);
        }
    }

    @Test
    void aStreamThatNeverHasAKeyFrameIsShownAllTheSame() throws IOException {
        List<byte[]> one =
                TestVideo.of("libopenh264", 64, 48).frames(90).group(1_000).packets();
        try (RtspServer server = new RtspServer(withHeader(one, one.subList(1, 90))).start()) {
            UrlOptions options = UrlOptions.DEFAULT.timeouts(
                    new Timeouts(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(2)));
            Reader reader = Reader.of(Sources.url(server.url(""), options));
            assertThat(reader.frames).isNotEmpty();
        }
    }

    @Test
    void aPasswordOpensTheDoor() throws IOException {
        try (RtspServer server =
                new RtspServer(pictures(5)).login("admin:se:c/r@t").start()) {
            Reader reader = Reader.of(Sources.url(server.url("admin:se%3Ac%2Fr%40t"), PATIENT));
            assertThat(reader.frames).hasSize(5);
        }
    }

    @Test
    void aWrongPasswordIsSaidWithoutShowingIt() throws IOException {
        try (RtspServer server =
                        new RtspServer(pictures(5)).login("admin:right").start();
                FrameSource source = Sources.url(server.url("admin:wr0ng"), PATIENT)) {
            assertThatExceptionOfType(SourceException.class)
                    .isThrownBy(source::open)
                    .withMessageContaining("401")
                    .withMessageContaining("user and a password")
                    .satisfies(e -> assertThat(allText(e)).doesNotContain("wr0ng"));
            assertThat(source.name() + source).doesNotContain("wr0ng", "admin");
        }
    }

    @Test
    void aClosedPortIsSaidAtOnce() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (FrameSource source = Sources.url("rtsp://u:secret@127.0.0.1:" + port + "/x", PATIENT)) {
            assertThatExceptionOfType(SourceException.class)
                    .isThrownBy(source::open)
                    .withMessageContaining("refused")
                    .satisfies(e -> assertThat(allText(e)).doesNotContain("secret"));
        }
    }

    @Test
    void aServerThatAcceptsAndNeverAnswersIsGivenUp() throws IOException {
        try (RtspServer server = new RtspServer(List.of()).mute().start();
                FrameSource source = Sources.url(server.url(""), HASTY)) {
            assertThatExceptionOfType(SourceException.class)
                    .isThrownBy(source::open)
                    .withMessageContaining("no answer within 0.4 s");
        }
    }

    @Test
    void aCameraThatAnswersAndSendsNothingIsGivenUp() throws IOException {
        try (RtspServer server =
                        new RtspServer(List.of()).ending(Ending.FALL_SILENT).start();
                FrameSource source = Sources.url(
                        server.url(""),
                        PATIENT.timeouts(new Timeouts(
                                Duration.ofSeconds(20), Duration.ofMillis(400), Duration.ofSeconds(20))))) {
            assertThatExceptionOfType(SourceException.class)
                    .isThrownBy(source::open)
                    .withMessageContaining("no picture came");
        }
    }

    @Test
    void interruptEndsOpening() throws Exception {
        try (RtspServer server = new RtspServer(List.of()).mute().start()) {
            FrameSource source = Sources.url(server.url(""), PATIENT);
            FutureTask<Void> opening = inThread(() -> {
                try (source) {
                    source.open();
                }
            });
            server.awaitConnection();
            source.interrupt();
            assertThatThrownBy(opening::get).rootCause().hasMessageContaining("interrupted");
        }
    }

    @Test
    void closingWhileAnotherThreadOpensIsRefused() throws Exception {
        try (RtspServer server = new RtspServer(List.of()).mute().start()) {
            FrameSource source = Sources.url(server.url(""), PATIENT);
            FutureTask<Void> opening = inThread(() -> {
                try (source) {
                    source.open();
                }
            });
            server.awaitConnection();
            assertThatIllegalStateException().isThrownBy(source::close).withMessageContaining("call interrupt()");
            source.interrupt();
            assertThatThrownBy(opening::get).rootCause().hasMessageContaining("interrupted");
            source.close(); // its thread has closed it
        }
    }

    @Test
    void interruptEndsReading() throws Exception {
        try (RtspServer server =
                new RtspServer(pictures(10)).ending(Ending.FALL_SILENT).start()) {
            FrameSource source = Sources.url(server.url(""), PATIENT);
            Reader reader = new Reader();
            CountDownLatch first = new CountDownLatch(1);
            FutureTask<Void> reading = inThread(() -> {
                try (source) {
                    source.open();
                    reader.read(source, 1);
                    first.countDown();
                    reader.read(source, 100);
                }
            });
            first.await();
            source.interrupt();
            reading.get();
            assertThat(reader.last).isEqualTo(new Outcome.Lost("interrupted"));
        }
    }

    @Test
    void aDeadCameraHoldsUpNoOther() throws Exception {
        try (RtspServer dead = new RtspServer(List.of()).mute().start();
                RtspServer alive = new RtspServer(pictures(10)).start()) {
            List<FrameSource> waiting = new ArrayList<>();
            List<FutureTask<Void>> opening = new ArrayList<>();
            for (int i = 0; i < 20; i++) { // more than the ten callbacks that JavaCPP can make
                FrameSource source = Sources.url(dead.url(""), PATIENT);
                waiting.add(source);
                opening.add(inThread(() -> {
                    try (source) {
                        source.open();
                    }
                }));
            }
            dead.awaitConnection();
            assertThat(Reader.of(Sources.url(alive.url(""), PATIENT)).frames).hasSize(10);
            waiting.forEach(FrameSource::interrupt);
            for (FutureTask<Void> task : opening) {
                assertThatThrownBy(task::get).rootCause().hasMessageContaining("interrupted");
            }
        }
    }

    @Test
    void framesThatAreNotGivenBackAreDroppedAndCounted() throws IOException {
        try (RtspServer server = new RtspServer(pictures(10)).start();
                FrameSource source = Sources.url(server.url(""), PATIENT.decoding(new Decoding(1, 2)))) {
            source.open();
            Outcome.Delivered first = (Outcome.Delivered) source.next();
            Outcome.Delivered second = (Outcome.Delivered) source.next();
            assertThat(source.next()).isInstanceOf(Outcome.Lost.class);
            assertThat(source.dropped()).isEqualTo(8);
            first.frame().close();
            second.frame().close();
        }
    }

    @Test
    void anOptionThatNothingKnowsIsRefused() throws IOException {
        try (RtspServer server = new RtspServer(pictures(5)).start();
                FrameSource source = Sources.url(server.url(""), PATIENT.ffmpeg(Map.of("stimeout", "5")))) {
            assertThatExceptionOfType(SourceException.class)
                    .isThrownBy(source::open)
                    .withMessageContaining("stimeout");
        }
    }

    private static List<byte[]> pictures(int count) {
        return TestVideo.of("libopenh264", 64, 48).frames(count).packets();
    }

    /** The parameter sets of the first packet, without its picture, and then others. */
    private static List<byte[]> withHeader(List<byte[]> from, List<byte[]> rest) {
        byte[] first = from.get(0);
        int units = 0;
        int at = 0;
        while (units < 3) {
            if (first[at] == 0 && first[at + 1] == 0 && first[at + 2] == 1) {
                units++;
            }
            at++;
        }
        List<byte[]> all = new ArrayList<>();
        all.add(java.util.Arrays.copyOf(first, at - 1));
        all.addAll(rest);
        return all;
    }

    private static String allText(Throwable error) {
        StringBuilder text = new StringBuilder();
        for (Throwable e = error; e != null; e = e.getCause()) {
            text.append(e);
        }
        return text.toString();
    }

    private static FutureTask<Void> inThread(Runnable work) {
        FutureTask<Void> task = new FutureTask<>(work, null);
        Thread thread = new Thread(task, "owner");
        thread.setDaemon(true);
        thread.start();
        return task;
    }
}
