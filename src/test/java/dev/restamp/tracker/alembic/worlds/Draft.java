package dev.restamp.tracker.alembic.worlds;

import dev.restamp.tracker.alembic.worlds.Step.Sight;
import java.util.List;
import java.util.stream.Collectors;

/** A revision as it is drawn: its file, and the SQL that Alembic would send for it. */
record Draft(String id, List<String> parents, List<String> dependsOn, List<String> labels, List<Step> steps) {
    /** Whether it does nothing at all to a schema that is as its ancestors leave it. */
    boolean isEmpty() {
        return steps.stream().allMatch(step -> step.sight() == Sight.IDLE);
    }

    boolean has(Sight sight) {
        return steps.stream().anyMatch(step -> step.sight() == sight);
    }

    List<String> sql() {
        return steps.stream().flatMap(step -> step.sql().stream()).toList();
    }

    String file() {
        var module = steps.stream().flatMap(step -> step.module().stream()).collect(Collectors.joining("\n"));
        var body = steps.stream().flatMap(step -> step.body().stream()).collect(Collectors.joining("\n"));
        return """
                \"""revision %s

                Revises: nobody reads this
                \"""
                import os
                from alembic import op
                import sqlalchemy as sa
                from sqlalchemy.dialects import postgresql

                revision = '%s'
                down_revision = %s
                branch_labels = %s
                depends_on = %s

                %s


                def upgrade() -> None:
                %s

                def downgrade() -> None:
                    raise NotImplementedError
                """.formatted(
                        id,
                        id,
                        python(parents),
                        python(labels),
                        python(dependsOn),
                        module,
                        (body.isEmpty() ? "pass" : body).indent(4));
    }

    private static String python(List<String> names) {
        return switch (names.size()) {
            case 0 -> "None";
            case 1 -> "'" + names.getFirst() + "'";
            default -> names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", ", "(", ")"));
        };
    }
}
