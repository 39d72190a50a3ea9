package dev.restamp.core.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the rows of a table are hashed on two sides, so that equal rows have equal hashes.
 *
 * @param columns those that count, in the order of their names
 * @param key those of them that name a row; empty where nothing does
 * @param onlyLeft columns that the right side does not have
 * @param onlyRight columns that the left side does not have
 * @param notes what to know of the comparison, a sentence each
 */
public record Hashing(
        List<HashedColumn> columns,
        List<HashedColumn> key,
        List<String> onlyLeft,
        List<String> onlyRight,
        List<String> notes) {
    public Hashing {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        onlyLeft = List.copyOf(onlyLeft);
        onlyRight = List.copyOf(onlyRight);
        notes = List.copyOf(notes);
    }

    /**
     * Generated columns do not count: they follow from the others.
     *
     * @param leftOut columns that do not count either
     */
    public static Hashing of(DataTable left, DataTable right, Predicate<String> leftOut) {
        var ours = counting(left, leftOut);
        var theirs = counting(right, leftOut);
        var columns = new ArrayList<HashedColumn>();
        ours.values().stream()
                .flatMap(column ->
                        Optional.ofNullable(theirs.get(column.name())).stream().map(other -> hashed(column, other)))
                .forEach(columns::add);
        return new Hashing(
                columns,
                key(left, columns).or(() -> key(right, columns)).orElse(List.of()),
                missing(ours, theirs),
                missing(theirs, ours),
                notes(ours, theirs));
    }

    /** Of one side alone, as it is kept for later: whether a column may be NULL is not part of its content. */
    public static Hashing of(DataTable table) {
        var columns = counting(table, _ -> false).values().stream()
                .map(column -> new HashedColumn(column.name(), column.rule(), true))
                .toList();
        return new Hashing(columns, List.of(), List.of(), List.of(), List.of());
    }

    /** Why rows of both sides cannot be equal: a column is on one side only; empty where they can. */
    public String obstacle() {
        var parts = new ArrayList<String>();
        if (!onlyLeft.isEmpty()) {
            parts.add("only left: " + String.join(", ", onlyLeft));
        }
        if (!onlyRight.isEmpty()) {
            parts.add("only right: " + String.join(", ", onlyRight));
        }
        return parts.isEmpty() ? "" : "columns differ, " + String.join("; ", parts);
    }

    private static Map<String, DataColumn> counting(DataTable table, Predicate<String> leftOut) {
        return table.columns().stream()
                .filter(column -> !column.generated() && !leftOut.test(column.name()))
                .collect(Collectors.toMap(DataColumn::name, Function.identity(), (one, _) -> one, LinkedHashMap::new));
    }

    private static HashedColumn hashed(DataColumn ours, DataColumn theirs) {
        return new HashedColumn(ours.name(), ours.rule().with(theirs.rule()), ours.nullable() || theirs.nullable());
    }

    /** The key of one side, if every column of it counts. */
    private static Optional<List<HashedColumn>> key(DataTable table, List<HashedColumn> columns) {
        var key = table.rowKey().stream()
                .map(part -> columns.stream()
                        .filter(column -> column.name().equals(part.name()))
                        .findFirst())
                .toList();
        return key.isEmpty() || key.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : Optional.of(key.stream().flatMap(Optional::stream).toList());
    }

    private static List<String> missing(Map<String, DataColumn> from, Map<String, DataColumn> in) {
        return from.keySet().stream().filter(name -> !in.containsKey(name)).toList();
    }

    private static List<String> notes(Map<String, DataColumn> ours, Map<String, DataColumn> theirs) {
        return ours.values().stream()
                .flatMap(column -> Stream.concat(
                        note(column).stream(),
                        Optional.ofNullable(theirs.get(column.name()))
                                .filter(other -> other.rule() != column.rule())
                                .map(other -> column.name() + " is " + column.type() + " and " + other.type()
                                        + ": compared as text")
                                .stream()))
                .toList();
    }

    private static Optional<String> note(DataColumn column) {
        if (column.mayBeLargeObject()) {
            return Optional.of(column.name() + " may point to large objects, which are not compared");
        }
        return column.extension().isEmpty()
                ? Optional.empty()
                : Optional.of(column.name() + " is compared as " + column.extension()
                        + " writes it, which another version of the extension may do otherwise");
    }
}
