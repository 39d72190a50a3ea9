package dev.restamp.tracker.liquibase;

import dev.restamp.core.evidence.Condition;
import dev.restamp.core.evidence.Effect;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.tracker.ddl.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import liquibase.change.core.AddForeignKeyConstraintChange;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseList;
import liquibase.precondition.Precondition;
import liquibase.precondition.PreconditionLogic;
import liquibase.precondition.core.AndPrecondition;
import liquibase.precondition.core.ColumnExistsPrecondition;
import liquibase.precondition.core.DBMSPrecondition;
import liquibase.precondition.core.ForeignKeyExistsPrecondition;
import liquibase.precondition.core.IndexExistsPrecondition;
import liquibase.precondition.core.NotPrecondition;
import liquibase.precondition.core.OrPrecondition;
import liquibase.precondition.core.PreconditionContainer;
import liquibase.precondition.core.PreconditionContainer.FailOption;
import liquibase.precondition.core.PrimaryKeyExistsPrecondition;
import liquibase.precondition.core.SequenceExistsPrecondition;
import liquibase.precondition.core.TableExistsPrecondition;
import liquibase.precondition.core.UniqueConstraintExistsPrecondition;
import liquibase.precondition.core.ViewExistsPrecondition;
import org.jspecify.annotations.Nullable;

/** What a change set asks before it does anything. */
final class Preconditions {
    private final Database database;
    private final String schema;
    private final ChangeSet changeSet;
    private final List<Effect> asked = new ArrayList<>();

    Preconditions(Database database, String schema, ChangeSet changeSet) {
        this.database = database;
        this.schema = schema;
        this.changeSet = changeSet;
    }

    /**
     * Whether a change set that counts as run may have been passed over because of them. Where they stop the update
     * ({@code HALT}) it has not been, and where they only warn it has run.
     */
    static boolean maySkip(@Nullable PreconditionContainer container) {
        return container != null
                && !container.getNestedPreconditions().isEmpty()
                && (container.getOnFail() == FailOption.MARK_RAN || container.getOnFail() == FailOption.CONTINUE);
    }

    /** The questions that {@link #condition} has put, to stand before what depends on them. */
    List<Effect> asked() {
        return asked;
    }

    Condition condition(Precondition precondition) {
        return switch (precondition) {
            case NotPrecondition not ->
                new Condition.All(nested(not)
                        .map(Condition.Not::new)
                        .<Condition>map(one -> one)
                        .toList());
            case OrPrecondition or ->
                new Condition.Not(new Condition.All(nested(or)
                        .map(Condition.Not::new)
                        .<Condition>map(one -> one)
                        .toList()));
            case AndPrecondition and -> all(and);
            case DBMSPrecondition dbms -> constant(DatabaseList.definitionMatches(dbms.getType(), database, false));
            case TableExistsPrecondition table -> exists(table(table.getSchemaName(), table.getTableName()));
            case ViewExistsPrecondition view -> exists(named(Kind.VIEW, view.getSchemaName(), view.getViewName()));
            case SequenceExistsPrecondition sequence ->
                exists(named(Kind.SEQUENCE, sequence.getSchemaName(), sequence.getSequenceName()));
            case ColumnExistsPrecondition column ->
                part(Kind.COLUMN, column.getSchemaName(), column.getTableName(), column.getColumnName(), column);
            case ForeignKeyExistsPrecondition key ->
                part(Kind.CONSTRAINT, key.getSchemaName(), tableOf(key), key.getForeignKeyName(), key);
            case PrimaryKeyExistsPrecondition key ->
                part(Kind.CONSTRAINT, key.getSchemaName(), key.getTableName(), key.getPrimaryKeyName(), key);
            case UniqueConstraintExistsPrecondition key ->
                part(Kind.CONSTRAINT, key.getSchemaName(), key.getTableName(), key.getConstraintName(), key);
            case IndexExistsPrecondition index
            when index.getIndexName() != null -> exists(named(Kind.INDEX, index.getSchemaName(), index.getIndexName()));
            default -> untold(precondition);
        };
    }

    private Condition all(PreconditionLogic logic) {
        var conditions = nested(logic).toList();
        return conditions.size() == 1 ? conditions.getFirst() : new Condition.All(conditions);
    }

    private Stream<Condition> nested(PreconditionLogic logic) {
        return logic.getNestedPreconditions().stream().map(this::condition);
    }

    private static Condition constant(boolean holds) {
        var always = new Condition.All(List.of());
        return holds ? always : new Condition.Not(always);
    }

    private Condition part(
            Kind kind, @Nullable String schemaName, @Nullable String table, @Nullable String name, Precondition asked) {
        return table == null || name == null
                ? untold(asked)
                : exists(Keys.part(kind, table(schemaName, table), stored(name)));
    }

    /** Mostly it names no table and means the key that its own change set adds. */
    private @Nullable String tableOf(ForeignKeyExistsPrecondition key) {
        if (key.getForeignKeyTableName() != null) {
            return key.getForeignKeyTableName();
        }
        var tables = changeSet.getChanges().stream()
                .filter(AddForeignKeyConstraintChange.class::isInstance)
                .map(AddForeignKeyConstraintChange.class::cast)
                .filter(change -> Objects.equals(change.getConstraintName(), key.getForeignKeyName()))
                .filter(change -> Objects.equals(change.getBaseTableSchemaName(), key.getSchemaName()))
                .map(AddForeignKeyConstraintChange::getBaseTableName)
                .toList();
        return tables.size() == 1 ? tables.getFirst() : null;
    }

    private static Condition untold(Precondition precondition) {
        return new Condition.Untold("precondition " + precondition.getName());
    }

    private ObjectKey table(@Nullable String schemaName, String name) {
        return named(Kind.TABLE, schemaName, name);
    }

    private ObjectKey named(Kind kind, @Nullable String schemaName, String name) {
        return Keys.of(kind, schemaName == null ? schema : stored(schemaName), stored(name));
    }

    private Condition exists(ObjectKey key) {
        asked.add(new Effect.Ask(asked.size() + 1, key));
        return new Condition.Exists(asked.size(), key);
    }

    /** As PostgreSQL has a name that Liquibase quotes only where it mixes cases. */
    static String stored(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return name.equals(name.toUpperCase(Locale.ROOT)) ? lower : name;
    }
}
