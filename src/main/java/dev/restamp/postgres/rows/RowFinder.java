package dev.restamp.postgres.rows;

import dev.restamp.core.Both;
import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.rows.DifferingKey;
import dev.restamp.core.rows.Fingerprint;
import dev.restamp.core.rows.HashedColumn;
import dev.restamp.core.rows.Hashing;
import dev.restamp.core.rows.RowDifference;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.postgres.Readers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * Finds the rows in which two tables differ, in few scans: sums of a thousand groups first, then of smaller ones where these
 * differ, then the keys and hashes of the rows that are left.
 */
public final class RowFinder {
    /** How many bits of the place the first groups leave out: 1,024 of them. */
    private static final int COARSE = 10;

    /**
     * Rows in groups that differ up to which their keys are read at once: as many as one of the first groups has in a table of
     * 100 million, for which a second scan would take longer.
     */
    private static final long FEW = 100_000;

    /** Rows whose keys are read, at most: more are not found, only known to be there. */
    private static final long MOST = 1_000_000;

    /** Rows in the smallest groups. */
    private static final long SMALL = 32;

    private final Both<TableSide> sides;
    private final Hashing hashing;
    private final Both<ObjectKey> tables;

    private RowFinder(Both<ObjectKey> tables, Both<TableSide> sides, Hashing hashing) {
        this.tables = tables;
        this.sides = sides;
        this.hashing = hashing;
    }

    /** Hears how far the scan of a side is, from 0 to 1. */
    @FunctionalInterface
    public interface Progress {
        void heard(boolean left, double fraction);
    }

    /**
     * A table that is the same thing on both sides.
     *
     * @param names what its name may mean, the likeliest first
     * @throws Problem where a side does not have it, or rows cannot be equal as columns differ
     */
    public static RowFinder of(
            Both<Readers> readers, List<ObjectKey> names, BiPredicate<ObjectKey, String> leftOut, Progress progress) {
        var paths = names.stream().map(name -> String.join(".", name.path())).toList();
        var sides = readers.atOnce(side -> DataSide.of(side, paths));
        var keys = sides.map(side -> side.find(names));
        var table = keys.left().or(keys::right).orElse(names.getFirst());
        if (keys.left().isEmpty() || keys.right().isEmpty()) {
            var who = keys.left().isPresent() ? "the right side has no" : "the left side has no";
            throw new Problem(
                    Exit.USAGE,
                    (keys.left().or(keys::right).isEmpty() ? "neither side has a" : who) + " table "
                            + String.join(".", table.path()),
                    "tables");
        }
        var tables = keys.map(Optional::orElseThrow);
        var shapes = new Both<>(
                /* left= */ sides.left().shape(tables.left()),
                /* right= */ sides.right().shape(tables.right()));
        var hashing = Hashing.of(
                /* left= */ shapes.left(), /* right= */ shapes.right(), column -> leftOut.test(table, column));
        if (!hashing.obstacle().isEmpty()) {
            throw new Problem(
                    Exit.FINDING,
                    String.join(".", table.path()) + ": " + hashing.obstacle(),
                    "leave them out with --without COLUMN; diff --table " + table.name() + " has the rest");
        }
        var hash = new RowHash(ContentReader.way(sides, false));
        var key = RowKey.of(hashing, shapes);
        return new RowFinder(
                tables,
                new Both<>(
                        /* left= */ TableSide.of(
                                sides.left(), shapes.left(), hashing, key, hash, part -> progress.heard(true, part)),
                        /* right= */ TableSide.of(
                                sides.right(),
                                shapes.right(),
                                hashing,
                                key,
                                hash,
                                part -> progress.heard(false, part))),
                hashing);
    }

    /** The same in other snapshots. */
    public RowFinder in(Both<Readers> readers) {
        return new RowFinder(
                tables,
                new Both<>(
                        /* left= */ sides.left().in(readers.left()),
                        /* right= */ sides.right().in(readers.right())),
                hashing);
    }

    /** What the table is called on each side. */
    public Both<ObjectKey> tables() {
        return tables;
    }

    /** The columns that are compared. */
    public List<String> columns() {
        return hashing.columns().stream().map(HashedColumn::name).toList();
    }

    /** What makes a value of each of them the text that is read of it: {@code ::text}. */
    public List<String> casts() {
        return hashing.columns().stream().map(RowHash::cast).toList();
    }

    /** Those of them that name a row; none where nothing does. */
    public List<String> key() {
        return hashing.key().stream().map(HashedColumn::name).toList();
    }

    /** What to know of the comparison. */
    public List<String> notes() {
        return hashing.notes();
    }

    /**
     * What was found.
     *
     * @param rows how many each side has
     * @param keys what differs
     * @param beyond rows in groups that differ and were not looked at, as there are too many
     */
    public record Found(Both<Long> rows, List<DifferingKey> keys, long beyond) {
        public Found {
            keys = List.copyOf(keys);
        }
    }

