package dev.vsa.source;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How a stream, or a recording on a server, is read.
 *
 * @param kind whether it is live
 * @param transport how RTSP carries its pictures
 * @param timeouts how long is waited
 * @param decoding what decoding may take
 * @param startsAt for recordings, the moment of the first picture; see {@link RecordingOptions}
 * @param ffmpeg further options of FFmpeg's formats and protocols, by name; one that nothing takes is refused when the source
 *     is opened. The certificate of a server by {@code rtsps} or {@code https} is <b>not</b> checked unless {@code tls_verify}
 *     is {@code 1} and {@code ca_file} names a PEM file with the certificates that vouch for it: cameras make their own
 */
public record UrlOptions(
        Kind kind,
        Transport transport,
        Timeouts timeouts,
        Decoding decoding,
        Optional<Instant> startsAt,
        Map<String, String> ffmpeg) {

    /** As the address looks, RTSP over TCP, ten seconds a phase, one decoder thread, eight frames. */
    public static final UrlOptions DEFAULT = new UrlOptions(
            Kind.BY_ADDRESS, Transport.TCP, Timeouts.DEFAULT, Decoding.DEFAULT, Optional.empty(), Map.of());

    /** Whether frames are lost when nobody takes them in time. */
    public enum Kind {
        /** A recording where an HTTP address ends as a video file does ({@code .mp4}, {@code .mkv}, ...), else live. */
        BY_ADDRESS,
        /** A camera: frames that nobody takes are dropped, and the end of the stream is a loss. */
        LIVE,
        /** A recording: the server waits, and the end of the stream is its end. */
        RECORDING
    }

    /** How RTSP carries its pictures. */
    public enum Transport {
        /** Within the RTSP connection itself: nothing is lost, and firewalls let it pass. */
        TCP,
        /** In datagrams, for cameras that can do nothing else; what the network loses is damaged. */
        UDP
    }

    /** Copies the options. */
    public UrlOptions {
        ffmpeg = Map.copyOf(ffmpeg);
    }

    /**
     * The same as live or as a recording.
     *
     * @param which what the address serves
     */
    public UrlOptions kind(Kind which) {
        return new UrlOptions(which, transport, timeouts, decoding, startsAt, ffmpeg);
    }

    /**
     * The same with another transport.
     *
     * @param carrier how RTSP carries its pictures
     */
    public UrlOptions transport(Transport carrier) {
        return new UrlOptions(kind, carrier, timeouts, decoding, startsAt, ffmpeg);
    }

    /**
     * The same with other deadlines.
     *
     * @param phases how long is waited
     */
    public UrlOptions timeouts(Timeouts phases) {
        return new UrlOptions(kind, transport, phases, decoding, startsAt, ffmpeg);
    }

    /**
     * The same with other limits for decoding.
     *
     * @param limits threads and frames
     */
    public UrlOptions decoding(Decoding limits) {
        return new UrlOptions(kind, transport, timeouts, limits, startsAt, ffmpeg);
    }

    /**
     * The same with further options of FFmpeg.
     *
     * @param options names and values
     */
    public UrlOptions ffmpeg(Map<String, String> options) {
        return new UrlOptions(kind, transport, timeouts, decoding, startsAt, options);
    }

    /** Without the values of FFmpeg's options, which may be secrets. */
    @Override
    public String toString() {
        return "UrlOptions[" + kind + ", " + transport + ", " + timeouts + ", " + decoding + ", " + startsAt + ", "
                + ffmpeg.keySet() + "]";
    }
}
