package dev.vsa.ffmpeg;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;

/**
 * FFmpeg's libraries and small change. Stateless and thread-safe, but for {@link AVDictionary}, which belongs to its caller.
 *
 * <p>Everything here avoids JavaCPP's own allocator: it refuses to allocate once the process is larger than four times the
 * Java heap, which a small heap beside large models soon is.
 */
public final class Ffmpeg {

    /** {@code -Ddev.vsa.ffmpegLog=24} lets FFmpeg write warnings to standard error, 16 errors only; addresses included. */
    private static final String LOG_LEVEL = "dev.vsa.ffmpegLog";

    private static final int MESSAGE_BYTES = 128;

    private static volatile boolean loaded;

    private Ffmpeg() {}

    /**
     * Loads the native libraries, once. FFmpeg's own log, which shows passwords in addresses, is switched off for the whole
     * process.
     *
     * @throws LinkageError if they are not there; the message says what to add
     */
    public static void load() {
        if (loaded) {
            return;
        }
        try {
            Loader.load(avformat.class);
            avutil.av_log_set_level(Integer.getInteger(LOG_LEVEL, avutil.AV_LOG_QUIET));
            loaded = true;
        } catch (LinkageError e) {
            String platform = Loader.Detector.getPlatform();
            LinkageError told = new LinkageError("FFmpeg's native libraries for " + platform
                    + " cannot be loaded: put org.bytedeco:javacpp and org.bytedeco:ffmpeg with the classifier "
                    + platform + " on the class path");
            told.initCause(e);
            throw told;
        }
    }

    /**
     * FFmpeg's words for an error code.
     *
     * @param code a negative code that a function returned
     */
    public static String message(int code) {
        byte[] text = new byte[MESSAGE_BYTES];
        avutil.av_strerror(code, text, text.length);
        int length = 0;
        while (length < text.length && text[length] != 0) {
            length++;
        }
        return new String(text, 0, length, StandardCharsets.UTF_8);
    }

    /**
     * A string as FFmpeg takes it; the memory belongs to the garbage collector.
     *
     * @param text the string
     */
    public static BytePointer utf8(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer buffer = ByteBuffer.allocateDirect(bytes.length + 1);
        buffer.put(bytes).put((byte) 0).flip();
        return new BytePointer(buffer);
    }

    /**
     * Options as FFmpeg takes them; to be freed by {@code av_dict_free}.
     *
     * @param options names and values
     */
    public static AVDictionary dictionary(Map<String, String> options) {
        AVDictionary dictionary = new AVDictionary(null);
        options.forEach((name, value) -> avutil.av_dict_set(dictionary, name, value, 0));
        return dictionary;
    }

    /**
     * The names of the options that nothing has taken, separated by commas; empty where there are none.
     *
     * @param dictionary what is left of the options
     */
    public static String leftovers(AVDictionary dictionary) {
        StringBuilder names = new StringBuilder();
        AVDictionaryEntry entry = null;
        while ((entry = avutil.av_dict_iterate(dictionary, entry)) != null) {
            names.append(names.length() == 0 ? "" : ", ").append(entry.key().getString());
        }
        return names.toString();
    }

    /**
     * A fraction as a number, or 0 where it has none.
     *
     * @param fraction numerator and denominator
     */
    public static double value(AVRational fraction) {
        return fraction.den() == 0 ? 0 : (double) fraction.num() / fraction.den();
    }
}
