/** A change of the version table: planned, proved, written, undone. */
@NullMarked
package dev.restamp.core.stamp;

import org.jspecify.annotations.NullMarked;
