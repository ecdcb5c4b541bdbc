/** Where alerts go: sinks that the library brings. A host writes its own by implementing {@link dev.vsa.spi.AlertSink}. */
@NullMarked
package dev.vsa.sink;

import org.jspecify.annotations.NullMarked;
