package dev.restamp.core.evidence;

import dev.restamp.core.revision.VersionRows;
import dev.restamp.core.schema.Schema;
import java.util.List;

/**
 * What an upgrade to head would do on the live schema.
 */
public sealed interface Upgrade {
    /**
     * What an upgrade to that revision would do.
     *
     * @param target as Alembic's command line has it: {@code heads}, {@code ae10}, {@code +1}
     */
    static Upgrade to(String target, Timeline timeline, VersionRows version, Schema live) {
        return Upgrades.foretell(target, timeline, version, live);
    }

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
