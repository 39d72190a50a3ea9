/** Counts of rows. */
@NullMarked
package dev.restamp.core.rows;

import org.jspecify.annotations.NullMarked;
