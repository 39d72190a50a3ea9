/** Liquibase projects, read with Liquibase's own library and without a database. */
@NullMarked
package dev.restamp.tracker.liquibase;

import org.jspecify.annotations.NullMarked;
