/** Makes a practice scenario of a real database: its schema, its version rows, the scripts of its project. */
@NullMarked
package dev.restamp.shell.recording;

import org.jspecify.annotations.NullMarked;
