package dev.restamp.tracker.liquibase;

import dev.restamp.core.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.filter.ChangeSetFilter;
import liquibase.changelog.filter.ContextChangeSetFilter;
import liquibase.changelog.filter.DbmsChangeSetFilter;
import liquibase.changelog.filter.IgnoreChangeSetFilter;
import liquibase.changelog.filter.LabelChangeSetFilter;
import liquibase.database.core.PostgresDatabase;
import liquibase.parser.ChangeLogParserFactory;

/**
 * A changelog with all it includes, as Liquibase reads it.
 *
 * @param all every change set that was read, in order
 * @param selected those that an update would look at
 * @param leftOut how many are not, by what leaves them out: {@code context}
 */
record Changelog(
        Settings settings,
        ProjectAccessor files,
        PostgresDatabase database,
        List<ChangeSet> all,
        List<ChangeSet> selected,
        Map<String, Integer> leftOut) {

    /**
     * @param schema of what is named without one
     * @throws Problem with {@code Exit.PROJECT} where Liquibase cannot read it
     */
    static Changelog read(Settings settings, String schema) {
        var files = new ProjectAccessor(settings);
        var database = LiquibaseLibrary.offline(files, schema);
        try {
            return LiquibaseLibrary.run(files, () -> read(settings, files, database));
        } catch (Exception | StackOverflowError failure) {
            throw Trouble.of(failure, settings, files);
        }
    }

    /** Does something with its change sets. Whatever Liquibase throws at it is a bug. */
    <T> T with(LiquibaseLibrary.Work<T> work) {
        try {
            return LiquibaseLibrary.run(files, database, work);
        } catch (RuntimeException unexpected) {
            throw unexpected;
        } catch (Exception unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private static Changelog read(Settings settings, ProjectAccessor files, PostgresDatabase database)
            throws Exception {
        var name = settings.changelog();
        var log = ChangeLogParserFactory.getInstance()
                .getParser(name, files)
                .parse(name, parameters(settings, database), files);
        var leftOut = new LinkedHashMap<String, Integer>();
        var selected = new ArrayList<ChangeSet>();
        for (var changeSet : log.getChangeSets()) {
            var filter = filters(settings, database).entrySet().stream()
                    .filter(one -> !one.getValue().accepts(changeSet).isAccepted())
                    .findFirst();
            if (filter.isEmpty()) {
                selected.add(changeSet);
            } else {
                leftOut.merge(filter.get().getKey(), 1, Integer::sum);
            }
        }
        skipped(log, leftOut);
        return new Changelog(settings, files, database, List.copyOf(log.getChangeSets()), selected, leftOut);
    }

    private static void skipped(DatabaseChangeLog log, Map<String, Integer> leftOut) {
        var skipped = log.getSkippedChangeSets().size();
        if (skipped > 0) {
            leftOut.merge("dbms", skipped, Integer::sum);
        }
    }

    static ChangeLogParameters parameters(Settings settings, PostgresDatabase database) {
        var parameters = new ChangeLogParameters(database);
        settings.parameters().forEach(parameters::set);
        parameters.setContexts(contexts(settings));
        parameters.setLabels(labels(settings));
        return parameters;
    }

    static Contexts contexts(Settings settings) {
        return new Contexts(settings.contexts().orElse(""));
    }

    static LabelExpression labels(Settings settings) {
        return new LabelExpression(settings.labels().orElse(""));
    }

    private static Map<String, ChangeSetFilter> filters(Settings settings, PostgresDatabase database) {
        var filters = new LinkedHashMap<String, ChangeSetFilter>();
        filters.put("context", new ContextChangeSetFilter(contexts(settings)));
        filters.put("label", new LabelChangeSetFilter(labels(settings)));
        filters.put("dbms", new DbmsChangeSetFilter(database));
        filters.put("ignore", new IgnoreChangeSetFilter());
        return filters;
    }
}
