package dev.restamp.core.evidence;

import dev.restamp.core.evidence.Effect.Reach;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.Schema;
import dev.restamp.core.schema.SchemaObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a schema has otherwise than some revisions leave it.
 *
 * @param mismatches what is missing, or otherwise, or should be gone
 * @param unexpected what no script speaks of
 * @param unjudged how many more no script speaks of, but one that was not understood may have made them
 */
public record Drift(List<Mismatch> mismatches, List<SchemaObject> unexpected, int unjudged) {
    public Drift {
        mismatches = List.copyOf(mismatches);
        unexpected = List.copyOf(unexpected);
    }

    /**
     * @param applied revisions with all they build on
     * @param ignored tables that no script makes: the version table, {@code public.alembic_version}
     */
    public static Drift of(Timeline timeline, Set<String> applied, Schema live, Set<String> ignored) {
        var evidence = Evidence.of(timeline, live);
        var found = evidence.found(applied);
        var unclaimed = live.objects().values().stream()
                .filter(object -> !found.contains(object.key()))
                .filter(object -> timeline.life(object.key()).isEmpty())
                .filter(object -> counts(object, timeline, applied, live))
                .filter(object -> !ignored.contains(
                        String.join(".", tableOf(object).orElse(object.key()).path())))
                .toList();
        var reaches = applied.stream()
                .flatMap(revision -> timeline.effects(revision).stream())
                .flatMap(Drift::reach)
                .toList();
        var unexpected = unclaimed.stream()
                .filter(object -> reaches.stream().noneMatch(reach -> reach.includes(object.key(), tableOf(object))))
                .toList();
        return new Drift(evidence.mismatches(applied), unexpected, unclaimed.size() - unexpected.size());
    }

    /** A part counts where scripts make its table: that of a table nobody knows comes with it. Sequences come with columns. */
    private static boolean counts(SchemaObject object, Timeline timeline, Set<String> applied, Schema live) {
        var key = object.key();
        return switch (key.kind()) {
            case SCHEMA -> !key.name().equals("public");
            case EXTENSION -> !key.name().equals("plpgsql");
            case SEQUENCE -> live.objects().keySet().stream().noneMatch(table -> isOf(table, key));
            case TYPE, TABLE, VIEW, ROUTINE -> true;
            case COLUMN, CONSTRAINT, INDEX, TRIGGER ->
                tableOf(object)
                        .flatMap(timeline::life)
                        .flatMap(life -> life.stateAfter(applied))
                        .isPresent();
        };
    }

    private static boolean isOf(ObjectKey table, ObjectKey sequence) {
        return table.kind() == Kind.TABLE
                && table.schema().equals(sequence.schema())
                && sequence.name().startsWith(table.name() + "_");
    }

    private static Optional<ObjectKey> tableOf(SchemaObject object) {
        return object instanceof SchemaObject.Index index
                ? index.table()
                : object.key().table();
    }

    private static Stream<Reach> reach(Effect effect) {
        return switch (effect) {
            case Effect.Opaque opaque -> Stream.of(opaque.reach());
            case Effect.Guarded guarded -> reach(guarded.effect());
            default -> Stream.of();
        };
    }
}
