/**
 * What is to run: sites, cameras, rules. The records here are what the engine takes; {@code SiteReader} makes them from a YAML
 * file, and refuses a wrong one whole with every error and its place.
 */
@NullMarked
package dev.vsa.config;

import org.jspecify.annotations.NullMarked;
