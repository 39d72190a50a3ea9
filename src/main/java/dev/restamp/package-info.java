/**
 * A shell that tells where a PostgreSQL schema really is, and makes the version table say so.
 *
 * <p>{@code core} decides; {@code postgres}, {@code tracker} and {@code practice} read and write the outside world;
 * {@code shell} talks to the user. Dependencies run {@code shell → practice → tracker → postgres → core}, never back:
 * {@code ArchitectureTest} sees to it.
 */
@NullMarked
package dev.restamp;

import org.jspecify.annotations.NullMarked;
