package dev.restamp.tracker.alembic;

import dev.restamp.core.revision.VersionTable;
import dev.restamp.tracker.Project.TableDoubt;
import dev.restamp.tracker.Project.TablePart;
import dev.restamp.tracker.alembic.python.Expression;
import dev.restamp.tracker.alembic.python.Module;
import dev.restamp.tracker.alembic.python.Place;
import dev.restamp.tracker.alembic.python.Runner;
import dev.restamp.tracker.alembic.python.Statement;
import dev.restamp.tracker.alembic.python.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads from {@code env.py} where the version rows are kept: the keyword arguments of {@code context.configure}, where
 * they are constants or keys of the configuration, and all calls agree.
 */
final class EnvReader {
    private final Module module;
    private final Settings settings;
    private final ImportedConstants imported;
    private final List<TableDoubt> doubts = new ArrayList<>();

    private EnvReader(Module module, Settings settings, ImportedConstants imported) {
        this.module = module;
        this.settings = settings;
        this.imported = imported;
    }

    /** What the file says, and what it leaves open. */
    record Answer(VersionTable table, List<TableDoubt> doubts) {
        static final Answer USUAL = new Answer(VersionTable.ALEMBIC, List.of());

        Answer {
            doubts = List.copyOf(doubts);
        }
    }

    static Answer read(Module env, Settings settings, ImportedConstants imported) {
        var reader = new EnvReader(env, settings, imported);
        var calls = calls(env.body()).filter(EnvReader::configures).toList();
        var name = reader.agreed(calls, TablePart.NAME).orElse(VersionTable.ALEMBIC.name());
        var table = new VersionTable(reader.agreed(calls, TablePart.SCHEMA), name);
        return new Answer(table, reader.doubts);
    }

    private static boolean configures(Expression.Call call) {
        return call.function() instanceof Expression.Attribute(var _, var name, var _) && name.equals("configure");
    }

    private static String keyword(TablePart part) {
        return switch (part) {
            case NAME -> "version_table";
            case SCHEMA -> "version_table_schema";
        };
    }

    /** A value that is given, and where. */
    private record Given(Value value, Place at) {}

    private Optional<String> agreed(List<Expression.Call> calls, TablePart part) {
        var given = calls.stream()
                .flatMap(call -> call.arguments().stream())
                .flatMap(argument -> given(argument, part).stream())
                .toList();
        if (given.stream().map(Given::value).distinct().count() > 1) {
            doubt(part, "env.py gives " + keyword(part) + " more than one value");
            return Optional.empty();
        }
        return given.stream().findFirst().flatMap(one -> constant(one, part));
    }

    /** What an argument gives, itself or in a dictionary. What a dictionary holds that is not known, nobody can say. */
    private Optional<Given> given(Expression.Argument argument, TablePart part) {
        var isNamed = argument.name().equals(keyword(part));
        return switch (argument.passing()) {
            case KEYWORD -> isNamed ? Optional.of(evaluated(argument.value())) : Optional.empty();
            case DOUBLE_STAR ->
                evaluated(argument.value()) instanceof Given(Value.Dict(var entries), var at)
                        ? Optional.ofNullable(entries.get(new Value.Text(keyword(part))))
                                .map(value -> new Given(value, at))
                        : Optional.empty();
            case POSITION, STAR -> Optional.empty();
        };
    }

    private Given evaluated(Expression expression) {
        var value = new Runner(new EnvWorld(settings)).evaluate(expression, module);
        return new Given(imported.resolved(value), expression.at());
    }

    private Optional<String> constant(Given given, TablePart part) {
        return switch (given.value()) {
            case Value.Text(var text) -> Optional.of(text);
            case Value.Nothing _ -> Optional.empty();
            default -> {
                doubt(
                        part,
                        "env.py line " + given.at().line() + ": cannot tell " + keyword(part) + " without running it: "
                                + given.at().quote());
                yield Optional.empty();
            }
        };
    }

    private void doubt(TablePart part, String why) {
        var assumed = part == TablePart.NAME ? VersionTable.ALEMBIC.name() : "the search path";
        doubts.add(new TableDoubt(part, why + "; " + assumed + " is assumed"));
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
