package dev.restamp.tracker.liquibase;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.postgres.ToolConnection;
import dev.restamp.tracker.MigrationTool;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;

/** {@code liquibase update}, in this process. Here nothing is offline: it does what Liquibase does. */
final class LiquibaseUpdate implements MigrationTool.Library {
    /** Liquibase itself waits five; nobody can interrupt it. */
    private static final int MINUTES_FOR_THE_LOCK = 1;

    private final Settings settings;
    private final ChangeSets changeSets;

    LiquibaseUpdate(Settings settings, ChangeSets changeSets) {
        this.settings = settings;
        this.changeSets = changeSets;
    }

    @Override
    public String typed(Optional<String> target) {
        return target.map(this::typed).orElse("liquibase update");
    }

    private String typed(String target) {
        if (isCount(target)) {
            return "liquibase update-count --count=" + count(target);
        }
        return changeSets.hasTag(target)
                ? "liquibase update-to-tag --tag=" + target
                : "liquibase update-count, up to " + target;
    }

    @Override
    public void upgrade(Optional<String> target, ToolConnection connection, Consumer<String> output) {
        try (var jdbc = connection.source().getConnection()) {
            upgrade(target, jdbc, output);
        } catch (SQLException unreachable) {
            throw new Problem(
                    Exit.CONNECTION,
                    Optional.ofNullable(unreachable.getMessage()).orElse(""),
                    "connections",
                    unreachable);
        }
    }

    /** The same on a connection that is left open. */
    void upgrade(Optional<String> target, Connection connection, Consumer<String> output) {
        var files = new ProjectAccessor(settings);
        try {
            var database = database(connection);
            var more = Map.<String, Object>of(
                    Scope.Attr.ui.name(),
                    new OutputLines(output),
                    Scope.Attr.deploymentId.name(),
                    LiquibaseLog.deployment(System.currentTimeMillis()),
                    "liquibase.changelogLockWaitTimeInMinutes",
                    MINUTES_FOR_THE_LOCK);
            LiquibaseLibrary.run(
                    files,
                    () -> Scope.child(more, () -> {
                        update(target, new Liquibase(settings.changelog(), files, database));
                        return true;
                    }));
        } catch (Problem problem) {
            throw problem;
        } catch (Exception failure) {
            throw UpdateFailure.of(failure, output);
        }
    }

    private void update(Optional<String> target, Liquibase liquibase) throws LiquibaseException {
        settings.parameters().forEach(liquibase::setChangeLogParameter);
        liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG); // else it goes to standard output, past us
        var contexts = Changelog.contexts(settings);
        var labels = Changelog.labels(settings);
        if (target.isEmpty()) {
            liquibase.update(contexts, labels);
        } else if (isCount(target.get())) {
            liquibase.update(count(target.get()), contexts, labels);
        } else if (changeSets.hasTag(target.get())) {
            liquibase.update(target.get(), contexts, labels);
        } else {
            var waiting = liquibase.listUnrunChangeSets(contexts, labels).stream()
                    .map(changeSet -> changeSets.id(ChangeSetName.of(changeSet)))
                    .toList();
            var count = waiting.indexOf(target.get()) + 1;
            if (count > 0) {
                liquibase.update(count, contexts, labels);
            }
        }
    }

    private Database database(Connection connection) throws DatabaseException {
        var database = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        var tables = settings.tables();
        if (settings.defaultSchema().isPresent()) {
            database.setDefaultSchemaName(settings.defaultSchema().get());
        }
        tables.schema().ifPresent(database::setLiquibaseSchemaName);
        database.setDatabaseChangeLogTableName(tables.changelog());
        database.setDatabaseChangeLogLockTableName(tables.lock());
        return database;
    }

    private static boolean isCount(String target) {
        return target.matches("\\+\\d{1,6}");
    }

    private static int count(String target) {
        return Integer.parseInt(target.substring(1));
    }
}
