/** The DDL in the SQL that scripts send as text: enough of PostgreSQL's grammar to name what a statement makes. */
@NullMarked
package dev.restamp.tracker.sql;

import org.jspecify.annotations.NullMarked;
