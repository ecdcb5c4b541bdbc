/** The root of what the library throws. Everything else lives in the packages below. */
@NullMarked
package dev.vsa;

import org.jspecify.annotations.NullMarked;
