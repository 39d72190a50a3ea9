package dev.restamp.tracker.alembic.worlds;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Where the next step is written.
 *
 * @param ancestors what the revision builds on, itself included
 */
record Scene(Random random, Made made, String revision, Set<String> ancestors, Names names) {
    /** Gives every name once. */
    static final class Names {
        private int last;

        String fresh(String stem) {
            return stem + ++last;
        }
    }

    String fresh(String stem) {
        return names.fresh(stem);
    }

    boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    <T> Optional<T> some(List<T> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(any(all));
    }

    /** A table that one may add to, or refer to. */
    Optional<Made.Table> tableToAddTo() {
        return some(made.tables.stream()
                .filter(table -> table.touches.mayAdd(ancestors))
                .toList());
    }

    /** A table that one may change in any way. */
    Optional<Made.Table> tableToChange() {
        return some(made.tables.stream()
                .filter(table -> table.touches.mayChange(ancestors))
                .toList());
    }

    List<Made.Column> columns(Made.Table table) {
        return table.seen(ancestors);
    }

    void adds(Made.Table table) {
        table.touches.adds(revision);
    }

    void changes(Made.Table table) {
        table.touches.changes(revision);
    }
}
