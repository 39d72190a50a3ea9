/** SQL expressions: whether what a script writes is what the catalog shows of it. */
@NullMarked
package dev.restamp.core.schema.expression;

import org.jspecify.annotations.NullMarked;
