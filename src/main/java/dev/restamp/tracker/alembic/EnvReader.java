package dev.restamp.tracker.alembic;

import dev.restamp.core.revision.VersionTable;
import dev.restamp.tracker.alembic.python.EmptyWorld;
import dev.restamp.tracker.alembic.python.Expression;
import dev.restamp.tracker.alembic.python.Module;
import dev.restamp.tracker.alembic.python.Runner;
import dev.restamp.tracker.alembic.python.Statement;
import dev.restamp.tracker.alembic.python.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads from {@code env.py} where the version rows are kept: the keyword arguments of {@code context.configure}, where
 * they are constants and all calls agree.
 */
final class EnvReader {
    private final Module module;
    private final List<String> notes;

    private EnvReader(Module module, List<String> notes) {
        this.module = module;
        this.notes = notes;
    }

    /** @param notes gets a sentence for each argument that only a run could tell */
    static VersionTable versionTable(Module env, List<String> notes) {
        var reader = new EnvReader(env, notes);
        var calls = calls(env.body()).filter(EnvReader::configures).toList();
        var name = reader.agreed(calls, "version_table").orElse(VersionTable.ALEMBIC.name());
        return new VersionTable(reader.agreed(calls, "version_table_schema"), name);
    }

    private static boolean configures(Expression.Call call) {
        return call.function() instanceof Expression.Attribute(var _, var name, var _) && name.equals("configure");
    }

    private Optional<String> agreed(List<Expression.Call> calls, String keyword) {
        Set<Value> values = new LinkedHashSet<>();
        for (var call : calls) {
            call.arguments().stream()
                    .filter(argument -> argument.name().equals(keyword))
                    .forEach(argument -> values.add(new Runner(new EmptyWorld()).evaluate(argument.value(), module)));
        }
        if (values.size() > 1) {
            notes.add("env.py gives " + keyword + " more than one value; the default is assumed");
            return Optional.empty();
        }
        return values.stream().findFirst().flatMap(value -> constant(value, keyword));
    }

    private Optional<String> constant(Value value, String keyword) {
        return switch (value) {
            case Value.Text(var text) -> Optional.of(text);
            case Value.Nothing _ -> Optional.empty();
            case Value.Unknown(var at) -> {
                notes.add("env.py line " + at.line() + ": cannot tell " + keyword + " without running it: " + at.quote()
                        + "; the default is assumed");
                yield Optional.empty();
            }
            default -> {
                notes.add("env.py: cannot tell " + keyword + " without running it; the default is assumed");
                yield Optional.empty();
            }
        };
    }

    /** The calls that stand as statements of their own, wherever in the file. */
    private static Stream<Expression.Call> calls(List<Statement> body) {
        return body.stream().flatMap(statement -> switch (statement) {
            case Statement.Evaluate(Expression.Call call, var _) -> Stream.of(call);
            case Statement.Evaluate _ -> Stream.empty();
            case Statement.If(var _, var then, var orElse, var _) -> Stream.concat(calls(then), calls(orElse));
            case Statement.For(var _, var _, var inner, var orElse, var _) ->
                Stream.concat(calls(inner), calls(orElse));
            case Statement.While(var _, var inner, var _) -> calls(inner);
            case Statement.With(var _, var inner, var _) -> calls(inner);
            case Statement.Define(var _, var _, var inner, var _, var _) -> calls(inner);
            case Statement.DefineClass(var _, var _, var inner, var _) -> calls(inner);
            case Statement.Try attempt -> calls(parts(attempt));
            case Statement.Assign _,
                    Statement.Augment _,
                    Statement.Return _,
                    Statement.Raise _,
                    Statement.Break _,
                    Statement.Continue _,
                    Statement.Import _,
                    Statement.Pass _,
                    Statement.Opaque _ -> Stream.empty();
        });
    }

    private static List<Statement> parts(Statement.Try attempt) {
        var all = new ArrayList<>(attempt.body());
        attempt.handlers().forEach(all::addAll);
        all.addAll(attempt.orElse());
        all.addAll(attempt.last());
        return all;
    }
}
