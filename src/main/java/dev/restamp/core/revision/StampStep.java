package dev.restamp.core.revision;

/** One statement on the version table. Each must touch exactly one row. */
public sealed interface StampStep {
    /** The same taken back. */
    default StampStep reversed() {
        return switch (this) {
            case Insert(var id) -> new Delete(id);
            case Update(var from, var to) -> new Update(to, from);
            case Delete(var id) -> new Insert(id);
            case Row(var change) -> new Row(change.reversed());
        };
    }

    record Insert(String id) implements StampStep {}

    record Update(String from, String to) implements StampStep {}

    record Delete(String id) implements StampStep {}

    /** Of a log, whose rows hold more than an id. */
    record Row(RowChange change) implements StampStep {}
}
