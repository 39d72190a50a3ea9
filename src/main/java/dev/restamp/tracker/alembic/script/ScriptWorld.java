package dev.restamp.tracker.alembic.script;

import dev.restamp.core.evidence.Effect;
import dev.restamp.core.evidence.Effect.Reach;
import dev.restamp.core.evidence.Effect.Trace;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.tracker.alembic.python.Arguments;
import dev.restamp.tracker.alembic.python.Constants;
import dev.restamp.tracker.alembic.python.Place;
import dev.restamp.tracker.alembic.python.Runner;
import dev.restamp.tracker.alembic.python.Value;
import dev.restamp.tracker.alembic.python.Value.Method;
import dev.restamp.tracker.alembic.python.Value.Symbol;
import dev.restamp.tracker.alembic.python.Value.Text;
import dev.restamp.tracker.alembic.python.Value.Unknown;
import dev.restamp.tracker.alembic.python.World;
import dev.restamp.tracker.alembic.script.Outside.Origin;
import dev.restamp.tracker.ddl.Keys;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Alembic, SQLAlchemy and an inspector, as a script sees them on PostgreSQL; what it does to them goes to a journal. */
final class ScriptWorld implements World {
    /** Of lists, sets and dictionaries: they change nothing but what is not known anyway. */
    private static final Set<String> CONTAINER_METHODS = Set.of(
            "append", "add", "extend", "insert", "update", "setdefault", "remove", "discard", "pop", "clear", "sort");

    private final String defaultSchema;
    private final Journal journal;
    private final ProjectModules modules;
    private final Handles handles;
    private final Questions questions;
    private final Reflection reflection;
    private final Runner runner;
    private final ClassTypes classTypes;

    ScriptWorld(String defaultSchema, Journal journal, ProjectModules modules) {
        this.defaultSchema = defaultSchema;
        this.journal = journal;
        this.modules = modules;
        this.handles = new Handles(defaultSchema, journal);
        this.questions = new Questions(journal);
        this.reflection = new Reflection(defaultSchema, new Listing(journal.expected()));
        this.runner = new Runner(this);
        this.classTypes = new ClassTypes(runner);
    }

    Runner runner() {
        return runner;
    }

    @Override
    public Value attribute(Value target, String name, Place at) {
        return switch (target) {
            case Symbol(var path) -> imported(new Symbol(path + "." + name));
            case Handle handle -> Handles.attribute(handle, name, at);
            case Made made
            when made.isFromSqlAlchemy() -> reflection.attribute(made, name).orElseGet(() -> attribute(made, name, at));
            case Catalog.Table table -> reflection.attribute(table, name).orElseGet(() -> new Method(table, name));
            case Catalog.Row(var objects) when name.equals("name") -> new Catalog.Name(objects);
            case Catalog.Name itself when name.equals("name") -> itself;
            case Catalog.Names _
            when !Reflection.LISTING.contains(name) -> new Made(Statements.EXPRESSION, Arguments.NONE, at);
            // Whoever has a dialect has the one of the database.
            case Made _, Outside _, Unknown _ when name.equals("dialect") -> Handle.DIALECT;
            case Outside(var origin, var _) -> new Outside(origin, at);
            default -> new Method(target, name);
        };
    }

    private static Value attribute(Made made, String name, Place at) {
        return switch (name) {
            case "name" ->
                made.arguments()
                        .get("name")
                        .or(() -> made.is("Table") || made.is("Column")
                                ? made.arguments().first()
                                : Optional.empty())
                        .orElse(new Unknown(at));
            case "enums" -> EnumSpec.isEnum(made) ? new EnumSpec(made).values() : new Unknown(at);
            // Most of what SQLAlchemy is given it also shows.
            default -> made.arguments().get(name).orElseGet(() -> new Method(made, name));
        };
    }

    @Override
    public Value call(Value function, Arguments given, Place inside, boolean alone) {
        var at = journal.inScript(inside);
        var arguments = classTypes.instances(given, at);
        return switch (function) {
            case Value.ClassType type -> classTypes.instance(type, arguments, at);
            case Symbol symbol -> library(symbol, arguments, at, alone);
            case Method(Handle handle, var name) -> handles.call(handle, name, arguments, at, alone);
            case Method(Batch(var table), var name) -> operation(name, arguments, Optional.of(table), at);
            case Method(Made made, var name) -> made(made, name, arguments, at, alone);
            case Method(Catalog.Row(var objects), var name)
            when name.equals("get") ->
                item(new Catalog.Row(objects), arguments.first().orElse(Constants.NONE))
                        .orElse(new Unknown(at));
            case Method(Catalog.Exists exists, var _) -> exists;
            case Method(Catalog.Names names, var _) -> names;
            case Method(Catalog _, var _) -> new Outside(Origin.DATABASE, at);
            case Handle handle -> handle;
            case Outside(var origin, var _) -> outside(origin, at, alone);
            case Method(Unknown _, var name) when CONTAINER_METHODS.contains(name) -> new Unknown(at);
            default -> anything(arguments, at, alone);
        };
    }

