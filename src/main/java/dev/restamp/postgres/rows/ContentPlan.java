package dev.restamp.postgres.rows;

import dev.restamp.core.Both;
import dev.restamp.core.rows.ComparedContent;
import dev.restamp.core.rows.ComparedContent.Verdict;
import dev.restamp.core.rows.Hashing;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.postgres.Readers;
import dev.restamp.postgres.rows.ContentReader.Choice;
import dev.restamp.postgres.rows.RowHash.Way;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What there is to compare.
 *
 * @param settled tables whose rows need not be read
 * @param hashings of the others
 */
record ContentPlan(
        Both<DataSide> sides, Way way, Map<ObjectKey, ComparedContent> settled, Map<ObjectKey, Hashing> hashings) {
    static ContentPlan of(Both<Readers> readers, Choice choice) {
        var sides = readers.atOnce(DataSide::of);
        var settled = new TreeMap<ObjectKey, ComparedContent>();
        var hashings = new TreeMap<ObjectKey, Hashing>();
        for (var table : tables(sides, choice)) {
            var hashing = hashing(sides, table, choice);
            leftOut(table, choice)
                    .or(() -> missing(sides, table))
                    .or(() -> obstacle(table, hashing))
                    .ifPresentOrElse(one -> settled.put(table, one), () -> hashings.put(table, hashing));
        }
        return new ContentPlan(sides, ContentReader.way(sides, choice.strong()), settled, hashings);
    }

    private static Set<ObjectKey> tables(Both<DataSide> sides, Choice choice) {
        var tables = new TreeSet<ObjectKey>();
        for (var side : List.of(sides.left(), sides.right())) {
            if (choice.named().isEmpty()) {
                side.relations().values().stream().filter(Countable::isTable).forEach(one -> tables.add(one.key()));
            }
            choice.named().forEach(names -> side.find(names).ifPresent(tables::add));
        }
        choice.named().stream()
                .filter(names -> names.stream().noneMatch(tables::contains))
                .forEach(names -> tables.add(names.getFirst()));
        return tables;
    }

    private static Optional<ComparedContent> leftOut(ObjectKey table, Choice choice) {
        return choice.isLeftOut(table)
                ? Optional.of(
                        ComparedContent.without(table, Verdict.LEFT_OUT, "the version rows are compared by --row"))
                : Optional.empty();
    }

    private static Optional<ComparedContent> missing(Both<DataSide> sides, ObjectKey table) {
        var there = sides.map(side -> side.relation(table).isPresent());
        if (there.left() && there.right()) {
            return Optional.empty();
        }
        if (!there.left() && !there.right()) {
            return Optional.of(ComparedContent.without(table, Verdict.UNKNOWN, "there is no such table"));
        }
        return Optional.of(
                there.left()
                        ? ComparedContent.without(table, Verdict.ONLY_LEFT, "not there on the right")
                        : ComparedContent.without(table, Verdict.ONLY_RIGHT, "not there on the left"));
    }

    private static Optional<ComparedContent> obstacle(ObjectKey table, Hashing hashing) {
        return Optional.of(hashing.obstacle())
                .filter(why -> !why.isEmpty())
                .map(why -> ComparedContent.without(table, Verdict.COLUMNS, why));
    }

    private static Hashing hashing(Both<DataSide> sides, ObjectKey table, Choice choice) {
        return Hashing.of(
                /* left= */ sides.left().shape(table),
                /* right= */ sides.right().shape(table),
                column -> choice.leftOut().test(table, column));
    }
}
