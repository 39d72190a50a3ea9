/** What the session did and was told, kept in memory for the incident report and for lessons. */
@NullMarked
package dev.restamp.shell.journal;

import org.jspecify.annotations.NullMarked;
