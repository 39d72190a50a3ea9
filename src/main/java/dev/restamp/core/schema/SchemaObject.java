package dev.restamp.core.schema;

import java.util.List;
import java.util.Optional;

/**
 * An object of a schema, live or expected. What is not known of an expected object is empty and is not compared.
 *
 * <p>Names are case-exact, as the catalog holds them. A name longer than 63 bytes is cut as PostgreSQL cuts it.
 */
public sealed interface SchemaObject {
    ObjectKey key();

    /** A table, a partitioned table or a foreign table. */
    record Table(ObjectKey key) implements SchemaObject {}

    /**
     * A column of a table.
     *
     * @param type as {@code format_type} writes it: {@code character varying(50)}, {@code timestamp with time zone}
     * @param nullable false where the column is NOT NULL
     * @param position 1 for the first column of a live table; 0 for an expected column. Not compared
     */
    record Column(ObjectKey key, Optional<String> type, Optional<Boolean> nullable, Default preset, int position)
            implements SchemaObject {
        /** A column of which only the name is known. */
        public static Column of(ObjectKey key) {
            return new Column(key, Optional.empty(), Optional.empty(), Default.unknown(), 0);
        }

        public Column withKey(ObjectKey other) {
            return new Column(other, type, nullable, preset, position);
        }

        public Column withType(Optional<String> other) {
            return new Column(key, other, nullable, preset, position);
        }

        public Column withNullable(Optional<Boolean> other) {
            return new Column(key, type, other, preset, position);
        }

        public Column withPreset(Default other) {
            return new Column(key, type, nullable, other, position);
        }
    }

    /**
     * A constraint of a table.
     *
     * @param columns in key order; empty where not known or where it is an expression
     * @param references of a foreign key, where it points
     * @param condition of a check what it demands, of an exclusion its predicate
     * @param deferral empty where not known
     * @param named false where the script gave no name: then {@code key} holds the name PostgreSQL would choose, and the
     *     constraint is found by what it is
     */
    record Constraint(
            ObjectKey key,
            ConstraintKind kind,
            List<String> columns,
            Optional<Reference> references,
            Clause condition,
            Optional<Deferral> deferral,
            boolean named)
            implements SchemaObject {
        public Constraint {
            columns = List.copyOf(columns);
        }

        /** A constraint with a name, of which only this is known. */
        public static Constraint of(ObjectKey key, ConstraintKind kind, List<String> columns) {
            return new Constraint(key, kind, columns, Optional.empty(), Clause.unknown(), Optional.empty(), true);
        }

        public Constraint withKey(ObjectKey other) {
            return new Constraint(other, kind, columns, references, condition, deferral, named);
        }

        public Constraint withColumns(List<String> others) {
            return new Constraint(key, kind, others, references, condition, deferral, named);
        }

        public Constraint withReferences(Optional<Reference> other) {
            return new Constraint(key, kind, columns, other, condition, deferral, named);
        }

        public Constraint withCondition(Clause other) {
            return new Constraint(key, kind, columns, references, other, deferral, named);
        }

        public Constraint withDeferral(Deferral other) {
            return new Constraint(key, kind, columns, references, condition, Optional.of(other), named);
        }

        public Constraint withoutName() {
            return new Constraint(key, kind, columns, references, condition, deferral, false);
        }

        /** The table a foreign key points to. */
        public Optional<ObjectKey> referenced() {
            return references.map(Reference::table);
        }
    }

    /** The kinds of {@link Constraint}. */
    enum ConstraintKind {
        PRIMARY_KEY("primary key"),
        UNIQUE("unique"),
        FOREIGN_KEY("foreign key"),
        CHECK("check"),
        EXCLUSION("exclusion");

        private final String word;

        ConstraintKind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        /** Whether PostgreSQL makes an index for it, of the same name. */
        public boolean hasIndex() {
            return this == PRIMARY_KEY || this == UNIQUE || this == EXCLUSION;
        }
    }

    /**
     * An index that is not the index of a constraint.
     *
     * @param table the table it is on; empty where a script drops it by its name alone
     * @param columns in order; an expression stands as the empty string; an empty list is not known
     * @param unique empty where not known
     * @param named false where the script gave no name: see {@link Constraint}
     */
    record Index(
            ObjectKey key,
            Optional<ObjectKey> table,
            List<String> columns,
            Optional<Boolean> unique,
            IndexDetails details,
            boolean named)
            implements SchemaObject {
        public Index {
            columns = List.copyOf(columns);
        }

        public Index withKey(ObjectKey other) {
            return new Index(other, table, columns, unique, details, named);
        }

        public Index withTable(Optional<ObjectKey> other) {
            return new Index(key, other, columns, unique, details, named);
        }

        public Index withColumns(List<String> others) {
            return new Index(key, table, others, unique, details, named);
        }

        public Index withUnique(boolean other) {
            return new Index(key, table, columns, Optional.of(other), details, named);
        }

        public Index withDetails(IndexDetails others) {
            return new Index(key, table, columns, unique, others, named);
        }

        public Index withoutName() {
            return new Index(key, table, columns, unique, details, false);
        }
    }

    /**
     * An enum, domain, composite or range type.
     *
     * @param labels of an enum, in sort order; empty where not known or no enum
     */
    record Type(ObjectKey key, TypeKind kind, List<String> labels) implements SchemaObject {
        public Type {
            labels = List.copyOf(labels);
        }
    }

    /** The kinds of {@link Type}. */
    enum TypeKind {
        ENUM,
        DOMAIN,
        COMPOSITE,
        RANGE
    }

    /** A view, or a materialised view. */
    record View(ObjectKey key, boolean materialized) implements SchemaObject {}

    /** A sequence that stands alone or belongs to a column. */
    record Sequence(ObjectKey key) implements SchemaObject {}

    /** An object of which only the existence is compared: schema, extension, function, trigger. */
    record Other(ObjectKey key) implements SchemaObject {}
}
