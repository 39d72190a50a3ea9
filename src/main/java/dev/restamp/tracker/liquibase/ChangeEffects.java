package dev.restamp.tracker.liquibase;

import dev.restamp.core.evidence.Effect;
import dev.restamp.core.evidence.Effect.Reach;
import dev.restamp.core.evidence.Effect.Trace;
import dev.restamp.core.evidence.Replay;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.SchemaObject;
import dev.restamp.core.schema.SchemaObject.ConstraintKind;
import dev.restamp.tracker.ddl.Keys;
import dev.restamp.tracker.sql.SqlReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import liquibase.change.Change;
import liquibase.change.DbmsTargetedChange;
import liquibase.change.core.DropAllForeignKeyConstraintsChange;
import liquibase.change.core.DropPrimaryKeyChange;
import liquibase.change.core.EmptyChange;
import liquibase.change.core.ExecuteShellCommandChange;
import liquibase.change.core.LoadDataChange;
import liquibase.change.core.OutputChange;
import liquibase.change.core.StopChange;
import liquibase.change.core.TagDatabaseChange;
import liquibase.database.Database;
import liquibase.database.DatabaseList;
import liquibase.sql.visitor.SqlVisitor;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import org.jspecify.annotations.Nullable;

/**
 * What one change does: the SQL that Liquibase writes for it, read. Only changes that are known to do nothing while they are
 * asked for it are asked: {@code executeCommand} runs its program then, and a custom change its code.
 */
final class ChangeEffects {
    private static final Pattern WORD = Pattern.compile("\\w+");
    /** Ways to find objects that the script does not name. */
    private static final Pattern CATALOG = Pattern.compile(
            "(?i)\\b(?:information_schema|pg_catalog|pg_class|pg_tables|pg_namespace|pg_constraint)\\b");

    private final Database database;
    private final String schema;
    private final Replay expected;
    private final Collection<SqlVisitor> visitors;
    private final int line;

    /**
     * @param schema of what is named without one
     * @param expected the schema that the change is expected to meet
     * @param visitors what is done to the SQL before it runs
     */
    ChangeEffects(Database database, String schema, Replay expected, Collection<SqlVisitor> visitors, int line) {
        this.database = database;
        this.schema = schema;
        this.expected = expected;
        this.visitors = visitors;
        this.line = line;
    }

    List<Effect> of(Change change) {
        if (change instanceof DbmsTargetedChange targeted
                && !DatabaseList.definitionMatches(targeted.getDbms(), database, true)) {
            return List.of();
        }
        return switch (change) {
            case CustomCode custom ->
                opaque("customChange: the class " + custom.getClassName() + " of the project, which is not loaded");
            case ExecuteShellCommandChange command ->
                opaque("executeCommand: the program " + command.getExecutable() + ", which is not run");
            case StopChange _ -> List.of(new Effect.Opaque("stop: an update ends here", Reach.NOTHING, line));
            case EmptyChange _, OutputChange _, TagDatabaseChange _ -> List.of();
            case LoadDataChange load ->
                List.of(new Effect.Invisible(
                        Trace.DATA, "%s: %s from %s".formatted(name(load), load.getTableName(), load.getFile()), line));
            case DropPrimaryKeyChange drop
            when drop.getConstraintName() == null ->
                drops(table(drop.getSchemaName(), drop.getTableName()), ConstraintKind.PRIMARY_KEY, change);
            case DropAllForeignKeyConstraintsChange drop ->
                drops(
                        table(drop.getBaseTableSchemaName(), drop.getBaseTableName()),
                        ConstraintKind.FOREIGN_KEY,
                        change);
            default ->
                change.getClass().getName().startsWith("liquibase.change.core.")
                        ? generated(change)
                        : opaque(name(change) + ": a change of an extension");
        };
    }

    private List<Effect> generated(Change change) {
        var effects = new ArrayList<Effect>();
        try {
            var generator = SqlGeneratorFactory.getInstance();
            for (var statement : change.generateStatements(database)) {
                for (var sql : generator.generateSql(statement, database)) {
                    effects.addAll(read(visited(sql.toSql())));
                }
            }
        } catch (RuntimeException refused) {
            effects.add(new Effect.Opaque(name(change) + ": Liquibase writes no SQL for it", line));
        }
        return effects;
    }

    private String visited(String sql) {
        var text = sql;
        for (var visitor : visitors) {
            if (DatabaseList.definitionMatches(visitor.getApplicableDbms(), database, true)) {
                text = visitor.modifySql(text, database);
            }
        }
        return text;
    }

    private List<Effect> read(String sql) {
        return SqlReader.effects(sql, schema, line).stream()
                .map(effect -> effect instanceof Effect.Opaque(var why, var _, var at)
                        ? new Effect.Opaque(why, reach(sql), at)
                        : effect)
                .toList();
    }

    private static Reach reach(String sql) {
        return CATALOG.matcher(sql).find()
                ? Reach.ANYTHING
                : Reach.ofWords(
                        WORD.matcher(sql).results().map(MatchResult::group).collect(Collectors.toSet()));
    }

    /** Liquibase asks the catalog for their names when it comes to it. */
    private List<Effect> drops(ObjectKey table, ConstraintKind kind, Change change) {
        var parts = expected.parts(table);
        if (parts.isEmpty()) {
            return List.of(new Effect.Opaque(
                    name(change) + ": the names are looked up when it runs",
                    Reach.ofWords(Set.of(table.name())),
                    line));
        }
        return parts.get().stream()
                .filter(part -> part instanceof SchemaObject.Constraint constraint && constraint.kind() == kind)
                .<Effect>map(part -> new Effect.Drop(part.key(), false, line))
                .toList();
    }

    private ObjectKey table(@Nullable String schemaName, String name) {
        return Keys.of(
                Kind.TABLE,
                Preconditions.stored(Objects.requireNonNullElse(schemaName, schema)),
                Preconditions.stored(name));
    }

    private List<Effect> opaque(String why) {
        return List.of(new Effect.Opaque(why, line));
    }

    private static String name(Change change) {
        return change.getSerializedObjectName();
    }
}
