package dev.vsa.source;

import dev.vsa.ffmpeg.Ffmpeg;
import dev.vsa.frame.SourceException;
import java.time.Duration;
import java.util.Set;
import org.bytedeco.ffmpeg.global.avutil;

/** FFmpeg's error codes in words that say what to do. Stateless. */
final class Failures {

    private static final Set<String> SECURED = Set.of("https", "rtsps", "rtmps");

    private Failures() {}

    static SourceException opening(Input input, int code, Deadline deadline) {
        if (deadline.interrupted()) {
            return interrupted(input.name());
        }
        if (deadline.over()) {
            return new SourceException(input.name() + ": no answer within "
                    + seconds(input.timeouts().open())
                    + "; check that the address is right, that the camera is up, and "
                    + "that nothing blocks the way");
        }
        return new SourceException(input.name() + ": " + Ffmpeg.message(code) + "; " + advice(input, code));
    }

    static SourceException probing(Input input, int code, Deadline deadline) {
        if (deadline.interrupted()) {
            return interrupted(input.name());
        }
        if (deadline.over()) {
            return new SourceException(input.name() + " answers, but no picture came within "
                    + seconds(input.timeouts().probe()) + "; check that the camera sends video, or allow it more time");
        }
        return new SourceException(input.name() + ": " + Ffmpeg.message(code) + "; " + advice(input, code));
    }

    static SourceException interrupted(String name) {
        return new SourceException(name + " was interrupted while it was opened");
    }

    static SourceException noDecoder(Input input, String codec) {
        return new SourceException(input.name() + ": this build of FFmpeg cannot decode " + codec
                + "; have the camera send H.264, H.265 or MJPEG, or convert the recording");
    }

    private static String advice(Input input, int code) {
        if (code == avutil.AVERROR_HTTP_UNAUTHORIZED || code == avutil.AVERROR_HTTP_FORBIDDEN) {
            return "give a user and a password that the camera accepts, as scheme://user:password@host, with characters "
                    + "other than letters and digits written as %XX";
        }
        if (code == avutil.AVERROR_HTTP_NOT_FOUND || code == avutil.AVERROR_STREAM_NOT_FOUND) {
            return "check the path of the address: the camera answers but has no such stream";
        }
        if (code == avutil.AVERROR_PROTOCOL_NOT_FOUND) {
            return "the address begins with a scheme that this build of FFmpeg does not know, or that is not allowed here";
        }
        if (code == avutil.AVERROR_INVALIDDATA) {
            return input.live()
                    ? "what the address serves is not video, or damaged"
                    : "this is not a video, or it is damaged, or was cut off before its index was written; try it in a "
                            + "player, copy it again, or convert it";
        }
        String certificate = SECURED.contains(Addresses.scheme(input.address()))
                ? "that its certificate is one that ca_file vouches for, if it is to be checked, "
                : "";
        return "check that the address is right, that the camera or the file is there, " + certificate
                + "and that nothing blocks the way";
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() / 1000.0 + " s";
    }
}
