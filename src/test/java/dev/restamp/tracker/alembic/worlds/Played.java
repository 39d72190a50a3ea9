package dev.restamp.tracker.alembic.worlds;

import dev.restamp.core.evidence.Diagnosis;
import dev.restamp.core.evidence.Position;
import dev.restamp.core.evidence.Timeline;
import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.RevisionGraph;
import dev.restamp.core.schema.Schema;
import dev.restamp.tracker.Project;
import dev.restamp.tracker.ProjectChoice;
import dev.restamp.tracker.alembic.AlembicTracker;
import dev.restamp.tracker.alembic.worlds.Step.Sight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A world of which some revisions have been applied.
 *
 * @param truth those, in the order in which they ran
 */
record Played(GeneratedWorld world, Project project, Timeline timeline, List<String> truth, Random random) {
    static Played of(long seed, Path folder) {
        var random = new Random(seed);
        var world = GeneratedWorld.draw(random);
        world.write(folder);
        var project = new AlembicTracker().open(ProjectChoice.of(folder));
        var timeline = Timeline.of(project.graph(), project.effects("public"));
        return new Played(world, project, timeline, GeneratedWorld.some(project.graph(), random), random);
    }

    static Path folder(long seed) {
        try {
            return Files.createTempDirectory("world-" + seed + "-");
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    RevisionGraph graph() {
        return project.graph();
    }

    List<String> rightRows() {
        return graph().maximal(truth);
    }

    Diagnosis diagnose(Ground ground, Schema live) {
        return Diagnosis.of(timeline, ground.rows(project.versionTable()), List.of("public.alembic_version"), live);
    }

    /** Every place that the position names. */
    static List<List<String>> places(Position position) {
        return switch (position) {
            case Position.Fits(var rows, var equivalent) ->
                Stream.concat(Stream.of(rows), equivalent.stream()).toList();
            case Position.Candidates(var candidates, var _) -> candidates;
            case Position.NoFit _ -> List.of();
        };
    }

    /** Whether the revision does anything that may leave a trace, and does not undo it itself: PostgreSQL is asked. */
    boolean matters(String id, Ground ground) {
        var draft = world.draft(id);
        if (draft.has(Sight.DATA) || draft.has(Sight.UNREAD)) {
            return true;
        }
        if (draft.isEmpty()) {
            return false;
        }
        var with = graph().ancestors(List.of(id));
        ground.build(
                world, inOrder(with).stream().filter(one -> !one.equals(id)).toList());
        var before = ground.catalog();
        ground.build(world, inOrder(with));
        return !Compared.inAnyOrder(before).equals(Compared.inAnyOrder(ground.catalog()));
    }

    List<String> inOrder(Collection<String> revisions) {
        return graph().oldestFirst().stream()
                .map(Revision::id)
                .filter(revisions::contains)
                .toList();
    }

    String drawn() {
        return world.drawn(truth);
    }
}
