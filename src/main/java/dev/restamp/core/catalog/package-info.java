/** Everything a database defines, as properties, and what two databases differ in. */
@NullMarked
package dev.restamp.core.catalog;

import org.jspecify.annotations.NullMarked;
