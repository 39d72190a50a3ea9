package dev.restamp.postgres.rows;

import dev.restamp.core.Both;
import dev.restamp.core.rows.DataColumn;
import dev.restamp.core.rows.DataTable;
import dev.restamp.core.rows.HashedColumn;
import dev.restamp.core.rows.Hashing;
import dev.restamp.postgres.Sql;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The columns that name a row, and how rows of given keys are found.
 *
 * @param types what each column is on both sides; empty where that is not the same, or where one side may have a value that
 *     the other one cannot read: a label of an enum, the name of a table
 */
record RowKey(List<HashedColumn> columns, List<String> types) {
    /** NULL in the text of a key. */
    private static final String NULL = "\\N";

    private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "name", "char");

    static RowKey of(Hashing hashing, Both<DataTable> shapes) {
        var types = hashing.key().stream()
                .flatMap(column -> type(column, shapes).stream())
                .toList();
        return new RowKey(hashing.key(), types.size() == hashing.key().size() ? types : List.of());
    }

    private static Optional<String> type(HashedColumn column, Both<DataTable> shapes) {
        var bases = shapes.map(shape -> shape.columns().stream()
                .filter(one -> one.name().equals(column.name()))
                .map(DataColumn::base)
                .findFirst()
                .orElse(""));
        return bases.left().equals(bases.right())
                        && !bases.left().isEmpty()
                        && !bases.left().startsWith("reg")
                ? Optional.of(bases.left())
                : Optional.empty();
    }

    /** Whether the index of this table finds its rows by the key. */
    boolean isIndexedIn(DataTable table) {
        var own = table.rowKey().stream().map(DataColumn::name).toList();
        return !types.isEmpty()
                && own.equals(columns.stream().map(HashedColumn::name).toList());
    }

    /** The key of a row as an array of texts. */
    String texts() {
        return columns.stream().map(RowKey::text).collect(Collectors.joining(", ", "ARRAY[", "]::text[]"));
    }

    private static String text(HashedColumn column) {
        return "coalesce(" + RowHash.plain(column) + ", " + Sql.literal(NULL) + ")";
    }

    /**
     * A condition that only rows of these keys meet; with an index perhaps others as well.
     *
     * @param indexed whether the key is that of an index
     */
    String isOneOf(List<List<String>> keys, boolean indexed) {
        var wanted = indexed ? keys.stream().filter(this::isPossible).toList() : keys;
        var places = IntStream.range(0, columns.size()).boxed().toList();
        return places.stream()
                        .map(i -> indexed
                                ? Sql.identifier(columns.get(i).name())
                                : text(columns.get(i)) + " COLLATE \"C\"")
                        .collect(Collectors.joining(", ", "(", ")"))
                + " IN (SELECT "
                + places.stream()
                        .map(i -> "k.k" + i + (indexed ? "::pg_catalog." + Sql.identifier(types.get(i)) : ""))
                        .collect(Collectors.joining(", "))
                + " FROM unnest("
                + places.stream()
                        .map(i -> wanted.stream()
                                .map(key -> Sql.literal(key.get(i)))
                                .collect(Collectors.joining(", ", "ARRAY[", "]::text[]")))
                        .collect(Collectors.joining(", "))
                + ") AS k (" + places.stream().map(i -> "k" + i).collect(Collectors.joining(", ")) + "))";
    }

    /** Where there is an index there is no NULL. */
    private boolean isPossible(List<String> key) {
        return IntStream.range(0, key.size()).allMatch(i -> !key.get(i).equals(NULL) || TEXTS.contains(types.get(i)));
    }
}
