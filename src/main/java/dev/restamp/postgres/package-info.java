/** All JDBC: connections that can only read, the one writer, the catalog. */
@NullMarked
package dev.restamp.postgres;

import org.jspecify.annotations.NullMarked;
