package dev.restamp.tracker.alembic.python;

import java.util.Optional;

/** A parameter of a function. */
public record Parameter(String name, Kind kind, Optional<Expression> preset) {
    /** How it takes its value. */
    public enum Kind {
        PLAIN,
        /** After {@code *}: by name only. */
        KEYWORD_ONLY,
        /** {@code *args}. */
        REST,
        /** {@code **kwargs}. */
        REST_BY_NAME
    }
}
