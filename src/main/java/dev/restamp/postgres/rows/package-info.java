/** What tables hold: how many rows, their fingerprints, the rows that differ. The servers do the work; sums travel. */
@NullMarked
package dev.restamp.postgres.rows;

import org.jspecify.annotations.NullMarked;
