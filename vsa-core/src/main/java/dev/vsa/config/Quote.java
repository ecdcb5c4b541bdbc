package dev.vsa.config;

import java.util.regex.Pattern;

/** Quotes what a file holds for a message: short, on one line, and without the secrets that an address may carry. */
final class Quote {

    private static final int LONGEST = 60;
    /** User and password before the host; also where the address is broken, so up to the last at-sign of the word. */
    private static final Pattern CREDENTIALS = Pattern.compile("://[^/\\s]*@");
    /** Everything after the question mark of an address: tokens are passed there. */
    private static final Pattern QUERY = Pattern.compile("(://[^\\s?]*)\\?\\S*");

    private Quote() {}

    static String of(String text) {
        StringBuilder quoted = new StringBuilder("'");
        String masked = masked(text);
        masked.codePoints().limit(LONGEST).forEach(c -> {
            if (Character.isISOControl(c) || !Character.isDefined(c)) {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append(masked.codePointCount(0, masked.length()) > LONGEST ? "…'" : "'")
                .toString();
    }

    /** The text with the credentials and the query of every address in it replaced. */
    static String masked(String text) {
        return QUERY.matcher(CREDENTIALS.matcher(text).replaceAll("://***@")).replaceAll("$1?***");
    }

    /** What somebody else's code complains of, on one line: its message, or its class where that says more. */
    static String reason(Throwable thrown) {
        String message = thrown instanceof IllegalArgumentException ? thrown.getMessage() : null;
        String said = message == null || message.isBlank() ? thrown.toString() : message;
        return masked(said).replaceAll("\\s+", " ");
    }
}
