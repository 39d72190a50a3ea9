package dev.restamp.shell.command;

import dev.restamp.core.revision.Revision;
import dev.restamp.core.stamp.Proof;
import dev.restamp.core.stamp.StampPlan;
import dev.restamp.shell.render.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plans and proofs as JSON. */
final class StampJson {
    private StampJson() {}

    static Map<String, @Nullable Object> plan(StampPlan plan) {
        return Json.object(
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
                "statements", StampText.sql(plan));
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