    /** Finds the keys that differ, in the snapshots of this finder. */
    public Found find() {
        var positions = positions();
        var groups = groups(positions, Optional.empty(), COARSE);
        if (isLopsided(groups, positions)) {
            positions = Positions.byHash(hashing, sides.left().hash());
            groups = groups(positions, Optional.empty(), COARSE);
        }
        var rows = groups.map(RowFinder::rows);
        var differing = Differing.of(groups, COARSE);
        if (differing.rows() > FEW) {
            var shortened = shortened(differing, rows);
            if (shortened < COARSE) {
                differing = Differing.of(groups(positions, Optional.of(differing), shortened), shortened);
            }
        }
        var looked = differing.upTo(MOST);
        if (looked.groups().isEmpty()) {
            return new Found(rows, List.of(), 0);
        }
        var where = positions;
        var keys = sides.atOnce(side -> side.rows(where, looked.groups(), looked.shortened()));
        return new Found(rows, DifferingKey.among(keys.left(), keys.right()), differing.rows() - looked.rows());
    }

    /** By the range of the key where there is one, and neither end is too far away. */
    private Positions positions() {
        if (!Positions.hasRange(hashing.key())) {
            return Positions.byHash(hashing, sides.left().hash());
        }
        var ends = sides.atOnce(TableSide::range);
        var both = new ArrayList<>(ends.left().stream().toList());
        ends.right().ifPresent(both::add);
        if (both.isEmpty()) {
            return Positions.byHash(hashing, sides.left().hash());
        }
        var least = both.stream().mapToLong(TableSide.Range::least).min().orElse(0);
        var most = both.stream().mapToLong(TableSide.Range::most).max().orElse(0);
        if (most - least < 0 || most - least > Long.MAX_VALUE >> 1) {
            return Positions.byHash(hashing, sides.left().hash());
        }
        return new Positions.ByRange(hashing.key().getFirst(), least, ((most - least) >> Positions.BITS) + 1);
    }

    /** Whether keys crowd in a few places, so that a range says little. */
    private static boolean isLopsided(Both<Map<Long, Fingerprint>> groups, Positions positions) {
        return positions instanceof Positions.ByRange && (isLopsided(groups.left()) || isLopsided(groups.right()));
    }

    private static boolean isLopsided(Map<Long, Fingerprint> groups) {
        var largest =
                groups.values().stream().mapToLong(Fingerprint::rows).max().orElse(0);
        return largest > FEW && largest > rows(groups) / 4;
    }

    private static long rows(Map<Long, Fingerprint> groups) {
        return groups.values().stream().mapToLong(Fingerprint::rows).sum();
    }

    /** So that the groups have some thirty rows each. */
    private static int shortened(Differing differing, Both<Long> rows) {
        var share = Math.max(1, Math.max(rows.left(), rows.right()) / SMALL);
        var bits = Math.min(Positions.BITS, 64 - Long.numberOfLeadingZeros(share));
        return differing.groups().isEmpty() ? COARSE : Positions.BITS - bits;
    }

    private Both<Map<Long, Fingerprint>> groups(Positions positions, Optional<Differing> within, int shortened) {
        return sides.atOnce(side -> side.groups(
                positions,
                within.map(one -> positions.at(one.groups(), one.shortened())).orElse(""),
                shortened));
    }

    /**
     * Reads again what differed, in the snapshots of this finder, which are later ones: what was being changed may have
     * come to rest.
     */
    public List<DifferingKey> again(List<DifferingKey> keys) {
        var rows = sides.atOnce(side -> side.rows(keys));
        return DifferingKey.among(rows.left(), rows.right());
    }

    /**
     * The rows themselves.
     *
     * @param longest of a value, in characters; 0 for all of it
     */
    public List<RowDifference> values(List<DifferingKey> keys, int longest) {
        if (keys.isEmpty()) {
            return List.of();
        }
        var values = sides.atOnce(side -> side.values(keys, longest));
        return keys.stream()
                .map(key -> new RowDifference(
                        hashing.key().isEmpty() ? List.of() : key.key(),
                        values.left().getOrDefault(key.key(), List.of()),
                        values.right().getOrDefault(key.key(), List.of())))
                .filter(one -> !one.left().isEmpty() || !one.right().isEmpty())
                .toList();
    }

    /** Groups that are not the same on both sides. */
    private record Differing(List<Long> groups, int shortened, Map<Long, Long> sizes) {
        static Differing of(Both<Map<Long, Fingerprint>> groups, int shortened) {
            var all = new TreeMap<Long, Fingerprint>(groups.left());
            all.putAll(groups.right());
            var sizes = new TreeMap<Long, Long>();
            for (var group : all.keySet()) {
                var left = groups.left().getOrDefault(group, Fingerprint.EMPTY);
                var right = groups.right().getOrDefault(group, Fingerprint.EMPTY);
                if (!left.equals(right)) {
                    sizes.put(group, Math.max(left.rows(), right.rows()));
                }
            }
            return new Differing(List.copyOf(sizes.keySet()), shortened, sizes);
        }

        long rows() {
            return sizes.values().stream().mapToLong(Long::longValue).sum();
        }

        /** The first of them, as many as have so many rows together; one at least. */
        Differing upTo(long most) {
            var first = new TreeMap<Long, Long>();
            var sum = 0L;
            for (var group : sizes.entrySet()) {
                if (sum > 0 && sum + group.getValue() > most) {
                    break;
                }
                sum += group.getValue();
                first.put(group.getKey(), group.getValue());
            }
            return new Differing(List.copyOf(first.keySet()), shortened, first);
        }
    }
}
