package dev.restamp.tracker.sql;

import dev.restamp.core.evidence.Effect;
import dev.restamp.core.evidence.Effect.Trace;
import dev.restamp.tracker.ddl.IndexElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Says what SQL does to the schema. What it does not recognise is opaque; it never guesses. */
public final class SqlReader {
    /** Stands in a text for a part of it that is not known; no source can hold it. */
    public static final char HOLE = '\0';

    private static final Set<String> DATA = Set.of(
            "insert", "update", "delete", "merge", "select", "with", "truncate", "copy", "values", "refresh", "lock");
    private static final Set<String> PROPERTY = Set.of(
            "comment",
            "grant",
            "revoke",
            "set",
            "reset",
            "analyze",
            "vacuum",
            "reindex",
            "cluster",
            "security",
            "begin",
            "commit",
            "start",
            "end",
            "savepoint",
            "release",
            "show",
            "notify",
            "checkpoint",
            "discard");
    private static final Set<String> SCHEMA_WORDS = Set.of("create", "alter", "drop", "execute", "perform");
    /** Functions that change the schema although a SELECT calls them. */
    private static final Pattern CHANGES_SCHEMA =
            Pattern.compile("(?is)\\b(?:addgeometrycolumn|dropgeometrycolumn|create_hypertable|create_distributed_table"
                    + "|create_reference_table|lo_import|set_config|dblink_exec)\\s*\\(");

    private static final Pattern MOVES =
            Pattern.compile("(?is)(?:^|;)\\s*(?:set\\s+(?:local\\s+|session\\s+)?(?:search_path|schema)\\b"
                    + "|select\\s+(?:pg_catalog\\.)?set_config\\s*\\(\\s*'search_path')");

    private final String schema;
    private final int line;

    private SqlReader(String schema, int line) {
        this.schema = schema;
        this.line = line;
    }

    /**
     * The effects of a script of statements.
     *
     * @param schema of names that are written without one
     * @param line where the script stands in its file; all effects get it
     */
    public static List<Effect> effects(String sql, String schema, int line) {
        return new SqlReader(schema, line).script(sql);
    }

    /** The same of a whole file: each effect gets the line of its statement. */
    public static List<Effect> file(String sql, String schema) {
        var effects = new ArrayList<Effect>();
        try {
            var line = 1;
            var counted = 0;
            for (var statement : SqlStatement.split(sql)) {
                line += lines(sql, counted, statement.start());
                counted = statement.start();
                effects.addAll(new SqlReader(schema, line).statement(statement));
            }
        } catch (NotUnderstood unended) {
            effects.add(new Effect.Opaque("SQL with " + unended.why(), 1));
        }
        return effects;
    }

    private static int lines(String text, int from, int to) {
        return (int) text.substring(from, to).chars().filter(c -> c == '\n').count();
    }

    /** Whether names without a schema mean another schema afterwards. */
    public static boolean movesDefaultSchema(String sql) {
        return MOVES.matcher(sql).find();
    }

    /** The columns that an expression mentions, each once, in order; none where it is no SQL. */
    public static List<String> mentioned(String expression, Set<String> columns) {
        try {
            return ColumnReader.mentioned(new Cursor(Lexer.tokens(expression), "", expression), columns);
        } catch (NotUnderstood unended) {
            return List.of();
        }
    }

    /** A type as {@code format_type} writes it; empty where the text is no type that is known. */
    public static Optional<String> type(String sql) {
        try {
            return SqlTypes.read(new Cursor(Lexer.tokens(sql), "", sql)).name();
        } catch (NotUnderstood none) {
            return Optional.empty();
        }
    }

    /** A part of the key of an index, as it stands between the parentheses; of what is no SQL nothing is known. */
    public static IndexElement indexElement(String sql) {
        try {
            var elements = new Cursor(Lexer.tokens(sql), "", sql).parts();
            return elements.size() == 1 ? CreateIndex.element(elements.getFirst()) : IndexElement.unknown();
        } catch (NotUnderstood unended) {
            return IndexElement.unknown();
        }
    }

    private List<Effect> script(String sql) {
        var effects = new ArrayList<Effect>();
        try {
            SqlStatement.split(sql).forEach(statement -> effects.addAll(statement(statement)));
        } catch (NotUnderstood unended) {
            effects.add(new Effect.Opaque("SQL with " + unended.why(), line));
        }
        return effects;
    }

    private List<Effect> statement(SqlStatement statement) {
        try {
            return recognised(statement);
        } catch (NotUnderstood unknown) {
            return List.of(opaque(statement, unknown.why()));
        }
    }

    private Effect opaque(SqlStatement statement, String why) {
        return new Effect.Opaque("SQL not understood, " + why + ": " + statement.quote(), line);
    }

    private List<Effect> recognised(SqlStatement statement) {
        var cursor = new Cursor(statement.tokens(), schema, statement.source());
        var quote = statement.quote();
        if (cursor.accept("create")) {
            return new CreateReader(cursor, quote, line).effects();
        }
        if (cursor.accept("alter")) {
            return new AlterReader(cursor, quote, line).effects();
        }
        if (cursor.accept("drop")) {
            return drop(cursor, quote);
        }
        if (cursor.accept("do")) {
            return DoReader.effects(cursor, quote, schema, line);
        }
        while (cursor.accept("(")) {
            // a query may stand in parentheses
        }
        return List.of(invisible(cursor, statement));
    }

    private List<Effect> drop(Cursor cursor, String quote) {
        return cursor.seesAny(Set.of("role", "user", "policy", "owned", "publication", "subscription"))
                ? List.of(new Effect.Invisible(Trace.PROPERTY, quote, line))
                : new DropReader(cursor, line).effects();
    }

    private Effect invisible(Cursor cursor, SqlStatement statement) {
        var text = statement.text();
        if (MOVES.matcher(text).find()) {
            return opaque(statement, "it moves the names that follow");
        }
        if (CHANGES_SCHEMA.matcher(text).find() || isSelectInto(cursor)) {
            return opaque(statement, "it may change the schema");
        }
        if (cursor.seesAny(DATA)) {
            return new Effect.Invisible(Trace.DATA, statement.quote(), line);
        }
        if (cursor.seesAny(PROPERTY)) {
            return new Effect.Invisible(Trace.PROPERTY, statement.quote(), line);
        }
        throw new NotUnderstood("a statement that is not known");
    }

    /** It makes a table. */
    private static boolean isSelectInto(Cursor cursor) {
        return cursor.seesAny(Set.of("select", "with"))
                && cursor.rest().stream().anyMatch(token -> token.is("into"))
                && cursor.rest().stream().noneMatch(token -> token.is("insert"));
    }

    /** Whether a text, of a function body say, has words that may change the schema. */
    static boolean mayChangeSchema(String body) {
        return Lexer.tokens(body).stream()
                .anyMatch(token -> token.form() == Token.Form.WORD && SCHEMA_WORDS.contains(token.name()));
    }
}
