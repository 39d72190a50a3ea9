package dev.restamp.core.evidence;

import dev.restamp.core.schema.Names;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.SchemaObject;
import dev.restamp.core.schema.SchemaObject.ConstraintKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The name that PostgreSQL gives to a constraint or an index without one, where the first choice is taken. */
final class UnnamedKeys {
    private UnnamedKeys() {}

    static ObjectKey free(SchemaObject object, Predicate<ObjectKey> taken) {
        var key = object.key();
        var label = key.name().substring(key.name().lastIndexOf('_') + 1);
        var table = table(object);
        return named(
                key, Names.choose(table, middle(object, table, label), label, name -> taken.test(named(key, name))));
    }

    private static String table(SchemaObject object) {
        return object instanceof SchemaObject.Index index
                ? index.table().map(ObjectKey::name).orElse("")
                : object.key().table().map(ObjectKey::name).orElse("");
    }

    /** What stands between the table and the label: the columns; of a check it is only in the name. */
    private static String middle(SchemaObject object, String table, String label) {
        return switch (object) {
            case SchemaObject.Constraint constraint
            when constraint.kind() == ConstraintKind.CHECK ->
                between(constraint.key().name(), table, label);
            case SchemaObject.Constraint constraint when constraint.kind() == ConstraintKind.PRIMARY_KEY -> "";
            case SchemaObject.Constraint constraint -> Names.joined(constraint.columns());
            case SchemaObject.Index index -> Names.joined(withExpressions(index.columns()));
            default -> "";
        };
    }

    private static String between(String name, String table, String label) {
        var start = table.length() + 1;
        var end = name.length() - label.length() - 1;
        return name.startsWith(table + "_") && start < end ? name.substring(start, end) : "";
    }

    private static List<String> withExpressions(List<String> columns) {
        return columns.stream()
                .map(column -> column.isEmpty() ? "expr" : column)
                .toList();
    }

    private static ObjectKey named(ObjectKey key, String name) {
        var path = new ArrayList<>(key.path());
        path.set(path.size() - 1, name);
        return new ObjectKey(key.kind(), path);
    }
}
