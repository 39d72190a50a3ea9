package dev.restamp.postgres.rows;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.rows.DataTable;
import dev.restamp.core.rows.DifferingKey;
import dev.restamp.core.rows.DifferingKey.Hashed;
import dev.restamp.core.rows.Fingerprint;
import dev.restamp.core.rows.Hashing;
import dev.restamp.core.rows.RowDifference.Values;
import dev.restamp.postgres.Readers;
import dev.restamp.postgres.Sql;
import dev.restamp.postgres.rows.Countable.Part;
import dev.restamp.postgres.rows.Countable.Slice;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A table on one side of a comparison, and what is asked of it. */
final class TableSide {
    private final Readers readers;
    private final Countable table;
    private final Hashing hashing;
    private final RowHash hash;
    private final RowKey key;
    private final boolean indexed;
    private final DoubleConsumer progress;

    private TableSide(
            Readers readers,
            Countable table,
            Hashing hashing,
            RowKey key,
            RowHash hash,
            boolean indexed,
            DoubleConsumer progress) {
        this.readers = readers;
        this.table = table;
        this.hashing = hashing;
        this.key = key;
        this.hash = hash;
        this.indexed = indexed;
        this.progress = progress;
    }

    /** @throws Problem where the table cannot be read */
    static TableSide of(
            DataSide side, DataTable shape, Hashing hashing, RowKey key, RowHash hash, DoubleConsumer progress) {
        var table = side.relation(shape.key()).orElseThrow();
        if (!table.why().isEmpty()) {
            throw new Problem(
                    Exit.INCONCLUSIVE,
                    String.join(".", shape.key().path()) + ": " + table.why(),
                    "connect as a role that may read it");
        }
        return new TableSide(side.readers(), table, hashing, key, hash, key.isIndexedIn(shape), progress);
    }

    /** The same in another snapshot. */
    TableSide in(Readers others) {
        others.prepare(Pins::set);
        return new TableSide(others, table, hashing, key, hash, indexed, progress);
    }

    RowHash hash() {
        return hash;
    }

    /** The first and the last value of an integer key. */
    record Range(long least, long most) {}

    /** Empty where there is no row. */
    Optional<Range> range() {
        var number = Sql.identifier(hashing.key().getFirst().name());
        return table.parts().stream()
                .flatMap(part -> readers
                        .first()
                        .sums(
                                Sql.of("SELECT min(" + number + ") AS least, max(" + number + ") AS most FROM "
                                        + part.sql()),
                                row -> row.optionalText("least")
                                        .map(_ -> new Range(row.number("least"), row.number("most"))))
                        .stream())
                .flatMap(Optional::stream)
                .reduce((one, other) ->
                        new Range(Math.min(one.least(), other.least()), Math.max(one.most(), other.most())));
    }

    /**
     * Fingerprints of groups of rows, by their places.
     *
     * @param condition which rows; empty for all
     */
    Map<Long, Fingerprint> groups(Positions positions, String condition, int shortened) {
        var groups = new TreeMap<Long, Fingerprint>();
        var weight = new AtomicLong();
        var sliced = table.parts().stream().anyMatch(Part::isHuge) && Countable.slices(readers.first(), false);
        var slices = table.parts().stream()
                .flatMap(part -> (sliced ? part.slices() : List.of(part.whole())).stream())
                .toList();
        readers.map(slices, (reading, slice) -> {
            var found = reading.sums(
                    Sql.of("SELECT " + positions.place(shortened) + " AS place, count(*) AS rows, sum("
                            + hash.of(hashing.columns()) + ")::text AS sum FROM " + from(slice, condition)
                            + " GROUP BY 1"),
                    row -> Map.entry(
                            row.number("place"), new Fingerprint(row.number("rows"), new BigInteger(row.text("sum")))));
            synchronized (groups) {
                found.forEach(one -> groups.merge(one.getKey(), one.getValue(), Fingerprint::plus));
                progress.accept(Math.min(1, (double) weight.addAndGet(slice.weight()) / table.weight()));
            }
            return slice;
        });
        return groups;
    }

    private static String from(Slice slice, String condition) {
        var where = slice.where().isEmpty() || condition.isEmpty()
                ? slice.where() + condition
                : slice.where() + " AND " + condition;
        return slice.part().sql() + (where.isEmpty() ? "" : " WHERE " + where);
    }

    /** Keys and hashes of the rows at these places. */
    List<Hashed> rows(Positions positions, List<Long> places, int shortened) {
        var select = "SELECT " + keyTexts() + " AS key, " + hash.of(hashing.columns()) + " AS hash FROM ";
        if (indexed && positions instanceof Positions.ByRange range) {
            return query(part -> select + range.ranges(places, shortened) + " JOIN " + part + " ON " + range.name()
                    + " BETWEEN r.first AND r.last");
        }
        return query(part -> select + part + " WHERE " + positions.at(places, shortened));
    }

    /** The same of rows that have these keys, or where there is none, hashes. */
    List<Hashed> rows(List<DifferingKey> keys) {
        return keys.isEmpty()
                ? List.of()
                : query(part -> "SELECT " + keyTexts() + " AS key, " + hash.of(hashing.columns()) + " AS hash FROM "
                        + part + " WHERE " + has(keys));
    }

    private List<Hashed> query(UnaryOperator<String> sql) {
        var rows = new ArrayList<Hashed>();
        table.parts()
                .forEach(part -> rows.addAll(readers.first()
                        .sums(Sql.of(sql.apply(part.sql())), row -> new Hashed(row.texts("key"), row.number("hash")))));
        return rows;
    }

    /** The rows by key, with their values. */
    Map<List<String>, List<Values>> values(List<DifferingKey> keys, int longest) {
        var texts = hashing.columns().stream()
                .map(RowHash::plain)
                .map(text -> longest == 0 ? text : "left(" + text + ", " + longest + ")")
                .collect(Collectors.joining(", ", "ARRAY[", "]::text[]"));
        var hashes = hashing.columns().stream()
                .map(column -> hash.chain(List.of(column)))
                .collect(Collectors.joining(", ", "ARRAY[", "]::text[]"));
        var byKey = new HashMap<List<String>, List<Values>>();
        for (var part : table.parts()) {
            readers.first()
                    .sums(
                            Sql.of("SELECT " + keyTexts() + " AS key, " + texts + " AS texts, " + hashes
                                    + " AS hashes FROM " + part.sql() + " WHERE " + has(keys)),
                            row -> byKey.computeIfAbsent(row.texts("key"), _ -> new ArrayList<>())
                                    .add(new Values(
                                            row.optionalTexts("texts"),
                                            row.texts("hashes").stream()
                                                    .map(Long::valueOf)
                                                    .toList())));
        }
        return byKey;
    }

    private String keyTexts() {
        return hashing.key().isEmpty() ? "ARRAY[(" + hash.of(hashing.columns()) + ")::text]" : key.texts();
    }

    private String has(List<DifferingKey> keys) {
        if (!hashing.key().isEmpty()) {
            return key.isOneOf(keys.stream().map(DifferingKey::key).toList(), indexed);
        }
        return hash.of(hashing.columns()) + " = ANY ('{"
                + keys.stream().map(one -> one.key().getFirst()).collect(Collectors.joining(",")) + "}'::bigint[])";
    }
}
