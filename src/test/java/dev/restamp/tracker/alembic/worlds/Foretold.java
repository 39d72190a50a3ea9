package dev.restamp.tracker.alembic.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.evidence.Upgrade;
import dev.restamp.core.revision.RevisionQuery;
import dev.restamp.tracker.alembic.worlds.Ground.Refusal;
import dev.restamp.tracker.alembic.worlds.Step.Sight;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An upgrade that was foretold, then really done. */
final class Foretold {
    private static final Map<String, String> CONDITIONS = Map.of(
            "42P07", "DuplicateTable",
            "42701", "DuplicateColumn",
            "42710", "DuplicateObject",
            "42P06", "DuplicateSchema",
            "42723", "DuplicateFunction",
            "42P01", "UndefinedTable",
            "42704", "UndefinedObject",
            "42703", "UndefinedColumn",
            "3F000", "InvalidSchemaName");

    private Foretold() {}

    static void holds(Played played, Upgrade upgrade, Ground ground) {
        switch (upgrade) {
            case Upgrade.Runs(var revisions) -> {
                var end = run(played, revisions, ground);
                if (end.isPresent() && !isExcused(played, revisions, end.get())) {
                    assertThat(end)
                            .as(() -> "runs " + revisions + "\n" + played.drawn())
                            .isEmpty();
                }
            }
            case Upgrade.Dies dies -> {
                var plan = RevisionQuery.of(
                                played.graph(),
                                ground.rows(played.project().versionTable()).ids())
                        .upgrade("heads")
                        .stream()
                        .map(revision -> revision.id())
                        .toList();
                var end = run(played, plan, ground);
                if (end.isEmpty() || !isExcused(played, plan, end.get())) {
                    assertThat(end.map(End::text))
                            .as(() -> played.drawn())
                            .contains(dies.revision() + " " + dies.conflict().condition() + " "
                                    + dies.conflict().message());
                }
            }
            case Upgrade.DoesNotStart _ -> {}
        }
    }

    private record End(String revision, Refusal refusal) {
        String text() {
            return revision + " " + CONDITIONS.getOrDefault(refusal.state(), refusal.state()) + " "
                    + refusal.message()
                            .lines()
                            .findFirst()
                            .orElse("")
                            .replaceFirst("^ERROR: ", "")
                            .replace("\"app.", "\""); // as the statement has it
        }
    }

    private static Optional<End> run(Played played, List<String> revisions, Ground ground) {
        for (var revision : revisions) {
            var refusal = ground.attempt(played.world().draft(revision).sql());
            if (refusal.isPresent()) {
                return Optional.of(new End(revision, refusal.get()));
            }
        }
        return Optional.empty();
    }

    /** Behind a script that was not understood nothing is claimed. */
    private static boolean isExcused(Played played, List<String> plan, End end) {
        var until = plan.subList(0, plan.indexOf(end.revision()) + 1);
        return until.stream().anyMatch(id -> played.world().draft(id).has(Sight.UNREAD))
                || isOutOfSight(played.world().draft(end.revision()), end.refusal());
    }

    /**
     * What is not foretold: what a query or a statement about rows dies of, the column that an index or a key lacks, and
     * the type that a column of a new table brings and that is there already.
     */
    private static boolean isOutOfSight(Draft draft, Refusal refusal) {
        var sql = refusal.sql();
        return sql.startsWith("CREATE VIEW")
                || sql.startsWith("CREATE MATERIALIZED VIEW")
                || (sql.startsWith("CREATE TYPE kind_") && refusal.state().equals("42710"))
                || (refusal.state().equals("42703") && (sql.contains(" INDEX ") || sql.contains(" ADD ")))
                || draft.steps().stream()
                        .anyMatch(
                                step -> step.sight() == Sight.DATA && step.sql().contains(sql));
    }
}
