/** What revisions do to a schema, and where a live schema therefore is. */
@NullMarked
package dev.restamp.core.evidence;

import org.jspecify.annotations.NullMarked;
