package dev.restamp.core.schema;

/** The kinds of object a schema is compared by, in reading order. */
public enum Kind {
    SCHEMA("schema"),
    EXTENSION("extension"),
    TYPE("type"),
    SEQUENCE("sequence"),
    TABLE("table"),
    COLUMN("column"),
    CONSTRAINT("constraint"),
    INDEX("index"),
    VIEW("view"),
    ROUTINE("function"),
    TRIGGER("trigger");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /** The word people use for it. */
    public String word() {
        return word;
    }
}
