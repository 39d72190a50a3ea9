package dev.restamp.shell.verify;

import dev.restamp.postgres.SqlScript;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What can be a check: one statement that answers with rows. Whether it changes something the server is asked later. */
final class CheckSql {
    private static final Set<String> VERBS = Set.of("select", "with", "values", "table");

    static final String UNCLOSED = "a string, a name or a comment begins here and never ends";

    private CheckSql() {}

    /** What speaks against a text that must be one check. */
    static Optional<String> objection(SqlScript sql) {
        if (!sql.commands().isEmpty()) {
            return Optional.of(objection(sql.commands().getFirst()));
        }
        if (sql.unclosed().isPresent()) {
            return Optional.of(UNCLOSED);
        }
        return switch (sql.statements().size()) {
            case 0 -> Optional.of("a check has no statement");
            case 1 -> objection(sql.statements().getFirst());
            default ->
                Optional.of("a check is one statement, and here are "
                        + sql.statements().size());
        };
    }

    static Optional<String> objection(SqlScript.Statement statement) {
        return VERBS.contains(statement.verb())
                ? Optional.empty()
                : Optional.of("a check is a SELECT, WITH, VALUES or TABLE, and this is "
                        + (statement.verb().isEmpty()
                                ? "something else"
                                : "a statement " + statement.verb().toUpperCase(Locale.ROOT)));
    }

    static String objection(SqlScript.Command command) {
        return "a command of psql cannot be a check: " + command.text();
    }
}
