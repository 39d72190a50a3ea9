package dev.restamp.tracker.alembic.python;

/** How a statement ends. */
enum Flow {
    NEXT,
    RETURN,
    BREAK,
    CONTINUE,
    RAISE
}