    /** What is not known may do anything, if it is called for what it does or is handed what it takes to do it. */
    private Value anything(Arguments arguments, Place at, boolean alone) {
        if (alone || handsOver(arguments)) {
            notUnderstood("a call that is not known: " + at.quote(), at);
        }
        return new Unknown(at);
    }

    private static boolean handsOver(Arguments arguments) {
        return Stream.concat(arguments.positional().stream(), arguments.named().values().stream())
                .anyMatch(value -> value instanceof Handle
                        || value instanceof Batch
                        || (value instanceof Symbol(var path) && path.startsWith("alembic.op")));
    }

    private Value outside(Origin origin, Place at, boolean alone) {
        if (alone && origin == Origin.DATABASE) {
            journal.data(at);
        }
        return new Outside(origin, at);
    }

    private Value library(Symbol symbol, Arguments arguments, Place at, boolean alone) {
        var path = symbol.path();
        if (path.startsWith("alembic.op.")) {
            return operation(path.substring("alembic.op.".length()), arguments, Optional.empty(), at);
        }
        if (path.startsWith("alembic.context.")) {
            return context(symbol.lastName(), at);
        }
        if (Libraries.isSession(path)) {
            return Handle.SESSION;
        }
        if (Libraries.isInspector(path)) {
            return Handle.INSPECTOR;
        }
        if (Libraries.isSqlAlchemy(path)) {
            return path.startsWith("sqlalchemy.engine.reflection.Inspector")
                    ? Handle.INSPECTOR
                    : new Made(path, arguments, at);
        }
        if (path.startsWith("builtins.")) {
            return builtin(symbol, arguments, at);
        }
        return Libraries.isHarmless(path) ? new Outside(Origin.LIBRARY, at) : external(path, arguments, at, alone);
    }

    private static Value context(String name, Place at) {
        return switch (name) {
            case "is_offline_mode" -> Constants.FALSE;
            case "get_context" -> Handle.CONTEXT;
            case "get_bind" -> Handle.BIND;
            default -> new Outside(Origin.LIBRARY, at);
        };
    }

    private Value builtin(Symbol symbol, Arguments arguments, Place at) {
        if (!Libraries.isHarmless(symbol.path())) {
            notUnderstood("a call that may do anything: " + at.quote(), at);
            return new Unknown(at);
        }
        var first = arguments.first().orElse(Constants.NONE);
        return switch (symbol.lastName()) {
            case "getattr" ->
                arguments.positional().size() == 2 && arguments.positional().get(1) instanceof Text(var name)
                        ? attribute(first, name, at)
                        : new Unknown(at);
            case "set", "list", "tuple", "sorted", "frozenset" ->
                first instanceof Catalog.Names || first instanceof Catalog.Objects ? first : new Unknown(at);
            case "bool", "len" -> first instanceof Catalog.Exists ? first : new Unknown(at);
            case "any" -> first instanceof Catalog.Matches(var exists) ? exists : new Unknown(at);
            default -> new Unknown(at);
        };
    }

    /** A function or a class of the project: as a column's type it is merely not known. */
    private Value external(String path, Arguments arguments, Place at, boolean alone) {
        if (alone || handsOver(arguments)) {
            notUnderstood("a call of " + path + ", which is not in this file: " + at.quote(), at);
        }
        return new Made(path, arguments, at);
    }

    private Value operation(String name, Arguments arguments, Optional<ObjectKey> batch, Place at) {
        return switch (name) {
            case "f" -> arguments.first().orElse(new Unknown(at));
            case "get_bind" -> Handle.BIND;
            case "get_context" -> Handle.CONTEXT;
            case "inline_literal" -> new Outside(Origin.LIBRARY, at);
            case "batch_alter_table" -> batch(arguments, at);
            case "execute" -> handles.execute(arguments.get(0, "sqltext").orElse(new Unknown(at)), at);
            case "bulk_insert" -> {
                journal.data(at);
                yield Constants.NONE;
            }
            case "create_table_comment", "drop_table_comment" -> {
                journal.add(new Effect.Invisible(Trace.PROPERTY, at.quote(), at.line()));
                yield Constants.NONE;
            }
            default -> schemaOperation(new OpCall(name, arguments, batch, defaultSchema, at));
        };
    }

