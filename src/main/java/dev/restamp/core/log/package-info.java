/** Tools that keep a row for each migration that ran, rather than for each head. */
@NullMarked
package dev.restamp.core.log;

import org.jspecify.annotations.NullMarked;
