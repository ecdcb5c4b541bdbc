/** Guards what the detectors reach: figures are kept in the project, and a change that loses some of them fails. */
@NullMarked
package dev.vsa.accuracy;

import org.jspecify.annotations.NullMarked;
