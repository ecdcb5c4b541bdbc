package dev.vsa.config;

/** Quotes what a file holds for a message: short, on one line, and without the secrets that an address may carry. */
final class Quote {

    /** Characters. */
    static final int LONGEST = 60;

    private Quote() {}

    /** The text in quotes. */
    static String of(String text) {
        return "'" + shown(text) + "'";
    }

    /** The text as it may be shown. */
    static String shown(String text) {
        String masked = masked(text);
        StringBuilder shown = new StringBuilder();
        masked.codePoints().limit(LONGEST).forEach(c -> {
            if (Character.isISOControl(c) || !Character.isDefined(c)) {
                shown.append(String.format("\\u%04x", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return masked.codePointCount(0, masked.length()) > LONGEST
                ? shown.append('…').toString()
                : shown.toString();
    }

    /** What somebody else's code complains of, on one line: its message, or its class where that says more. */
    static String reason(Throwable thrown) {
        String message = thrown instanceof IllegalArgumentException ? thrown.getMessage() : null;
        String said = message == null || message.isBlank() ? thrown.toString() : message;
        return masked(said).replaceAll("\\s+", " ");
    }

    /**
     * The text without what may be a secret in an address: what stands between the first colon and the last at-sign, since a
     * password may hold any sign, and the query, in which tokens are passed. Too much is hidden rather than too little.
     */
    private static String masked(String text) {
        int scheme = text.indexOf("://");
        int query = scheme < 0 ? -1 : text.indexOf('?', scheme);
        String start = query < 0 ? text : text.substring(0, query) + "?***";
        int colon = start.indexOf(':');
        int at = start.lastIndexOf('@');
        return colon >= 0 && colon < at ? start.substring(0, colon) + ":***" + start.substring(at) : start;
    }
}
