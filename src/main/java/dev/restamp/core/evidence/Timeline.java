package dev.restamp.core.evidence;

import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.RevisionGraph;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.Schema;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The life of every object that the revisions of a project touch.
 *
 * <p>It comes from one replay of all revisions, parents before children. Where parallel revisions touch the same object,
 * those that can have been applied without the others are replayed once more without them.
 */
public final class Timeline {
    private final RevisionGraph graph;
    private final Map<String, List<Effect>> effects;
    private final Map<String, List<Change>> changes = new LinkedHashMap<>();
    private final Map<ObjectKey, Life> lives = new LinkedHashMap<>();

    private Timeline(RevisionGraph graph, Map<String, List<Effect>> effects) {
        this.graph = graph;
        this.effects = effects;
    }

    /** @param effects by revision id, as {@code Project.effects} gives them */
    public static Timeline of(RevisionGraph graph, Map<String, List<Effect>> effects) {
        var timeline = new Timeline(graph, effects);
        timeline.record();
        return timeline;
    }

    /** The same revisions in another order. */
    public Timeline in(RevisionGraph order) {
        return order.equals(graph) ? this : of(order, effects);
    }

    public RevisionGraph graph() {
        return graph;
    }

    /** What the revision does, as its script says. */
    public List<Effect> effects(String revision) {
        return effects.getOrDefault(revision, List.of());
    }

    /** What the revision changes in the schema it meets. */
    public List<Change> changes(String revision) {
        return changes.getOrDefault(revision, List.of());
    }

    /** Every object that some revision changes, in the order of the first touch. */
    public Collection<Life> lives() {
        return Collections.unmodifiableCollection(lives.values());
    }

    public Optional<Life> life(ObjectKey key) {
        return Optional.ofNullable(lives.get(key));
    }

    /** The objects as they are expected after these revisions, with all they build on, and no others. */
    public Schema expectedAfter(Set<String> revisions) {
        return Schema.of(lives.values().stream()
                .flatMap(life -> life.stateAfter(revisions).stream())
                .toList());
    }

    private void record() {
        var tracks = new LinkedHashMap<ObjectKey, Track>();
        var replay = new Replay(Schema.EMPTY);
        var order = graph.oldestFirst();
        for (var at = 0; at < order.size(); at++) {
            var revision = order.get(at).id();
            effects(revision).forEach(replay::insist);
            var touched = replay.takeTouched();
            for (var change : touched) {
                // What a script needs and nobody made was there before all scripts, or the script was written for
                // another
                // server, or calls it by another name: that it was there is not known.
                var start = new Track.State(change.before(), change.before().isEmpty());
                tracks.computeIfAbsent(change.key(), key -> new Track(key, start))
                        .touch(at, replay.state(change.key()));
            }
            replay.takeMoves().forEach((to, from) -> inherit(tracks, to, from));
            changes.put(revision, touched);
        }
        var stages = new Stages(graph, this::replay);
        tracks.values().stream().filter(Track::isChanged).forEach(track -> lives.put(track.key(), stages.life(track)));
        changes.replaceAll((_, touched) -> touched.stream().filter(this::counts).toList());
    }

    /** What a revision leaves as it finds it counts where it may come before the one that made it so. */
    private boolean counts(Change change) {
        return life(change.key())
                .filter(life -> life.isForked() || !change.before().equals(change.after()))
                .isPresent();
    }

    /** What moved to another key is there only where it was under the old one before. */
    private static void inherit(Map<ObjectKey, Track> tracks, ObjectKey to, ObjectKey from) {
        var moved = tracks.get(to);
        var origin = tracks.get(from);
        if (moved != null && origin != null) {
            moved.dependOn(origin);
        }
    }

    /** A replay of these revisions alone. */
    private Replay replay(Set<String> revisions) {
        var replay = new Replay(Schema.EMPTY);
        graph.oldestFirst().stream()
                .map(Revision::id)
                .filter(revisions::contains)
                .flatMap(id -> effects(id).stream())
                .forEach(replay::insist);
        return replay;
    }
}
