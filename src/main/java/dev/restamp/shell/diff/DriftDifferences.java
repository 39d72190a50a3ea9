package dev.restamp.shell.diff;

import dev.restamp.core.catalog.CatalogObject;
import dev.restamp.core.catalog.CatalogSchema;
import dev.restamp.core.catalog.Difference;
import dev.restamp.core.catalog.Difference.Certainty;
import dev.restamp.core.catalog.Scope;
import dev.restamp.core.evidence.Deviation;
import dev.restamp.core.evidence.Drift;
import dev.restamp.core.evidence.Mismatch;
import dev.restamp.core.evidence.Timeline;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.Schema;
import dev.restamp.core.schema.SchemaObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A {@link Drift} in the words of a comparison. */
record DriftDifferences(Timeline timeline, Set<String> applied, Schema found, Drift drift) {
    List<Difference> all(Scope scope) {
        var extra = drift.unexpected().stream().map(this::extra);
        return Stream.concat(drift.mismatches().stream().flatMap(this::of), extra)
                .filter(difference -> scope.has(difference.object()))
                .sorted(Difference.ORDER)
                .toList();
    }

    private Stream<Difference> of(Mismatch mismatch) {
        var live = found.get(mismatch.key());
        if (!mismatch.expected()) {
            return live.stream().map(this::extra);
        }
        var expected = timeline.life(mismatch.key())
                .flatMap(life -> life.stateAfter(applied))
                .orElseGet(() -> new SchemaObject.Other(mismatch.key()));
        var object = CatalogSchema.object(expected);
        return mismatch.differences().isEmpty()
                ? Stream.of(new Difference.Missing(object, parts(expected, timeline.expectedAfter(applied))))
                : mismatch.differences().stream().map(deviation -> changed(object, deviation));
    }

    private Difference extra(SchemaObject object) {
        return new Difference.Extra(CatalogSchema.object(object), parts(object, found));
    }

    private static Difference changed(CatalogObject object, Deviation deviation) {
        return new Difference.Changed(
                object,
                deviation.property(),
                value(deviation.live()),
                value(deviation.expected()),
                Certainty.DIFFERENT);
    }

    private static Optional<String> value(String words) {
        return Optional.of(words).filter(word -> !word.equals("none"));
    }

    private static int parts(SchemaObject object, Schema side) {
        return object.key().kind() != Kind.TABLE
                ? 0
                : Math.toIntExact(side.objects().values().stream()
                        .filter(part -> part.key().isPartOf(object.key())
                                || (part instanceof SchemaObject.Index index
                                        && index.table().equals(Optional.of(object.key()))))
                        .count());
    }
}
