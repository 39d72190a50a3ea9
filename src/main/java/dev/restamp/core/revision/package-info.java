/** The revisions of a project as a graph, the names users give them, the rows of a version table. */
@NullMarked
package dev.restamp.core.revision;

import org.jspecify.annotations.NullMarked;
