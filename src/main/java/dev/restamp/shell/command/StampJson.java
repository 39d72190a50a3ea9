package dev.restamp.shell.command;

import dev.restamp.core.revision.Revision;
import dev.restamp.core.stamp.Proof;
import dev.restamp.core.stamp.StampPlan;
import dev.restamp.postgres.VersionSql;
import dev.restamp.shell.Inspection;
import dev.restamp.shell.render.Escape;
import dev.restamp.shell.render.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plans and proofs as JSON. */
final class StampJson {
    private StampJson() {}

    static Map<String, @Nullable Object> plan(Inspection inspection, StampPlan plan) {
        return Json.object(
                "migration_tool", InspectionJson.tool(inspection),
                "version_table", plan.before().table(),
                "before", plan.before().ids(),
                "after", plan.after(),
                "proved", plan.isProved(),
                "proofs", plan.proofs().stream().map(StampJson::proof).toList(),
                "believed", ids(plan.believed()),
                "forgotten", ids(plan.forgotten()),
                "to_run", ids(plan.remaining()),
                "obstacle", plan.obstacle().orElse(null),
                "alembic_would", plan.alembicRows().orElse(null),
                "alembic_error", plan.alembicError().orElse(null),
                "statements", StampText.sql(plan),
                "undo_statements", undo(plan));
    }

    /** What takes it back: each step of it, the last one first. */
    private static List<String> undo(StampPlan plan) {
        var sql = new VersionSql(plan.before().table(), plan.after(), Escape::literal);
        return plan.steps().reversed().stream()
                .map(step -> sql.of(step.reversed()) + ";")
                .toList();
    }

    static Map<String, @Nullable Object> error(String what) {
        return Json.object("what", what);
    }

    private static Map<String, @Nullable Object> proof(Proof proof) {
        return Json.object(
                "claim", proof.text(),
                "outcome", proof.outcome().name().toLowerCase(Locale.ROOT),
                "detail", proof.detail());
    }

    private static List<String> ids(List<Revision> revisions) {
        return revisions.stream().map(Revision::id).toList();
    }
}
