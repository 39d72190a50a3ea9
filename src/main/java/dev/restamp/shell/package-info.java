/** The terminal: the only package that knows Spring Shell and JLine. */
@NullMarked
package dev.restamp.shell;

import org.jspecify.annotations.NullMarked;
