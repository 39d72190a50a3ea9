package dev.restamp.tracker.alembic.script;

import dev.restamp.tracker.alembic.python.Arguments;
import dev.restamp.tracker.alembic.python.Constants;
import dev.restamp.tracker.alembic.python.Place;
import dev.restamp.tracker.alembic.python.Value;
import dev.restamp.tracker.alembic.python.Value.Method;
import dev.restamp.tracker.alembic.python.Value.Text;
import dev.restamp.tracker.alembic.python.Value.Unknown;
import dev.restamp.tracker.alembic.script.Outside.Origin;

/** What a script reads from and calls on the connection, the context, the dialect and the inspector. */
final class Handles {
    private final Journal journal;
    private final Statements statements;
    private final Inspector inspector;

    Handles(String defaultSchema, Journal journal) {
        this.journal = journal;
        this.statements = new Statements(defaultSchema, journal);
        this.inspector = new Inspector(defaultSchema, journal);
    }

    /** The dialect is PostgreSQL, and the script runs online. */
    static Value attribute(Handle handle, String name, Place at) {
        return switch (handle) {
            case BIND ->
                switch (name) {
                    case "dialect" -> Handle.DIALECT;
                    case "engine" -> Handle.BIND;
                    case "name" -> new Text("postgresql");
                    default -> new Method(handle, name);
                };
            case CONTEXT ->
                switch (name) {
                    case "dialect" -> Handle.DIALECT;
                    case "bind", "connection" -> Handle.BIND;
                    case "as_sql" -> Constants.FALSE;
                    case "impl" -> Handle.IMPLEMENTATION;
                    default -> new Method(handle, name);
                };
            case IMPLEMENTATION -> name.equals("dialect") ? Handle.DIALECT : new Unknown(at);
            case DIALECT ->
                switch (name) {
                    case "name" -> new Text("postgresql");
                    case "driver" -> new Text("psycopg2");
                    case "dialect_description" -> new Text("postgresql+psycopg2");
                    default -> new Method(handle, name);
                };
            case INSPECTOR, SESSION -> name.equals("bind") ? Handle.BIND : new Method(handle, name);
        };
    }

    Value call(Handle handle, String name, Arguments arguments, Place at, boolean alone) {
        return switch (handle) {
            case BIND, SESSION, CONTEXT -> connection(handle, name, arguments, at, alone);
            case INSPECTOR -> inspector.call(name, arguments).orElse(new Outside(Origin.DATABASE, at));
            case DIALECT ->
                name.equals("type_descriptor")
                        ? arguments.first().orElse(new Unknown(at))
                        : dialect(name, arguments, at);
            case IMPLEMENTATION -> notFollowed(at);
        };
    }

    /** {@code dialect.has_table(bind, "users")}: the inspector's question behind another argument. */
    private Value dialect(String name, Arguments arguments, Place at) {
        if (!name.startsWith("has_") || arguments.positional().isEmpty()) {
            return new Outside(Origin.LIBRARY, at);
        }
        var rest = arguments.positional().subList(1, arguments.positional().size());
        return inspector
                .call(name, new Arguments(rest, arguments.named(), arguments.complete()))
                .orElse(new Outside(Origin.DATABASE, at));
    }

    private Value connection(Handle handle, String name, Arguments arguments, Place at, boolean alone) {
        return switch (name) {
            case "execute", "exec_driver_sql", "scalar", "scalars" -> {
                var statement = arguments.get(0, handle == Handle.CONTEXT ? "sql" : "statement");
                var asked = statements.question(statement.orElse(Constants.NONE), arguments);
                if (asked.isPresent()) {
                    yield asked.get();
                }
                yield execute(statement.orElse(new Unknown(at)), at);
            }
            case "begin", "begin_nested", "connect", "execution_options", "autocommit_block", "begin_transaction" ->
                handle;
            case "connection", "get_bind" -> Handle.BIND;
            case "has_table" -> inspector.call(name, arguments).orElse(new Outside(Origin.DATABASE, at));
            case "commit", "flush", "close", "expire_all", "expunge_all", "refresh", "in_transaction", "detach" ->
                new Outside(Origin.DATABASE, at);
            case "rollback", "run_callable", "run_sync", "run_migrations" -> notFollowed(at);
            default -> {
                if (alone) {
                    journal.data(at);
                }
                yield new Outside(Origin.DATABASE, at);
            }
        };
    }

    /** {@code op.execute} too. */
    Value execute(Value statement, Place at) {
        statements.execute(statement, at);
        return new Outside(Origin.DATABASE, at);
    }

    private Value notFollowed(Place at) {
        journal.opaque("a call that is not followed: " + at.quote(), at);
        return new Unknown(at);
    }
}
