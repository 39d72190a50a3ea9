package dev.restamp.core.evidence;

import dev.restamp.core.schema.Clause;
import dev.restamp.core.schema.Default;
import dev.restamp.core.schema.IndexDetails;
import dev.restamp.core.schema.SchemaObject;
import java.util.List;
import java.util.Optional;

/** Takes from an object what is not known of it any more. */
final class Forgetting {
    private Forgetting() {}

    /** The object without its type or definition; of a column it stays known whether it may be NULL. */
    static SchemaObject bare(SchemaObject object) {
        return switch (object) {
            case SchemaObject.Column column ->
                new SchemaObject.Column(
                        column.key(), Optional.empty(), column.nullable(), Default.unknown(), column.position());
            case SchemaObject.Constraint constraint ->
                new SchemaObject.Constraint(
                        constraint.key(),
                        constraint.kind(),
                        List.of(),
                        Optional.empty(),
                        Clause.unknown(),
                        Optional.empty(),
                        constraint.named());
            case SchemaObject.Index index ->
                new SchemaObject.Index(
                        index.key(), index.table(), List.of(), Optional.empty(), IndexDetails.UNKNOWN, index.named());
            case SchemaObject.Type type -> new SchemaObject.Type(type.key(), type.kind(), List.of());
            case SchemaObject.Table _, SchemaObject.View _, SchemaObject.Sequence _, SchemaObject.Other _ -> object;
        };
    }
}
