package dev.restamp.tracker.alembic.python;

/** Python's three named constants. */
public final class Constants {
    public static final Value NONE = new Value.Nothing();
    public static final Value TRUE = new Value.Truth(true);
    public static final Value FALSE = new Value.Truth(false);

    private Constants() {}
}
