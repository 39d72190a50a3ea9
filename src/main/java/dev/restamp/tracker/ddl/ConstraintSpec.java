package dev.restamp.tracker.ddl;

import dev.restamp.core.schema.Clause;
import dev.restamp.core.schema.Deferral;
import dev.restamp.core.schema.Names;
import dev.restamp.core.schema.Reference;
import dev.restamp.core.schema.SchemaObject.ConstraintKind;
import java.util.List;
import java.util.Optional;

/**
 * A constraint as it is written.
 *
 * @param columns its key; of a check the columns it mentions, which decide its name alone
 */
public record ConstraintSpec(
        ConstraintKind kind,
        Optional<String> name,
        List<String> columns,
        Optional<Reference> references,
        Clause condition,
        Optional<Deferral> deferral) {
    public ConstraintSpec {
        columns = List.copyOf(columns);
    }

    public static ConstraintSpec of(ConstraintKind kind, Optional<String> name, List<String> columns) {
        return new ConstraintSpec(kind, name, columns, Optional.empty(), Clause.unknown(), Optional.empty());
    }

    public static ConstraintSpec foreignKey(
            Optional<String> name, List<String> columns, Optional<Reference> references) {
        return new ConstraintSpec(
                ConstraintKind.FOREIGN_KEY, name, columns, references, Clause.unknown(), Optional.empty());
    }

    public ConstraintSpec withCondition(Clause other) {
        return new ConstraintSpec(kind, name, columns, references, other, deferral);
    }

    public ConstraintSpec withDeferral(Optional<Deferral> other) {
        return new ConstraintSpec(kind, name, columns, references, condition, other);
    }

    ConstraintSpec withName(Optional<String> other) {
        return new ConstraintSpec(kind, other, columns, references, condition, deferral);
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
