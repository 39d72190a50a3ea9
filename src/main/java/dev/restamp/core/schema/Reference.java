package dev.restamp.core.schema;

import java.util.List;
import java.util.Optional;

/**
 * Where a foreign key points, and what becomes of it when the row there goes or changes.
 *
 * @param columns in the order of the key; empty where not known
 */
public record Reference(ObjectKey table, List<String> columns, Optional<Action> onDelete, Optional<Action> onUpdate) {
    public Reference {
        columns = List.copyOf(columns);
    }

    /** Only the table is known. */
    public static Reference to(ObjectKey table) {
        return new Reference(table, List.of(), Optional.empty(), Optional.empty());
    }

    public Reference withTable(ObjectKey other) {
        return new Reference(other, columns, onDelete, onUpdate);
    }

    public Reference withColumns(List<String> others) {
        return new Reference(table, others, onDelete, onUpdate);
    }

    /** What {@code ON DELETE} and {@code ON UPDATE} do. */
    public enum Action {
        NO_ACTION,
        RESTRICT,
        CASCADE,
        SET_NULL,
        SET_DEFAULT;

        /** As SQL writes it: {@code SET NULL}. */
        @Override
        public String toString() {
            return name().replace('_', ' ');
        }
    }
}
