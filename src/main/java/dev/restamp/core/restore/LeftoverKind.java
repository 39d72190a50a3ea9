package dev.restamp.core.restore;

/** The kinds of what a restore leaves undone, the worst first: the order in which they are listed. */
public enum LeftoverKind {
    SEQUENCE_BEHIND("sequence behind its data", "sequences behind their data", Severity.ERROR),
    BROKEN_KEY("foreign key that does not hold", "foreign keys that do not hold", Severity.ERROR),
    DISABLED_KEYS("table with foreign keys switched off", "tables with foreign keys switched off", Severity.ERROR),
    UNVALIDATED_CONSTRAINT("constraint not validated", "constraints not validated", Severity.WARNING),
    DISABLED_TRIGGER("disabled trigger", "disabled triggers", Severity.ERROR),
    DISABLED_EVENT_TRIGGER("disabled event trigger", "disabled event triggers", Severity.ERROR),
    INVALID_INDEX("invalid index", "invalid indexes", Severity.ERROR),
    COLLATION_VERSION("collation of another version", "collations of another version", Severity.ERROR),
    UNPOPULATED_VIEW("materialised view without data", "materialised views without data", Severity.ERROR),
    ROW_SECURITY_OFF("table whose policies are off", "tables whose policies are off", Severity.ERROR),
    MISSING_EXTENSION("missing extension", "missing extensions", Severity.ERROR),
    MISSING_RIGHT("missing right", "missing rights", Severity.ERROR),
    LOST_OWNER("object without owner", "objects without owner", Severity.ERROR),
    OTHER_OWNER("object of another owner", "objects of another owner", Severity.WARNING),
    LOST_GRANTS("object without the usual grants", "objects without the usual grants", Severity.WARNING),
    NEVER_ANALYSED("table never analysed", "tables never analysed", Severity.WARNING),
    EMPTY_UNLOGGED("empty unlogged table", "empty unlogged tables", Severity.NOTE),
    EXTENSION_VERSION("extension of another version", "extensions of another version", Severity.NOTE),
    LARGE_OBJECTS("note on large objects", "large objects", Severity.NOTE);

    /** How bad it is. */
    public enum Severity {
        /** The next write may fail, or an answer may be wrong. */
        ERROR,
        WARNING,
        /** Often meant to be so: no finding. */
        NOTE
    }

    private final String word;
    private final String plural;
    private final Severity severity;

    LeftoverKind(String word, String plural, Severity severity) {
        this.word = word;
        this.plural = plural;
        this.severity = severity;
    }

    public String plural() {
        return plural;
    }

    public Severity severity() {
        return severity;
    }

    public boolean isNote() {
        return severity == Severity.NOTE;
    }

    /** {@code 1 invalid index}, {@code 2 invalid indexes}. */
    public String count(long number) {
        return number + " " + (number == 1 ? word : plural);
    }
}
