package dev.restamp.core.evidence;

import dev.restamp.core.evidence.Observation.Seen;
import dev.restamp.core.revision.Revision;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.Schema;
import dev.restamp.core.schema.SchemaObject;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A live schema held against the {@link Timeline} of a project.
 *
 * <p>Each object goes through stages. The live object agrees with some of them; so a revision that is in all of those has
 * been applied, and one that is in none has not. Where it agrees with none, it is as no revision leaves it. Nothing is
 * guessed beyond that.
 */
public final class Evidence {
    private final Timeline timeline;
    private final LiveSchema live;
    private final Map<ObjectKey, Held> held = new LinkedHashMap<>();

    /**
     * The life of an object held against the live schema.
     *
     * @param agreeing the stages with which the live schema agrees, as positions in {@link Life#stages}
     * @param tables those the object is part of
     */
    private record Held(Life life, BitSet agreeing, List<Held> tables) {
        boolean agrees(Set<String> applied) {
            return agreeing.get(life.stageAfter(applied));
        }

        boolean isAgainst(Set<String> applied) {
            return !agrees(applied) && tables.stream().allMatch(table -> table.agrees(applied));
        }
    }

    private Evidence(Timeline timeline, Schema live) {
        this.timeline = timeline;
        var contested = Shape.contested(timeline.lives());
        this.live = new LiveSchema(
                live,
                key -> timeline.life(key).isPresent(),
                object -> Shape.of(object).filter(contested::contains).isPresent());
    }

    public static Evidence of(Timeline timeline, Schema live) {
        var evidence = new Evidence(timeline, live);
        timeline.lives()
                .forEach(life -> evidence.held.put(
                        life.key(), new Held(life, evidence.stagesThatAgree(life), new ArrayList<>())));
        evidence.held.values().forEach(evidence::findTables);
        return evidence;
    }

    public Timeline timeline() {
        return timeline;
    }

    /** What is to be seen of one revision. */
    public RevisionEvidence of(Revision revision) {
        var observations = timeline.changes(revision.id()).stream()
                .map(change -> observe(revision.id(), change))
                .toList();
        return RevisionEvidence.of(revision, observations, timeline.effects(revision.id()));
    }

    /**
     * Where the live schema is not as these revisions, and no others, would leave it. A table that is missing stands for
     * its columns, constraints and indexes.
     *
     * @param applied with all they build on
     */
    public List<Mismatch> mismatches(Set<String> applied) {
        return held.values().stream()
                .filter(one -> one.isAgainst(applied))
                .map(one -> mismatch(one.life(), applied))
                .toList();
    }

    /** How many there would be; cheaper than the list. */
    public long countMismatches(Set<String> applied) {
        return held.values().stream().filter(one -> one.isAgainst(applied)).count();
    }

    /** Whether there would be none. */
    public boolean fits(Set<String> applied) {
        return held.values().stream().allMatch(one -> one.agrees(applied));
    }

    /** The live objects that stand for what these revisions leave, under their live names. */
    Set<ObjectKey> found(Set<String> applied) {
        return timeline.lives().stream()
                .flatMap(life -> life.stateAfter(applied).stream())
                .flatMap(state -> live.find(state).stream())
                .map(SchemaObject::key)
                .collect(Collectors.toSet());
    }

    private Mismatch mismatch(Life life, Set<String> applied) {
        var revision =
                life.revisions().reversed().stream().filter(applied::contains).findFirst();
        var expected = life.stateAfter(applied);
        return new Mismatch(life.key(), revision, expected.isPresent(), differences(life, expected));
    }

    private void findTables(Held part) {
        var indexed = part.life().stages().stream()
                .flatMap(stage -> stage.state().stream())
                .flatMap(state -> state instanceof SchemaObject.Index index ? index.table().stream() : Stream.empty());
        Stream.concat(part.life().key().table().stream(), indexed.distinct())
                .flatMap(table -> Stream.ofNullable(held.get(table)))
                .forEach(part.tables()::add);
    }

    private Observation observe(String revision, Change change) {
        var one = Objects.requireNonNull(held.get(change.key()), "a change without a life");
        var seen = seen(one, revision);
        return new Observation(
                change,
                seen,
                seen == Seen.DIFFERENT
                        ? differences(one.life(), change.after()).stream()
                                .map(Deviation::text)
                                .toList()
                        : List.of());
    }

    private static Seen seen(Held one, String revision) {
        if (one.agreeing().isEmpty()) {
            return Seen.DIFFERENT;
        }
        var position = one.life().revisions().indexOf(revision);
        var with = one.agreeing().stream()
                .filter(stage -> one.life().stages().get(stage).applied().get(position))
                .count();
        if (with == 0) {
            return Seen.NOT_DONE;
        }
        return with == one.agreeing().cardinality() ? Seen.DONE : Seen.UNDECIDED;
    }

    private BitSet stagesThatAgree(Life life) {
        var isThere = live.has(life.key())
                || life.stages().stream()
                        .flatMap(stage -> stage.state().stream())
                        .anyMatch(live::hasForSure);
        var stages = new BitSet();
        for (var at = 0; at < life.stages().size(); at++) {
            var stage = life.stages().get(at);
            stages.set(
                    at,
                    !stage.known()
                            || (stage.state().isPresent()
                                    ? agrees(life, stage.state().get())
                                    : !isThere));
        }
        return stages;
    }

    private boolean agrees(Life life, SchemaObject state) {
        return live.find(state).isPresent()
                && differences(life, Optional.of(state)).isEmpty();
    }

    private List<Deviation> differences(Life life, Optional<SchemaObject> expected) {
        return expected.flatMap(
                        wanted -> live.find(wanted).map(found -> Differences.between(wanted, found, life.isForked())))
                .orElse(List.of());
    }
}
