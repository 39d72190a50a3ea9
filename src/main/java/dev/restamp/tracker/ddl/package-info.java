/** What PostgreSQL makes of a definition: the objects that come along, and the names of those without one. */
@NullMarked
package dev.restamp.tracker.ddl;

import org.jspecify.annotations.NullMarked;
