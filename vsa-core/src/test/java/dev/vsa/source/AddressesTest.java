package dev.vsa.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    private static final String[] SHAPES = {
        "rtsp://admin:%s@cam.example/Streaming/Channels/101",
        "rtsp://%s@10.0.0.7:554/h264",
        "http://cam.example/cgi-bin/mjpg?user=admin&password=%s&channel=1",
        "http://cam.example/cgi-bin/mjpg?loginuse=admin&loginpas=%s",
        "rtsp://cam.example/user=admin_password=%s_channel=1_stream=0.sdp",
        "https://cam.example/live;token=%s/index.m3u8",
        "rtsp:/admin:%s@cam.example/x",
    };

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rtsp://cam.example:554/live | rtsp://cam.example:554/live",
                "rtsp://u:p@cam.example/live | rtsp://***@cam.example/live",
                "http://cam.example/v?channel=2&pwd=x&subtype=0 | http://cam.example/v?channel=2&pwd=***&subtype=0",
                "/videos/a=b.mp4 | /videos/a=***",
            })
    void whatIsHiddenAndWhatIsShown(String address, String shown) {
        assertThat(Addresses.masked(address)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void noPasswordIsShownWhateverSignsItHolds(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            // The signs between Q and Z stand for the secret; a sign of the address itself may split it.
            String secret = "QQQ" + sign(random) + "XXX" + sign(random) + "ZZZ";
            String shape = SHAPES[random.nextInt(2)]; // before the host any sign may come
            assertThat(Addresses.masked(String.format(shape, secret)))
                    .as("seed %d: %s in %s", seed, secret, shape)
                    .doesNotContain("QQQ", "XXX", "ZZZ");
        }
    }

    @Test
    void namedValuesAreHiddenInQueryAndPath() {
        for (String shape : SHAPES) {
            assertThat(Addresses.masked(String.format(shape, "S3cr3t_!*()+,.")))
                    .as(shape)
                    .doesNotContain("S3cr3t");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rtsp://u:p@cam.example:554/live | cam.example",
                "rtsp://u:p@x@cam.example/live | cam.example",
                "http://[2001:db8::1]:80/x | 2001:db8::1",
                "http://cam.example?x=1 | cam.example",
                "udp://@239.0.0.1:1234 | 239.0.0.1",
            })
    void hosts(String address, String host) {
        assertThat(Addresses.host(address)).isEqualTo(host);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"RTSP://x | rtsp", "C:\\\\videos\\\\a.mp4 | ''", "/a/b.mp4 | ''", "a.mp4 | ''", "srt://x | srt"})
    void schemes(String address, String scheme) {
        assertThat(Addresses.scheme(address)).isEqualTo(scheme);
    }

    private static char sign(Random random) {
        return "@:/?#&;=%$!~ ".charAt(random.nextInt(13));
    }
}
