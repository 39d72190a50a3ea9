package dev.restamp.tracker.ddl;

import dev.restamp.core.schema.Clause;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A part of the key of an index.
 *
 * @param column of an expression the empty string
 * @param expression {@link Clause.None} of a column
 * @param descending empty where not known
 */
public record IndexElement(String column, Clause expression, Optional<Boolean> descending) {
    public static IndexElement column(String name, boolean descending) {
        return new IndexElement(name, Clause.none(), Optional.of(descending));
    }

    public static IndexElement expression(Clause expression, boolean descending) {
        return new IndexElement("", expression, Optional.of(descending));
    }

    /** An expression of which nothing is known. */
    public static IndexElement unknown() {
        return new IndexElement("", Clause.some(), Optional.empty());
    }

    public IndexElement inDescendingOrder() {
        return new IndexElement(column, expression, Optional.of(true));
    }

    static Clause expressions(List<IndexElement> elements) {
        var texts = elements.stream()
                .map(IndexElement::expression)
                .filter(expression -> !(expression instanceof Clause.None))
                .toList();
        if (texts.isEmpty()) {
            return Clause.none();
        }
        return texts.stream().allMatch(Clause.Sql.class::isInstance)
                ? Clause.of(
                        texts.stream().map(text -> ((Clause.Sql) text).text()).collect(Collectors.joining(", ")))
                : Clause.some();
    }

    static Optional<List<Boolean>> descending(List<IndexElement> elements) {
        return elements.stream().allMatch(element -> element.descending().isPresent())
                ? Optional.of(elements.stream()
                        .map(element -> element.descending().orElseThrow())
                        .toList())
                : Optional.empty();
    }
}
