/** Runs a project's own migration tool: its environment, its output, its end. */
@NullMarked
package dev.restamp.shell.upgrade;

import org.jspecify.annotations.NullMarked;
