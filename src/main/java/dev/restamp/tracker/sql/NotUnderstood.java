package dev.restamp.tracker.sql;

/** A statement that the recogniser does not know. Never leaves the package: it becomes an opaque effect. */
final class NotUnderstood extends RuntimeException {
    private final String why;

    NotUnderstood(String why) {
        super(why);
        this.why = why;
    }

    String why() {
        return why;
    }
}
