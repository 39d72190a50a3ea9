package dev.restamp.tracker.alembic.script;

import dev.restamp.core.evidence.Effect;
import dev.restamp.core.evidence.Effect.Trace;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.SchemaObject;
import dev.restamp.tracker.alembic.python.Arguments;
import dev.restamp.tracker.alembic.python.Constants;
import dev.restamp.tracker.alembic.python.Place;
import dev.restamp.tracker.alembic.python.Value;
import dev.restamp.tracker.alembic.python.Value.Text;
import dev.restamp.tracker.ddl.Keys;
import dev.restamp.tracker.sql.CatalogQuery;
import dev.restamp.tracker.sql.SqlReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is sent to the database: SQL as text, SQLAlchemy's expressions, its DDL elements. */
final class Statements {
    /** What a method of an expression returns. */
    static final String EXPRESSION = "sqlalchemy.expression";

    private static final Set<String> DATA = Set.of(
            EXPRESSION,
            "insert",
            "update",
            "delete",
            "select",
            "values",
            "union",
            "union_all",
            "literal",
            "exists",
            "case",
            "func",
            "and_",
            "or_");

    private final String defaultSchema;
    private final Journal journal;

    Statements(String defaultSchema, Journal journal) {
        this.defaultSchema = defaultSchema;
        this.journal = journal;
    }

    /** Whether one object is there, if that is what the statement asks. */
    Optional<Value> question(Value statement, Arguments arguments) {
        return switch (statement) {
            case Text(var sql) ->
                new CatalogQuery(defaultSchema, parameters(arguments))
                        .asked(sql)
                        .map(journal::ask);
            case Made made
            when isText(made) -> question(made.arguments().first().orElse(Constants.NONE), arguments);
            default -> Optional.empty();
        };
    }

    private static Map<String, String> parameters(Arguments arguments) {
        var parameters = new HashMap<String, String>();
        if (arguments.get(1, "parameters").orElse(Constants.NONE) instanceof Value.Dict(var entries)) {
            entries.forEach((name, value) -> {
                if (name instanceof Text(var known) && value instanceof Text(var text)) {
                    parameters.put(known, text);
                }
            });
        }
        return parameters;
    }

    void execute(Value statement, Place at) {
        try {
            switch (statement) {
                case Text(var sql) -> sql(sql, at);
                case Value.Blurred(var sql) -> sql(sql, at);
                case Made made
                when isText(made) -> execute(made.arguments().first().orElse(Constants.NONE), at);
                case Made made
                when isData(made) -> journal.add(new Effect.Invisible(Trace.DATA, at.quote(), at.line()));
                case Made made when made.isFromSqlAlchemy() -> ddl(made, at);
                default -> throw new Unclear("SQL that is not known");
            }
        } catch (Unclear unclear) {
            journal.opaque(unclear.why() + ": " + at.quote(), at);
        }
    }

    private void sql(String sql, Place at) {
        journal.addAll(SqlReader.effects(sql, defaultSchema, at.line()));
        if (SqlReader.movesDefaultSchema(sql)) {
            journal.defaultSchemaMoves();
        }
    }

    private static boolean isText(Made made) {
        return made.is("text") || made.is("DDL");
    }

    private static boolean isData(Made made) {
        return made.path().equals(EXPRESSION)
                || (made.isFromSqlAlchemy()
                        && (DATA.contains(made.name()) || made.path().contains(".func.")));
    }

    private void ddl(Made element, Place at) {
        var target = element.arguments().first();
        switch (element.name()) {
            case "CreateSchema" ->
                create(new SchemaObject.Other(Keys.global(Kind.SCHEMA, Given.text(target, "the schema"))), element, at);
            case "DropSchema" -> drop(Keys.global(Kind.SCHEMA, Given.text(target, "the schema")), element, at);
            case "CreateSequence" ->
                create(new SchemaObject.Sequence(sequence(target.orElse(Constants.NONE))), element, at);
            case "DropSequence" -> drop(sequence(target.orElse(Constants.NONE)), element, at);
            case "CreateTable" ->
                journal.addAll(MadeCalls.table(target.orElse(Constants.NONE), defaultSchema, false, at));
            default -> throw new Unclear("a statement that is not known");
        }
    }

    private void create(SchemaObject object, Made element, Place at) {
        var ifAbsent = Given.flag(element.arguments().get("if_not_exists"), false, "if_not_exists");
        journal.add(new Effect.Create(object, ifAbsent, at.line()));
    }

    private void drop(ObjectKey key, Made element, Place at) {
        if (Given.flag(element.arguments().get("cascade"), false, "cascade")) {
            throw new Unclear("a drop that takes along what depends on it");
        }
        var ifPresent = Given.flag(element.arguments().get("if_exists"), false, "if_exists");
        journal.add(new Effect.Drop(key, ifPresent, at.line()));
    }

    private ObjectKey sequence(Value value) {
        if (!(value instanceof Made made) || !made.is("Sequence")) {
            throw new Unclear("a sequence that is not known");
        }
        var schema = Given.optionalText(made.arguments().get("schema"), "the schema");
        return Keys.of(
                Kind.SEQUENCE,
                schema.orElse(defaultSchema),
                Given.text(made.arguments().get(0, "name"), "the sequence"));
    }
}
