package dev.restamp.postgres;

import dev.restamp.core.schema.Clause;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.Reference;
import dev.restamp.core.schema.SchemaObject;
import dev.restamp.core.schema.SchemaObject.Constraint;
import dev.restamp.core.schema.SchemaObject.ConstraintKind;
import java.util.List;
import java.util.Optional;

/** Reads the constraints of tables. */
final class ConstraintReader {
    private static final Sql CONSTRAINTS = Sql.beside(ConstraintReader.class, "constraints.sql");

    private ConstraintReader() {}

    static List<? extends SchemaObject> read(Reading reading) {
        return reading.query(
                CONSTRAINTS,
                row -> new Constraint(
                        ObjectKey.of(Kind.CONSTRAINT, row.text("schema"), row.text("table"), row.text("name")),
                        kind(row.text("kind")),
                        row.texts("columns"),
                        row.optionalText("referenced_table")
                                .map(table ->
                                        Reference.to(ObjectKey.of(Kind.TABLE, row.text("referenced_schema"), table))),
                        Clause.unknown(),
                        Optional.empty(),
                        true));
    }

    /** @param letter {@code pg_constraint.contype} */
    private static ConstraintKind kind(String letter) {
        return switch (letter) {
            case "p" -> ConstraintKind.PRIMARY_KEY;
            case "u" -> ConstraintKind.UNIQUE;
            case "f" -> ConstraintKind.FOREIGN_KEY;
            case "c" -> ConstraintKind.CHECK;
            case "x" -> ConstraintKind.EXCLUSION;
            default -> throw new IllegalArgumentException("contype " + letter);
        };
    }
}