    private Value batch(Arguments arguments, Place at) {
        try {
            var schema = Given.optionalText(arguments.get(1, "schema"), "the schema");
            var table = Given.text(arguments.get(0, "table_name"), "the table");
            return new Batch(Keys.table(schema.orElse(defaultSchema), table));
        } catch (Unclear _) {
            // Each operation of the batch will be opaque.
            return new Unknown(at);
        }
    }

    private Value schemaOperation(OpCall call) {
        var isPlugin = PluginOperations.NAMES.contains(call.name());
        if (!isPlugin && !Operations.NAMES.contains(call.name())) {
            notUnderstood("op." + call.name() + " is not known: " + call.at().quote(), call.at());
            return new Unknown(call.at());
        }
        try {
            journal.addAll(isPlugin ? PluginOperations.effects(call) : Operations.effects(call));
        } catch (Unclear unclear) {
            var why = unclear.why() + ": " + call.at().quote();
            Operations.kinds(call.name())
                    .ifPresentOrElse(
                            kinds -> journal.opaque(why, Reach.ofKinds(kinds), call.at()),
                            () -> journal.opaque(why, call.at()));
        }
        return call.name().equals("create_table")
                ? new Made("sqlalchemy.Table", call.arguments(), call.at())
                : Constants.NONE;
    }

    private Value made(Made made, String name, Arguments arguments, Place at, boolean alone) {
        return MadeCalls.call(made, name, arguments, at, defaultSchema, journal)
                .orElseGet(() -> madeOtherwise(made, name, at, alone));
    }

    /** Expressions grow by calls; what creates or drops, or is not known and stands alone, is not followed. */
    private Value madeOtherwise(Made made, String name, Place at, boolean alone) {
        var acts = name.startsWith("create") || name.startsWith("drop") || name.equals("run") || name.equals("upgrade");
        if (acts || (alone && !made.isFromSqlAlchemy())) {
            notUnderstood("a call that is not followed: " + at.quote(), at);
            return new Unknown(at);
        }
        return made.isFromSqlAlchemy() ? new Made(Statements.EXPRESSION, Arguments.NONE, at) : new Unknown(at);
    }

    @Override
    public Optional<Value> compare(Value left, String operator, Value right) {
        return questions.compare(left, operator, right);
    }

    @Override
    public Optional<Value> item(Value.Thing target, Value index) {
        return switch (target) {
            case Catalog.Row(var objects) when index.equals(new Text("name")) -> Optional.of(new Catalog.Name(objects));
            case Catalog.Names names when index instanceof Text -> reflection.item(names, index);
            case Catalog.Objects _, Catalog.Names _
            when index instanceof Value.Whole(var position) ->
                elements(target)
                        .filter(items -> 0 <= position && position < items.size())
                        .map(items -> items.get((int) position));
            case Outside outside -> Optional.of(outside);
            case Catalog.Exists exists -> Optional.of(exists);
            default -> Optional.empty();
        };
    }

    @Override
    public Value imported(Symbol symbol) {
        return modules.find(symbol);
    }

    @Override
    public Optional<List<Value>> elements(Value collection) {
        var elements = Listing.elements(collection);
        elements.ifPresent(_ -> journal.actsOnCatalog());
        return elements;
    }

    @Override
    public Optional<Boolean> expects(Value condition) {
        return journal.expects(condition);
    }

    @Override
    public Optional<Boolean> isHappening() {
        return journal.isHappening();
    }

    @Override
    public void tolerate(boolean failures) {
        journal.tolerate(failures);
    }

    @Override
    public Optional<Value> element(Value collection) {
        return switch (collection) {
            case Catalog.Objects objects -> Optional.of(new Catalog.Row(objects));
            case Catalog.Names(var objects) -> Optional.of(new Catalog.Name(objects));
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<Value> collected(Value collection, Value element) {
        return switch (element) {
            case Catalog.Name(var objects) -> Optional.of(new Catalog.Names(objects));
            case Catalog.Exists exists -> Optional.of(new Catalog.Matches(exists));
            default -> Optional.empty();
        };
    }

    @Override
    public void enter(Value condition, Place at) {
        journal.enter(condition, at);
    }

    @Override
    public int depth() {
        return journal.depth();
    }

    @Override
    public void leave(int depth) {
        journal.leave(depth);
    }

    @Override
    public int mark() {
        return journal.mark();
    }

    @Override
    public void undo(int mark) {
        journal.undo(mark);
    }

    @Override
    public void notUnderstood(String why, Place at) {
        journal.opaque(why, journal.inScript(at));
    }

    @Override
    public void follows(Place call) {
        journal.inScript(call);
    }
}
