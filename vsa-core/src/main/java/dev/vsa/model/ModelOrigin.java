package dev.vsa.model;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a model's file comes from and how it is known.
 *
 * @param file its name, without a folder
 * @param size its bytes; 0 if not known
 * @param sha256 its digest in lower-case hex; empty for a file that nobody here has seen: 'unverified'
 * @param licence of the weights, as an SPDX identifier where there is one
 * @param sources official addresses of the very same bytes, tried in this order; none for a file that lies here already
 */
public record ModelOrigin(String file, long size, Optional<String> sha256, String licence, List<URI> sources) {

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+-]*");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException if the name has a folder in it, the digest is none, or a source is not http or https
     */
    public ModelOrigin {
        sources = List.copyOf(sources);
        if (!PLAIN_NAME.matcher(file).matches()) {
            throw new IllegalArgumentException(
                    "file '" + file + "' is not a plain file name; put the model beside its description");
        }
        if (size < 0) {
            throw new IllegalArgumentException("size " + size + " is negative");
        }
        if (sha256.isPresent() && !SHA256.matcher(sha256.get()).matches()) {
            throw new IllegalArgumentException("sha256 '" + sha256.get() + "' is not 64 digits of lower-case hex");
        }
        if (sources.stream().anyMatch(s -> !"https".equals(s.getScheme()) && !"http".equals(s.getScheme()))) {
            throw new IllegalArgumentException("sources " + sources + ": each begins with https:// or http://");
        }
    }
}
