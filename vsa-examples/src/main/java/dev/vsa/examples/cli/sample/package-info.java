/** The recording that is built in, and others that can be fetched. */
@NullMarked
package dev.vsa.examples.cli.sample;

import org.jspecify.annotations.NullMarked;
