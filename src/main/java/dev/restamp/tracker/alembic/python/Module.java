package dev.restamp.tracker.alembic.python;

import java.util.List;
import java.util.Optional;

/**
 * A parsed file.
 *
 * @param broken the first stretch that is no Python, if there is one
 */
public record Module(PythonSource source, List<Statement> body, Optional<Place> broken) {
    /** The module's docstring as Python before 3.13 keeps it; empty where the first statement is no plain string. */
    public String docstring() {
        return body.stream().findFirst().map(Module::text).orElse("");
    }

    private static String text(Statement first) {
        return first instanceof Statement.Evaluate(Expression.Constant(Value.Text(var text), var _), var _) ? text : "";
    }
}
