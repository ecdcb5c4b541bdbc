package dev.vsa.source;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads addresses of streams as people write them, which is not always as the standard wants it, and hides their secrets.
 * Stateless.
 */
final class Addresses {

    /** Two letters at least: one is a Windows drive. */
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):(//)?");

    private static final Pattern NAMED_VALUE = Pattern.compile("([^/?&;=#]+)=([^/?&;#]*)");
    /** What may be shown of named values; all others are hidden, since every maker has another word for "password". */
    private static final Set<String> HARMLESS = Set.of(
            "camera", "channel", "codec", "fps", "height", "profile", "resolution", "stream", "subtype", "width");

    private static final String HIDDEN = "***";

    private Addresses() {}

    /** The scheme in small letters, or an empty string for what has none. */
    static String scheme(String address) {
        Matcher matcher = SCHEME.matcher(address);
        return matcher.lookingAt() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
    }

    /** The host's name or number, without user, port and brackets; empty if there is none. */
    static String host(String address) {
        String rest = afterScheme(address);
        String authority = rest.substring(0, firstOf(rest, "/?#"));
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        if (host.startsWith("[")) {
            return host.substring(1, Math.max(1, host.indexOf(']')));
        }
        return host.substring(0, firstOf(host, ":"));
    }

    /** The path in small letters, without query. */
    static String path(String address) {
        String rest = afterScheme(address);
        String tail = rest.substring(firstOf(rest, "/?#"));
        return tail.substring(0, firstOf(tail, "?#")).toLowerCase(Locale.ROOT);
    }

    /**
     * The address with all that may be a secret hidden: what stands before the last {@code @}, since a password may hold any
     * other sign, and all named values whose names are not known to be harmless. Too much is hidden rather than too little.
     */
    static String masked(String address) {
        String rest = afterScheme(address);
        String start = address.substring(0, address.length() - rest.length());
        int at = rest.lastIndexOf('@');
        String shown = NAMED_VALUE
                .matcher(rest.substring(at + 1))
                .replaceAll(pair -> HARMLESS.contains(pair.group(1).toLowerCase(Locale.ROOT))
                        ? Matcher.quoteReplacement(pair.group())
                        : Matcher.quoteReplacement(pair.group(1) + "=" + HIDDEN));
        return start + (at < 0 ? "" : HIDDEN + "@") + shown;
    }

    private static String afterScheme(String address) {
        Matcher matcher = SCHEME.matcher(address);
        return matcher.lookingAt() ? address.substring(matcher.end()) : address;
    }

    private static int firstOf(String text, String signs) {
        int i = 0;
        while (i < text.length() && signs.indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }
}
