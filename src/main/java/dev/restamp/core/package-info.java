/** Values and decisions: no JDBC, no Spring, no files, no clock. */
@NullMarked
package dev.restamp.core;

import org.jspecify.annotations.NullMarked;
