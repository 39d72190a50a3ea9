package dev.restamp.tracker.liquibase;

import dev.restamp.core.evidence.Condition;
import dev.restamp.core.evidence.Effect;
import dev.restamp.core.evidence.Replay;
import dev.restamp.core.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import liquibase.changelog.ChangeSet;
import liquibase.database.core.PostgresDatabase;

/** What change sets do, one after the other. */
final class ChangeSetEffects {
    private final PostgresDatabase database;
    private final String schema;
    private final Replay expected = new Replay(Schema.EMPTY);

    /** @param schema of what is named without one */
    ChangeSetEffects(PostgresDatabase database, String schema) {
        this.database = database;
        this.schema = schema;
    }

    /**
     * What the next one does.
     *
     * @param line where it begins in its file
     */
    List<Effect> of(ChangeSet changeSet, int line) {
        database.setObjectQuotingStrategy(changeSet.getObjectQuotingStrategy());
        var effects = new ArrayList<Effect>();
        var guard = guard(changeSet, effects);
        effects.forEach(expected::insist);
        var changes = new ChangeEffects(database, schema, expected, changeSet.getSqlVisitors(), line);
        for (var change : changeSet.getChanges()) {
            for (var effect : changes.of(change)) {
                var guarded =
                        guard.map(condition -> Guard.apply(condition, effect)).orElse(effect);
                expected.insist(guarded);
                effects.add(guarded);
            }
        }
        return List.copyOf(effects);
    }

    private Optional<Condition> guard(ChangeSet changeSet, List<Effect> effects) {
        var container = changeSet.getPreconditions();
        if (!Preconditions.maySkip(container)) {
            return Optional.empty();
        }
        var preconditions = new Preconditions(database, schema, changeSet);
        var condition = preconditions.condition(container);
        effects.addAll(preconditions.asked());
        return Optional.of(condition);
    }
}
