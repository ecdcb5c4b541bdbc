/** From signals to alerts: confirmation, merging, cool-down, and an end for every alert. */
@NullMarked
package dev.vsa.alert;

import org.jspecify.annotations.NullMarked;
