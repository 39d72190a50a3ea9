package dev.restamp.tracker.alembic.script;

import dev.restamp.core.schema.Clause;
import dev.restamp.tracker.alembic.python.Constants;
import dev.restamp.tracker.alembic.python.Value;
import dev.restamp.tracker.alembic.python.Value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What SQLAlchemy writes for an expression in a definition, as far as that is known without it. */
final class SqlText {
    private SqlText() {}

    /** A condition: a text is SQL. What is there and not known is some. */
    static Clause condition(Value value) {
        return value instanceof Value.Nothing
                ? Clause.some()
                : raw(value).or(() -> expression(value)).map(Clause::of).orElseGet(Clause::some);
    }

    /** SQL that is given as text: {@code "total > 0"}, {@code sa.text("total > 0")}. */
    static Optional<String> raw(Value value) {
        return switch (value) {
            case Text(var sql) -> Optional.of(sql.replace("\\:", ":"));
            case Made made
            when made.is("text") || made.is("literal_column") || made.is("DDL") ->
                made.arguments().first().flatMap(SqlText::raw);
            default -> Optional.empty();
        };
    }

    /** An expression in which a text is a literal. */
    static Optional<String> expression(Value value) {
        return switch (value) {
            case Text(var text) -> Optional.of(literal(text));
            case Value.EnumMember(var _, var _, Text(var text)) -> Optional.of(literal(text));
            case Value.Whole(var number) -> Optional.of(String.valueOf(number));
            case Value.Truth(var truth) -> Optional.of(String.valueOf(truth));
            case Value.Nothing _ -> Optional.of("NULL");
            case Made made when made.isFromSqlAlchemy() -> made(made);
            default -> Optional.empty();
        };
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static Optional<String> made(Made made) {
        var path = made.path();
        var function = path.indexOf(".func.");
        if (function >= 0) {
            return call(path.substring(function + ".func.".length()), made);
        }
        return switch (made.name()) {
            case "true", "false", "null" -> Optional.of(made.name());
            case "text", "literal_column" -> raw(made);
            case "column" ->
                made.arguments().first().orElse(Constants.NONE) instanceof Text(var name)
                        ? Optional.of('"' + name.replace("\"", "\"\"") + '"')
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<String> call(String name, Made made) {
        var arguments = new ArrayList<String>();
        for (var argument : made.arguments().positional()) {
            expression(argument).ifPresent(arguments::add);
        }
        var known = arguments.size() == made.arguments().positional().size()
                && made.arguments().complete()
                && made.arguments().named().isEmpty();
        return known ? Optional.of(name + "(" + joined(arguments) + ")") : Optional.empty();
    }

    private static String joined(List<String> arguments) {
        return String.join(", ", arguments);
    }
}
