package dev.vsa.bench.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HotMethodsTest {

    private static final int ATTEMPTS = 40;

    private final HotMethods hot = new HotMethods();

    @Test
    void methodsAreSortedByTheirShare() {
        hot.count(List.of("a.B.seldom", "a.B.main"), false);
        IntStream.range(0, 3).forEach(i -> hot.count(List.of("a.B.often", "a.B.main"), false));

        Profile profile = hot.profile("T0", "Some.benchmark");

        assertThat(profile.samples()).isEqualTo(4);
        assertThat(profile.hottest())
                .containsExactly(new Profile.Hot("a.B.often", 0.75), new Profile.Hot("a.B.seldom", 0.25));
    }

    @Test
    void whoWaitsDoesNotCount() {
        hot.count(List.of("jdk.internal.misc.Unsafe.park", "a.B.take"), true);
        hot.count(List.of("org.openjdk.jmh.infra.Blackhole.consume", "a.B.main"), false);
        hot.count(List.of(), false);

        assertThat(hot.profile("T0", "").samples()).isZero();
    }

    @Test
    void whatTheJdkDoesIsDoneForItsCaller() {
        hot.count(List.of("java.lang.Math.abs", "a.B.work"), false);
        hot.count(List.of("a.B.work"), false);

        assertThat(hot.profile("T0", "").hottest()).containsExactly(new Profile.Hot("a.B.work", 1));
    }

    @Test
    void nativeMethodsSaySo() {
        hot.count(List.of("a.B.run", "a.B.main"), true);

        assertThat(hot.profile("T0", "").hottest()).containsExactly(new Profile.Hot("a.B.run (native)", 1));
    }

    @Test
    void onlyTheTenHottestAreShown() {
        IntStream.range(0, 30).forEach(i -> hot.count(List.of("a.B.m" + i), false));

        assertThat(hot.profile("T0", "").hottest()).hasSize(10);
    }

    @Test
    void aRecordingOfTheFlightRecorderIsRead(@TempDir Path folder) throws IOException {
        long sum = 0;
        for (int i = 0; i < ATTEMPTS && hot.profile("T0", "").samples() == 0; i++) {
            Path file = folder.resolve(i + ".jfr");
            try (Recording recording = new Recording()) {
                recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(1));
                recording.start();
                sum += spin();
                recording.dump(file);
            }
            hot.read(file);
            Files.delete(file);
        }

        assertThat(sum).isNotZero();
        assertThat(hot.profile("T0", "").hottest())
                .extracting(Profile.Hot::method)
                .anyMatch(method -> method.contains("HotMethodsTest"));
    }

    private static long spin() {
        long x = 88172645463325252L;
        for (int i = 0; i < 100_000_000; i++) {
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
        }
        return x;
    }
}
