/** One class per command: read, decide, print. */
@NullMarked
package dev.restamp.shell.command;

import org.jspecify.annotations.NullMarked;
