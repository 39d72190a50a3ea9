package dev.restamp.tracker.alembic.script;

/** An operation whose arguments do not say what it does. Never leaves the package: it becomes an opaque effect. */
final class Unclear extends RuntimeException {
    private final String why;

    Unclear(String why) {
        super(why);
        this.why = why;
    }

    String why() {
        return why;
    }
}
