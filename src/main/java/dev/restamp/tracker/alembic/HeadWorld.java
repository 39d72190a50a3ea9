package dev.restamp.tracker.alembic;

import dev.restamp.tracker.alembic.python.EmptyWorld;
import dev.restamp.tracker.alembic.python.Place;
import dev.restamp.tracker.alembic.python.Value;

/** Enough for the constants of a module, and for the names of those that it has from other modules. */
final class HeadWorld extends EmptyWorld {
    /** {@code cli.EXPAND_BRANCH}, where {@code cli} was imported: the same by its full path. */
    @Override
    public Value attribute(Value target, String name, Place at) {
        return target instanceof Value.Symbol(var path)
                ? new Value.Symbol(path + "." + name)
                : super.attribute(target, name, at);
    }
}
