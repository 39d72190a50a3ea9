/** The session's own incident report: from the journal to facts, from facts to sections, from sections to a page. */
@NullMarked
package dev.restamp.shell.report;

import org.jspecify.annotations.NullMarked;
