package dev.restamp.core.schema;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What an index has besides its key columns.
 *
 * @param predicate what stands after WHERE
 * @param expressions those that stand in the key for columns, separated by commas; none where all are columns
 * @param method {@code btree}, {@code gin}; empty where not known
 * @param included the columns after INCLUDE; empty where not known
 * @param descending for each key column whether its order is reversed; empty where not known
 */
public record IndexDetails(
        Clause predicate,
        Clause expressions,
        Optional<String> method,
        Optional<List<String>> included,
        Optional<List<Boolean>> descending) {
    /** Nothing of it is known. */
    public static final IndexDetails UNKNOWN =
            new IndexDetails(Clause.unknown(), Clause.unknown(), Optional.empty(), Optional.empty(), Optional.empty());

    public IndexDetails {
        included = included.map(List::copyOf);
        descending = descending.map(List::copyOf);
    }

    /** A plain one over so many columns: what {@code CREATE INDEX} makes that says nothing more. */
    public static IndexDetails plain(int columns) {
        return new IndexDetails(
                Clause.none(),
                Clause.none(),
                Optional.of("btree"),
                Optional.of(List.of()),
                Optional.of(Collections.nCopies(columns, false)));
    }

    public IndexDetails withPredicate(Clause other) {
        return new IndexDetails(other, expressions, method, included, descending);
    }

    public IndexDetails withExpressions(Clause other) {
        return new IndexDetails(predicate, other, method, included, descending);
    }

    public IndexDetails withIncluded(Optional<List<String>> others) {
        return new IndexDetails(predicate, expressions, method, others, descending);
    }
}
