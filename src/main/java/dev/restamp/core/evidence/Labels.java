package dev.restamp.core.evidence;

import dev.restamp.core.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;

/** The labels of an enum type. Where they are not known they stay unknown. */
final class Labels {
    private Labels() {}

    static List<String> of(SchemaObject object) {
        return object instanceof SchemaObject.Type type ? type.labels() : List.of();
    }

    static SchemaObject with(SchemaObject object, Effect.AddLabel add) {
        var labels = new ArrayList<>(of(object));
        if (labels.isEmpty()) {
            return object;
        }
        var before = add.before().map(labels::indexOf).orElse(-1);
        var after = add.after().map(labels::indexOf).orElse(-1);
        if (before >= 0) {
            labels.add(before, add.label());
        } else {
            labels.add(after >= 0 ? after + 1 : labels.size(), add.label());
        }
        return with(object, labels);
    }

    static SchemaObject renamed(SchemaObject object, Effect.RenameLabel relabel) {
        return with(
                object,
                of(object).stream()
                        .map(label -> label.equals(relabel.from()) ? relabel.to() : label)
                        .toList());
    }

    private static SchemaObject with(SchemaObject object, List<String> labels) {
        return object instanceof SchemaObject.Type type
                ? new SchemaObject.Type(type.key(), type.kind(), labels)
                : object;
    }
}
