package dev.restamp.postgres;

import dev.restamp.core.schema.Deferral;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.Reference;
import dev.restamp.core.schema.Reference.Action;
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
                        row.optionalText("referenced_table").map(table -> reference(row, table)),
                        IndexReader.clause(row, "is_conditional", "condition"),
                        Optional.of(deferral(row)),
                        true));
    }

    private static Reference reference(Row row, String table) {
        return new Reference(
                ObjectKey.of(Kind.TABLE, row.text("referenced_schema"), table),
                row.texts("referenced_columns"),
                Optional.of(action(row.text("on_delete"))),
                Optional.of(action(row.text("on_update"))));
    }

    private static Deferral deferral(Row row) {
        if (row.flag("is_deferred")) {
            return Deferral.DEFERRED;
        }
        return row.flag("is_deferrable") ? Deferral.DEFERRABLE : Deferral.NOT_DEFERRABLE;
    }

    /** @param letter {@code pg_constraint.confdeltype} */
    private static Action action(String letter) {
        return switch (letter) {
            case "a" -> Action.NO_ACTION;
            case "r" -> Action.RESTRICT;
            case "c" -> Action.CASCADE;
            case "n" -> Action.SET_NULL;
            case "d" -> Action.SET_DEFAULT;
            default -> throw new IllegalArgumentException("confdeltype " + letter);
        };
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
