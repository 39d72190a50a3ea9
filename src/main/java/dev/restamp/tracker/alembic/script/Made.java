package dev.restamp.tracker.alembic.script;

import dev.restamp.tracker.alembic.python.Arguments;
import dev.restamp.tracker.alembic.python.Place;
import dev.restamp.tracker.alembic.python.Value;

/**
 * What a call into a library returned: a column, a type, a statement, or of a library that is not known anything.
 *
 * @param path what was called: {@code sqlalchemy.Column}
 */
record Made(String path, Arguments arguments, Place at) implements Value.Thing {
    String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    boolean isFromSqlAlchemy() {
        return path.startsWith("sqlalchemy.");
    }

    boolean is(String name) {
        return isFromSqlAlchemy() && name().equals(name);
    }

    @Override
    public boolean isThere() {
        return isFromSqlAlchemy();
    }
}
