/**
 * Flyway projects. Their files are read without a database and nothing of them is run; what the library can say without
 * one (the order of versions, checksums, the words for states) is asked of the library.
 */
@NullMarked
package dev.restamp.tracker.flyway;

import org.jspecify.annotations.NullMarked;
