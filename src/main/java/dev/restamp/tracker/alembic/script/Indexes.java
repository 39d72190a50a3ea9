package dev.restamp.tracker.alembic.script;

import dev.restamp.core.schema.Clause;
import dev.restamp.core.schema.IndexDetails;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.tracker.alembic.python.Arguments;
import dev.restamp.tracker.alembic.python.Constants;
import dev.restamp.tracker.alembic.python.Value;
import dev.restamp.tracker.alembic.python.Value.Text;
import dev.restamp.tracker.ddl.IndexElement;
import dev.restamp.tracker.ddl.IndexSpec;
import dev.restamp.tracker.sql.SqlReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads SQLAlchemy's indexes, and knows the names it gives them. */
final class Indexes {
    private static final int LONGEST_NAME = 63;

    private Indexes() {}

    static IndexSpec read(ObjectKey table, Optional<String> name, List<Value> columns, Arguments options) {
        return IndexSpec.over(
                table,
                name,
                columns.stream().map(Indexes::element).toList(),
                Optional.of(Given.flag(options.get("unique"), false, "unique")),
                new IndexDetails(
                        predicate(options), Clause.unknown(), method(options), included(options), Optional.empty()));
    }

    private static Clause predicate(Arguments options) {
        return switch (options.get("postgresql_where").orElse(Constants.NONE)) {
            case Value.Nothing _ -> options.complete() ? Clause.none() : Clause.unknown();
            case Value condition -> SqlText.condition(condition);
        };
    }

    private static Optional<String> method(Arguments options) {
        return switch (options.get("postgresql_using").orElse(Constants.NONE)) {
            case Value.Nothing _ -> options.complete() ? Optional.of("btree") : Optional.empty();
            case Text(var method) -> Optional.of(method.toLowerCase(Locale.ROOT));
            default -> Optional.empty();
        };
    }

    private static Optional<List<String>> included(Arguments options) {
        var included = options.get("postgresql_include").orElse(Constants.NONE);
        if (included instanceof Value.Nothing) {
            return options.complete() ? Optional.of(List.of()) : Optional.empty();
        }
        return included.isPlain()
                ? Optional.of(Given.texts(Optional.of(included), "the included columns"))
                : Optional.empty();
    }

    private static IndexElement element(Value element) {
        return switch (element) {
            case Text(var name) -> IndexElement.column(name, false);
            case Made made
            when made.is("text") ->
                SqlText.raw(made).map(SqlReader::indexElement).orElseGet(IndexElement::unknown);
            case Made made
            when made.is("column") || made.is("asc") ->
                made.arguments().first().map(Indexes::element).orElseGet(IndexElement::unknown);
            case Made made
            when made.is("desc") ->
                made.arguments()
                        .first()
                        .map(Indexes::element)
                        .orElseGet(IndexElement::unknown)
                        .inDescendingOrder();
            case Made made ->
                SqlText.expression(made)
                        .map(sql -> IndexElement.expression(Clause.of(sql), false))
                        .orElseGet(IndexElement::unknown);
            default -> throw new Unclear("a column of the index is not known");
        };
    }

    /** What {@code index=True} makes: {@code ix_table_column}, of a table in a schema {@code ix_schema_table_column}. */
    static IndexSpec ofColumn(ObjectKey table, boolean schemaGiven, String column, boolean unique) {
        return new IndexSpec(
                table,
                Optional.of(name(table, schemaGiven, column)),
                List.of(column),
                Optional.of(unique),
                IndexDetails.plain(1));
    }

    private static String name(ObjectKey table, boolean schemaGiven, String column) {
        var name = "ix_" + (schemaGiven ? table.schema().replace('.', '_') + "_" : "") + table.name() + "_" + column;
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 8) + "_" + lastDigits(name);
    }

    /** SQLAlchemy ends a name that is too long with four digits of its MD5. */
    private static String lastDigits(String name) {
        try {
            var digest = MessageDigest.getInstance("MD5").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(28);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
