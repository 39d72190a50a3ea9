/** Snapshots that are kept in files: what a database defined and how many rows it had, and no row. */
@NullMarked
package dev.restamp.shell.snapshot;

import org.jspecify.annotations.NullMarked;
