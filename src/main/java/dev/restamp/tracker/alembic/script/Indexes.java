package dev.restamp.tracker.alembic.script;

import dev.restamp.core.schema.Clause;
import dev.restamp.core.schema.IndexDetails;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.tracker.alembic.ddl.IndexSpec;
import dev.restamp.tracker.alembic.python.Arguments;
import dev.restamp.tracker.alembic.python.Value;
import dev.restamp.tracker.alembic.python.Value.Text;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads SQLAlchemy's indexes, and knows the names it gives them. */
final class Indexes {
    private static final int LONGEST_NAME = 63;
    private static final Pattern COLUMN = Pattern.compile(
            "\\s*(?:\"([^\"]+)\"|([A-Za-z_][\\w$]*))(?:\\s+(?:asc|desc|nulls|first|last|\\w+_ops))*\\s*",
            Pattern.CASE_INSENSITIVE);

    private Indexes() {}

    static IndexSpec read(ObjectKey table, Optional<String> name, List<Value> columns, Arguments options) {
        return new IndexSpec(
                table,
                name,
                columns.stream().map(Indexes::column).toList(),
                Optional.of(Given.flag(options.get("unique"), false, "unique")),
                IndexDetails.UNKNOWN.withPredicate(
                        options.get("postgresql_where")
                                        .filter(where -> !(where instanceof Value.Nothing))
                                        .isPresent()
                                ? Clause.of("")
                                : Clause.none()));
    }

    /** The column; of an expression the empty string. */
    private static String column(Value element) {
        return switch (element) {
            case Text(var name) -> name;
            case Made made
            when made.is("text") ->
                made.arguments().first().map(Indexes::inText).orElse("");
            case Made made
            when made.is("column") || made.is("desc") || made.is("asc") ->
                made.arguments().first().map(Indexes::column).orElse("");
            case Made _ -> "";
            default -> throw new Unclear("a column of the index is not known");
        };
    }

    private static String inText(Value text) {
        if (!(text instanceof Text(var sql))) {
            return "";
        }
        var column = COLUMN.matcher(sql);
        if (!column.matches()) {
            return "";
        }
        return column.group(1) != null ? column.group(1) : column.group(2).toLowerCase(Locale.ROOT);
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
