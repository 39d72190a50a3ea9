package dev.restamp.tracker.ddl;

import dev.restamp.core.schema.IndexDetails;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.Names;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.SchemaObject;
import java.util.List;
import java.util.Optional;

/**
 * An index as it is written.
 *
 * @param columns in order, an expression as the empty string
 */
public record IndexSpec(
        ObjectKey table, Optional<String> name, List<String> columns, Optional<Boolean> unique, IndexDetails details) {
    /** An index over these elements, its other details known. */
    public static IndexSpec over(
            ObjectKey table,
            Optional<String> name,
            List<IndexElement> elements,
            Optional<Boolean> unique,
            IndexDetails details) {
        return new IndexSpec(
                table,
                name,
                elements.stream().map(IndexElement::column).toList(),
                unique,
                new IndexDetails(
                        details.predicate(),
                        IndexElement.expressions(elements),
                        details.method(),
                        details.included(),
                        IndexElement.descending(elements)));
    }

    public IndexSpec {
        columns = List.copyOf(columns);
    }

    /** The index; without a name, with the one PostgreSQL gives it. */
    public SchemaObject.Index index() {
        return index(name.orElseGet(this::preset), name.isPresent());
    }

    /** The index, its name one that the script did not give and the project may have another rule for. */
    public SchemaObject.Index presumed() {
        return index(name.orElseGet(this::preset), false);
    }

    private SchemaObject.Index index(String known, boolean named) {
        return new SchemaObject.Index(
                Keys.of(Kind.INDEX, table.schema(), known),
                Optional.of(table),
                columns.stream().map(Names::cut).toList(),
                unique,
                details,
                named);
    }

    private String preset() {
        var words = columns.stream()
                .map(column -> column.isEmpty() ? "expr" : column)
                .toList();
        return Names.choose(table.name(), Names.joined(words), "idx", _ -> false);
    }
}
