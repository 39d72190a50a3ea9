package dev.restamp.tracker.alembic;

import dev.restamp.tracker.alembic.python.Expression;
import dev.restamp.tracker.alembic.python.Module;
import dev.restamp.tracker.alembic.python.Place;
import dev.restamp.tracker.alembic.python.Statement;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Ways in which a module may bind a name that its assignments do not show. */
final class Doubts {
    private static final Pattern REFLECTION = Pattern.compile("\\b(?:globals|locals|vars|exec|eval|setattr)\\s*\\(");

    private Doubts() {}

    /** The place that may bind the name behind our back. */
    static Optional<Place> about(String name, Module module, boolean bound) {
        var global = global(name, module.source().text());
        if (global.isPresent()) {
            return global.map(at -> module.source().place(at.start(), at.end()));
        }
        return module.body().stream()
                .filter(statement -> reflects(statement) || (!bound && isGetattr(statement)))
                .map(Statement::at)
                .findFirst();
    }

    private static Optional<MatchResult> global(String name, String text) {
        if (!text.contains("global")) { // as nearly always, and many times faster to tell than by the pattern
            return Optional.empty();
        }
        return Pattern.compile("(?m)^[ \\t]+global[ \\t]+[^\\n#]*\\b" + name + "\\b")
                .matcher(text)
                .results()
                .findFirst();
    }

    private static boolean reflects(Statement statement) {
        return statement instanceof Statement.Evaluate(var _, var at)
                && REFLECTION.matcher(at.text()).find();
    }

    /** After PEP 562: it answers for names that the module does not have. */
    private static boolean isGetattr(Statement statement) {
        return statement instanceof Statement.Define(var name, var _, var _, var _, var _)
                && name.equals("__getattr__");
    }

    /** The last assignment of a name at the top level, inside {@code if} and {@code try} too. */
    static Optional<Place> lastBinding(String name, Module module) {
        return assignments(module.body())
                .filter(assign -> assign.targets().stream().anyMatch(target -> names(target, name)))
                .reduce((_, later) -> later)
                .map(assign -> assign.value().at());
    }

    private static Stream<Statement.Assign> assignments(List<Statement> body) {
        return body.stream().flatMap(statement -> switch (statement) {
            case Statement.Assign assign -> Stream.of(assign);
            case Statement.If(var _, var then, var orElse, var _) ->
                Stream.concat(assignments(then), assignments(orElse));
            case Statement.Try(var tried, var _, var orElse, var _, var _) ->
                Stream.concat(assignments(tried), assignments(orElse));
            default -> Stream.empty();
        });
    }

    private static boolean names(Expression target, String name) {
        return switch (target) {
            case Expression.Name(var id, var _) -> id.equals(name);
            case Expression.Display(var _, var items, var _) -> items.stream().anyMatch(item -> names(item, name));
            default -> false;
        };
    }
}
