/** What can be compared, and the comparison. */
@NullMarked
package dev.restamp.shell.diff;

import org.jspecify.annotations.NullMarked;
