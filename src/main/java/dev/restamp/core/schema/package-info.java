/** A schema as a set of named objects, and what differs between two of them. */
@NullMarked
package dev.restamp.core.schema;

import org.jspecify.annotations.NullMarked;
