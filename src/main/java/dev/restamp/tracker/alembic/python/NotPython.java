package dev.restamp.tracker.alembic.python;

/** What stands at a token cannot stand there. Thrown and caught within the parser, for one statement. */
final class NotPython extends RuntimeException {
    private final transient Token token;

    NotPython(Token token) {
        super("unexpected " + token, null, false, false);
        this.token = token;
    }

    Token token() {
        return token;
    }
}
