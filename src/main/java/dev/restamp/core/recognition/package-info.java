/** Whose a version table is, told from its name and its columns, and what its rows say by that tool's own rules. */
@NullMarked
package dev.restamp.core.recognition;

import org.jspecify.annotations.NullMarked;
