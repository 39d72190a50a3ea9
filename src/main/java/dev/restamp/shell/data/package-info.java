/** Work on what tables hold, of one database or of two at once, with its progress. */
@NullMarked
package dev.restamp.shell.data;

import org.jspecify.annotations.NullMarked;
