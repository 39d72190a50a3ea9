package dev.restamp.core.evidence;

import java.util.List;

/**
 * What an upgrade to head would do on the live schema.
 */
public sealed interface Upgrade {
    /** It would run these, oldest first; empty where there is nothing to do. */
    record Runs(List<String> revisions) implements Upgrade {
        public Runs {
            revisions = List.copyOf(revisions);
        }
    }

    /** It would die here. */
    record Dies(String from, String revision, Conflict conflict, int ranBefore) implements Upgrade {}

    /** It would not start: Alembic's reason. */
    record DoesNotStart(String why) implements Upgrade {}
}
