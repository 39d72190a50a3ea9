/** Counts of rows, and what they should be. */
@NullMarked
package dev.restamp.core.rows;

import org.jspecify.annotations.NullMarked;
