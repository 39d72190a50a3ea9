package dev.restamp.tracker.alembic.script;

import dev.restamp.core.schema.ObjectKey;
import dev.restamp.tracker.alembic.python.Arguments;
import dev.restamp.tracker.alembic.python.Place;
import dev.restamp.tracker.alembic.python.Value;
import dev.restamp.tracker.ddl.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A call of {@code op.name(…)} or {@code batch_op.name(…)}. In a batch the table and its schema are not given.
 *
 * @param batch the table of the batch
 */
record OpCall(String name, Arguments arguments, Optional<ObjectKey> batch, String defaultSchema, Place at) {
    private static final List<String> GIVEN_BY_BATCH = List.of("table_name", "source_table", "schema");

    /** The argument of this name, or at its place in the signature outside of a batch. */
    Optional<Value> get(List<String> signature, String name) {
        var positions = new ArrayList<>(signature);
        if (batch.isPresent()) {
            positions.removeAll(GIVEN_BY_BATCH);
        }
        var position = positions.indexOf(name);
        return position < 0 ? arguments.get(name) : arguments.get(position, name);
    }

    /** The table in an argument of this name, in the schema that another one may give. */
    ObjectKey table(List<String> signature, String tableName, String schemaName) {
        return batch.orElseGet(
                () -> Keys.table(schema(signature, schemaName), Given.text(get(signature, tableName), "the table")));
    }

    String schema(List<String> signature, String schemaName) {
        return Given.optionalText(get(signature, schemaName), "the schema")
                .orElse(batch.map(ObjectKey::schema).orElse(defaultSchema));
    }

    boolean flag(String name) {
        return Given.flag(arguments.get(name), false, name);
    }

    int line() {
        return at.line();
    }
}
