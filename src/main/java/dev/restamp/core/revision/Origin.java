package dev.restamp.core.revision;

import java.util.List;

/** Where a relative target counts from, and a range begins. */
sealed interface Origin {
    /** Where the database is. */
    record Rows(List<String> rows) implements Origin {}

    /** What somebody typed before the colon. */
    record Typed(String identifier) implements Origin {}
}
