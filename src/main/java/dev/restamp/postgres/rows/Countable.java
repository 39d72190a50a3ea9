package dev.restamp.postgres.rows;

import dev.restamp.core.rows.RowCount;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.postgres.Reading;
import dev.restamp.postgres.Row;
import dev.restamp.postgres.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A relation that has rows, as the catalog has it.
 *
 * @param kind {@code table}, {@code partition}, {@code foreign}, {@code view}
 * @param parts what is read for itself, one at least: all together have its rows
 * @param why it cannot be read; else empty
 */
record Countable(ObjectKey key, String kind, List<Part> parts, String why) {
    private static final Sql COUNTABLE = Sql.beside(Countable.class, "countable.sql");

    private static final Sql WORKERS = Sql.of("""
            SELECT least(current_setting('max_parallel_workers_per_gather')::int,
                         current_setting('max_parallel_workers')::int) AS workers""");

    /** In pages. A part above may be read in slices: 64 MiB. */
    private static final long HUGE = 8_192;

    /** So many slices, so that connections share them evenly; of very large parts more, so that none takes long. */
    private static final long SLICES = 16;

    /** In pages, 256 MiB. */
    private static final long LARGEST_SLICE = 32_768;

    /** In pages. A part above has a statement of its own. */
    private static final long BIG = 4_096;

    /**
     * Whether huge tables are better read in slices. A slice pushes other pages out of the server's memory, which a scan of the
     * whole table takes care not to do: where the server has workers for that it is as fast, and better.
     *
     * @param shortStatements whether each has to be short, so that work can rest between them
     */
    static boolean slices(Reading reading, boolean shortStatements) {
        // Before that version a range of places is found by looking at all rows.
        return reading.version() >= 14
                && (shortStatements
                        || reading.first(WORKERS, row -> row.number("workers")).orElse(0L) == 0);
    }

    /** Relations of every user schema in the order of their names. */
    static List<Countable> all(Reading reading) {
        return of(reading, List.of());
    }

    /** Those of them that are named, as {@code schema.table}; all where none is. */
    static List<Countable> of(Reading reading, List<String> names) {
        var byKey = new LinkedHashMap<ObjectKey, Countable>();
        reading.query(COUNTABLE, Countable::of, names, names)
                .forEach(one -> byKey.merge(one.key(), one, Countable::plus));
        return List.copyOf(byKey.values());
    }

    /** Those that are meant, in the order of their names; one that does not exist has no part and says so. */
    static List<Countable> named(List<List<ObjectKey>> names, List<Countable> all) {
        var known = all.stream().collect(Collectors.toMap(Countable::key, Function.identity()));
        return names.stream()
                .map(keys -> keys.stream()
                        .flatMap(key -> Stream.ofNullable(known.get(key)))
                        .findFirst()
                        .orElseGet(() -> missing(keys.getFirst())))
                .toList();
    }

    private static Countable missing(ObjectKey key) {
        return new Countable(key, "table", List.of(), RowCount.missing(key).why());
    }

    private static Countable of(Row row) {
        var part = new Part(
                row.text("sql"),
                row.optionalText("estimate")
                        .map(text -> OptionalLong.of(Long.parseLong(text)))
                        .orElse(OptionalLong.empty()),
                row.number("pages"),
                row.flag("sliceable"),
                row.flag("size_unknown"));
        return new Countable(
                ObjectKey.of(Kind.TABLE, row.text("schema"), row.text("name")),
                row.text("kind"),
                List.of(part),
                why(row));
    }

    private static String why(Row row) {
        if (!row.flag("readable")) {
            return "this role may not read it";
        }
        return row.flag("row_security") ? "row security would hide rows from this role" : "";
    }

    private Countable plus(Countable other) {
        var both = new ArrayList<>(parts);
        both.addAll(other.parts());
        return new Countable(key, kind, List.copyOf(both), why);
    }

    /** Whether its rows are its own, and counted where nothing is named. */
    boolean isTable() {
        return kind.equals("table");
    }

    /** The same, every part of it read in one go. */
    Countable undivided() {
        return new Countable(
                key,
                kind,
                parts.stream()
                        .map(part -> new Part(part.sql(), part.estimate(), part.pages(), false, part.sizeUnknown()))
                        .toList(),
                why);
    }

    /** What the planner believes; empty where a part was never analysed. */
    OptionalLong estimate() {
        return parts.isEmpty()
                        || parts.stream().anyMatch(part -> part.estimate().isEmpty())
                ? OptionalLong.empty()
                : OptionalLong.of(parts.stream()
                        .mapToLong(part -> part.estimate().orElse(0))
                        .sum());
    }

    /** Never 0, so that empty tables are progress too. */
    long weight() {
        return parts.stream().mapToLong(Part::weight).sum();
    }

    /**
     * @param sql its name as the server quotes it
     * @param pages of 8 KiB, about
     * @param sliceable whether its rows have places on disk that can be told apart
     */
    record Part(String sql, OptionalLong estimate, long pages, boolean sliceable, boolean sizeUnknown) {
        boolean isBig() {
            return sizeUnknown || pages > BIG;
        }

        boolean isHuge() {
            return sliceable && pages > HUGE;
        }

        long weight() {
            return Math.max(1, pages);
        }

        /** All of it. */
        Slice whole() {
            return new Slice(this, "", weight());
        }

        /** Ranges of its pages, the last one without an end: the size is not exact, the result is. */
        List<Slice> slices() {
            if (!isHuge()) {
                return List.of(whole());
            }
            var slices = new ArrayList<Slice>();
            var size = Math.min(LARGEST_SLICE, (pages + SLICES - 1) / SLICES);
            for (var from = 0L; from < pages; from += size) {
                var end = from + size < pages ? " AND ctid < '(" + (from + size) + ",0)'" : "";
                slices.add(new Slice(this, "ctid >= '(" + from + ",0)'" + end, Math.min(size, pages - from)));
            }
            return slices;
        }
    }

    /**
     * A piece of a part.
     *
     * @param where a condition; empty for all of the part
     */
    record Slice(Part part, String where, long weight) {}
}
