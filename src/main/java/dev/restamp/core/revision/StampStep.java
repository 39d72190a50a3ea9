package dev.restamp.core.revision;

/** One statement on the version table. Each must touch exactly one row. */
public sealed interface StampStep {
    record Insert(String id) implements StampStep {}

    record Update(String from, String to) implements StampStep {}

    record Delete(String id) implements StampStep {}

    /** Of a log, whose rows hold more than an id. */
    record Row(RowChange change) implements StampStep {}
}
