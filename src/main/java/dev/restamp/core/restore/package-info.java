/** What a dump and a restore leave undone in a database. */
@NullMarked
package dev.restamp.core.restore;

import org.jspecify.annotations.NullMarked;
