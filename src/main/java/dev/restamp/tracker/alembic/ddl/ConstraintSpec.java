package dev.restamp.tracker.alembic.ddl;

import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.SchemaObject.ConstraintKind;
import java.util.List;
import java.util.Optional;

/**
 * A constraint as it is written.
 *
 * @param columns its key; of a check the columns it mentions, which decide its name alone
 */
public record ConstraintSpec(
        ConstraintKind kind, Optional<String> name, List<String> columns, Optional<ObjectKey> references) {
    public ConstraintSpec {
        columns = List.copyOf(columns);
    }

    public static ConstraintSpec of(ConstraintKind kind, Optional<String> name, List<String> columns) {
        return new ConstraintSpec(kind, name, columns, Optional.empty());
    }

    /** What PostgreSQL puts between the table's name and the label in a name of its own. */
    String middle() {
        return switch (kind) {
            case PRIMARY_KEY -> "";
            case UNIQUE, FOREIGN_KEY, EXCLUSION -> Names.joined(columns);
            case CHECK -> columns.size() == 1 ? columns.getFirst() : "";
        };
    }

    String label() {
        return switch (kind) {
            case PRIMARY_KEY -> "pkey";
            case UNIQUE -> "key";
            case FOREIGN_KEY -> "fkey";
            case CHECK -> "check";
            case EXCLUSION -> "excl";
        };
    }
}
