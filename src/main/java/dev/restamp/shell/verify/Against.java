package dev.restamp.shell.verify;

import dev.restamp.shell.OpenConnection;
import dev.restamp.shell.snapshot.Manifest;

/** What a database is held against. */
public sealed interface Against {
    /** What the user called it. */
    String label();

    /** Another database as it is now. */
    record Live(OpenConnection connection) implements Against {
        @Override
        public String label() {
            return connection.name();
        }
    }

    /** A database as it was saved. */
    record Saved(String label, Manifest manifest) implements Against {}

    /** What somebody wrote down. */
    record Written(String label, Expectation expectation) implements Against {}

    /** What the heads of the project leave. */
    record Heads() implements Against {
        @Override
        public String label() {
            return "the heads of the project";
        }
    }
}
