package dev.restamp.core.evidence;

import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.SchemaObject;

/**
 * What PostgreSQL would say to an effect that does not fit the schema it meets.
 *
 * @param condition the name of the error as drivers show it: {@code DuplicateTable}
 * @param message the server's own words: {@code relation "audit_log" already exists}
 * @param line of the script
 */
public record Conflict(String condition, String message, ObjectKey key, int line) {

    /** Of making what is there already. Conditions and words as PostgreSQL 14 to 18 give them. */
    static Conflict duplicate(ObjectKey key, int line) {
        return switch (key.kind()) {
            case TABLE, INDEX, VIEW, SEQUENCE -> of("DuplicateTable", "relation", "already exists", key, line);
            case COLUMN -> onTable("DuplicateColumn", "column", "already exists", "of relation", key, line);
            case CONSTRAINT -> onTable("DuplicateObject", "constraint", "already exists", "for relation", key, line);
            case TRIGGER -> onTable("DuplicateObject", "trigger", "already exists", "for relation", key, line);
            case TYPE -> of("DuplicateObject", "type", "already exists", key, line);
            case EXTENSION -> of("DuplicateObject", "extension", "already exists", key, line);
            case SCHEMA -> of("DuplicateSchema", "schema", "already exists", key, line);
            case ROUTINE -> of("DuplicateFunction", "function", "already exists", key, line);
        };
    }

    /** The same; of a key it is its index that PostgreSQL finds there. */
    static Conflict duplicate(SchemaObject object, int line) {
        var key = object.key();
        return object instanceof SchemaObject.Constraint constraint
                        && constraint.kind().hasIndex()
                ? of("DuplicateTable", "relation", "already exists", key, line)
                : duplicate(key, line);
    }

    /** Of dropping what is not there: PostgreSQL says what it was meant to be. */
    static Conflict missingToDrop(ObjectKey key, int line) {
        return switch (key.kind()) {
            case TABLE, VIEW, SEQUENCE -> of("UndefinedTable", key.kind().word(), "does not exist", key, line);
            case INDEX, COLUMN, CONSTRAINT, TRIGGER, TYPE, EXTENSION, SCHEMA, ROUTINE -> missing(key, line);
        };
    }

    /** Of renaming what is not there. */
    static Conflict missingToRename(ObjectKey key, int line) {
        return switch (key.kind()) {
            case INDEX -> of("UndefinedTable", "relation", "does not exist", key, line);
            case COLUMN -> of("UndefinedColumn", "column", "does not exist", key, line);
            case CONSTRAINT -> onTable("UndefinedObject", "constraint", "does not exist", "for table", key, line);
            case TABLE, VIEW, SEQUENCE, TRIGGER, TYPE, EXTENSION, SCHEMA, ROUTINE -> missing(key, line);
        };
    }

    /** Of changing what is not there. */
    static Conflict missing(ObjectKey key, int line) {
        return switch (key.kind()) {
            case TABLE, VIEW, SEQUENCE -> of("UndefinedTable", "relation", "does not exist", key, line);
            case INDEX -> of("UndefinedObject", "index", "does not exist", key, line);
            case COLUMN -> onTable("UndefinedColumn", "column", "does not exist", "of relation", key, line);
            case CONSTRAINT -> onTable("UndefinedObject", "constraint", "does not exist", "of relation", key, line);
            case TRIGGER -> onTable("UndefinedObject", "trigger", "does not exist", "for table", key, line);
            case TYPE -> of("UndefinedObject", "type", "does not exist", key, line);
            case EXTENSION -> of("UndefinedObject", "extension", "does not exist", key, line);
            case SCHEMA -> of("InvalidSchemaName", "schema", "does not exist", key, line);
            case ROUTINE -> of("UndefinedFunction", "function", "does not exist", key, line);
        };
    }

    static Conflict duplicateLabel(ObjectKey type, String label, int line) {
        return new Conflict("DuplicateObject", "enum label \"" + label + "\" already exists", type, line);
    }

    static Conflict missingLabel(ObjectKey type, String label, int line) {
        return new Conflict("InvalidParameterValue", "\"" + label + "\" is not an existing enum label", type, line);
    }

    private static Conflict of(String condition, String word, String trouble, ObjectKey key, int line) {
        return new Conflict(condition, word + " \"" + key.name() + "\" " + trouble, key, line);
    }

    private static Conflict onTable(
            String condition, String word, String trouble, String preposition, ObjectKey key, int line) {
        var table = new ObjectKey(Kind.TABLE, key.path().subList(0, 2)).name();
        return new Conflict(
                condition,
                "%s \"%s\" %s \"%s\" %s".formatted(word, key.name(), preposition, table, trouble),
                key,
                line);
    }
}
