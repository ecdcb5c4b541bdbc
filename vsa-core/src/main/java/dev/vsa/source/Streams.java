package dev.vsa.source;

import dev.vsa.frame.FrameSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What FFmpeg is told of each kind of address. Stateless. */
final class Streams {

    private static final List<String> VIDEO_FILES =
            List.of(".mp4", ".m4v", ".mkv", ".mov", ".avi", ".webm", ".ts", ".mpg", ".mpeg", ".flv", ".wmv");

    /** Schemes, and what each may open in turn: a play list must not reach local files or other protocols. */
    private static final Map<String, String> ALLOWED = Map.of(
            "rtsp", "rtsp,rtp,udp,tcp,crypto",
            "rtsps", "rtsp,rtsps,rtp,udp,tcp,tls,crypto",
            "http", "http,https,httpproxy,tcp,tls,crypto",
            "https", "http,https,httpproxy,tcp,tls,crypto",
            "rtmp", "rtmp,tcp",
            "rtmps", "rtmps,rtmp,tcp,tls",
            "srt", "srt",
            "udp", "udp",
            "tcp", "tcp");

    private Streams() {}

    static FrameSource open(String address, UrlOptions options, Resolver.LookUp lookUp) {
        String scheme = Addresses.scheme(address);
        String allowed = ALLOWED.get(scheme);
        String name = Addresses.masked(address);
        if (allowed == null || !address.regionMatches(scheme.length(), "://", 0, 3)) {
            throw new IllegalArgumentException(name + " is not the address of a stream; it begins with one of "
                    + ALLOWED.keySet().stream().sorted().toList() + " and ://");
        }
        Map<String, String> ffmpeg = new HashMap<>(options.ffmpeg());
        ffmpeg.putIfAbsent("protocol_whitelist", allowed);
        if (scheme.startsWith("rtsp")) {
            ffmpeg.put("rtsp_transport", options.transport() == UrlOptions.Transport.TCP ? "tcp" : "udp");
            ffmpeg.putIfAbsent("allowed_media_types", "video");
        }
        Input input = new Input(
                name,
                address,
                "",
                ffmpeg,
                live(scheme, address, options),
                options.startsAt(),
                options.timeouts(),
                options.decoding());
        return new FfmpegSource(input, deadline -> Resolver.check(name, Addresses.host(address), lookUp, deadline));
    }

    private static boolean live(String scheme, String address, UrlOptions options) {
        return switch (options.kind()) {
            case LIVE -> true;
            case RECORDING -> false;
            case BY_ADDRESS -> {
                String path = Addresses.path(address);
                yield !(scheme.startsWith("http") && VIDEO_FILES.stream().anyMatch(path::endsWith));
            }
        };
    }
}
