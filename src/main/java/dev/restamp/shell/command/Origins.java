package dev.restamp.shell.command;

import dev.restamp.core.Problem;
import dev.restamp.core.evidence.Timeline;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.postgres.ServerInfo;
import dev.restamp.shell.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which revisions made an object and changed it, as their scripts say. */
final class Origins {
    private final Map<ObjectKey, List<String>> revisions = new LinkedHashMap<>();
    private final String unknown;

    private Origins(String unknown) {
        this.unknown = unknown;
    }

    /** Where there is no project to ask nothing is known of any object, and {@link #unknown} says why. */
    static Origins of(Session session, ServerInfo server) {
        try {
            var project = session.project();
            var effects = project.effects(server.currentSchema().orElse("public"));
            var origins = new Origins("");
            origins.read(Timeline.of(project.graph(), effects));
            return origins;
        } catch (Problem noProject) {
            return new Origins(noProject.what());
        }
    }

    private void read(Timeline timeline) {
        for (var revision : timeline.graph().oldestFirst()) {
            timeline.changes(revision.id())
                    .forEach(change -> revisions
                            .computeIfAbsent(change.key(), _ -> new ArrayList<>())
                            .add(revision.id()));
        }
    }

    /** Why no revision is known; empty where the project is. */
    String unknown() {
        return unknown;
    }

    /** Oldest first; empty for what no script speaks of. */
    List<String> of(ObjectKey key) {
        return revisions.getOrDefault(key, List.of()).stream().distinct().toList();
    }
}
