package dev.restamp.shell.diff;

import dev.restamp.shell.OpenConnection;
import dev.restamp.shell.snapshot.Manifest;
import java.util.List;
import java.util.Set;

/** What {@code diff} can compare. */
public sealed interface Side {
    /** What the user called it. */
    String label();

    /** A database as it is now. */
    record Live(OpenConnection connection) implements Side {
        @Override
        public String label() {
            return connection.name();
        }
    }

    /** A database as it was saved. */
    record Saved(String label, Manifest manifest) implements Side {}

    /**
     * What some revisions leave.
     *
     * @param revisions those that were named
     * @param applied the same with all they build on
     */
    record Expected(String label, List<String> revisions, Set<String> applied) implements Side {}
}
