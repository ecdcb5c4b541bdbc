/** The report of a run: one HTML file that needs nothing else, made of plain data. Every figure in it comes from the run. */
@NullMarked
package dev.vsa.examples.cli.report;

import org.jspecify.annotations.NullMarked;
