package dev.restamp.shell;

import dev.restamp.core.revision.RowChange;
import dev.restamp.core.revision.TableRow;
import dev.restamp.core.stamp.Receipt;
import dev.restamp.shell.render.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.jr.ob.JSON;

/** A receipt as a JSON document, {@code restamp.receipt/1}, for a file that people read too. */
public final class ReceiptJson {
    private static final String SCHEMA = "restamp.receipt/1";

    private ReceiptJson() {}

    /** The whole document as members. */
    public static Map<String, @Nullable Object> members(Receipt receipt) {
        return Json.object(
                "schema", SCHEMA,
                "id", receipt.id(),
                "at", receipt.at().toString(),
                "tool", receipt.tool(),
                "connection", receipt.connection(),
                "database", receipt.database(),
                "systemIdentifier", receipt.systemIdentifier(),
                "table", receipt.table(),
                "before", receipt.before(),
                "after", receipt.after(),
                "changes", receipt.changes().stream().map(ReceiptJson::change).toList(),
                "transaction", receipt.transaction(),
                "proofs", receipt.proofs(),
                "unproved", receipt.unproved(),
                "undoes", receipt.undoes(),
                "script", receipt.script());
    }

    /** With nulls: a row that lacks a column is another row. */
    static String text(Receipt receipt) {
        return JSON.std
                        .with(JSON.Feature.PRETTY_PRINT_OUTPUT)
                        .with(JSON.Feature.WRITE_NULL_PROPERTIES)
                        .asString(members(receipt))
                + "\n";
    }

    /** @throws RuntimeException where it is no JSON, another document, or lacks a member */
    static Receipt parse(String text) {
        var members = JSON.std.mapFrom(text);
        if (!SCHEMA.equals(members.get("schema"))) {
            throw new IllegalArgumentException("no " + SCHEMA);
        }
        return new Receipt(
                word(members, "id"),
                Instant.parse(word(members, "at")),
                word(members, "tool"),
                word(members, "connection"),
                word(members, "database"),
                word(members, "systemIdentifier"),
                word(members, "table"),
                words(members, "before"),
                words(members, "after"),
                changes(members),
                word(members, "transaction"),
                words(members, "proofs"),
                word(members, "unproved"),
                word(members, "undoes"),
                members.get("script") instanceof String script ? script : "");
    }

    private static Map<String, @Nullable Object> change(RowChange change) {
        return Json.object(
                "key", change.key(),
                "from", change.from().map(TableRow::values).orElse(null),
                "to", change.to().map(TableRow::values).orElse(null));
    }

    /** Receipts from before there were logs have none. */
    private static List<RowChange> changes(Map<String, Object> members) {
        return members.get("changes") instanceof List<?> list
                ? list.stream().map(each -> change((Map<?, ?>) each)).toList()
                : List.of();
    }

    private static RowChange change(Map<?, ?> change) {
        var key = ((List<?>) Objects.requireNonNull(change.get("key")))
                .stream().map(String.class::cast).toList();
        return new RowChange(key, row(change.get("from")), row(change.get("to")));
    }

    private static Optional<TableRow> row(@Nullable Object values) {
        if (!(values instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        var row = new LinkedHashMap<String, @Nullable String>();
        map.forEach((column, value) -> row.put((String) column, (String) value));
        return Optional.of(new TableRow(row));
    }

    private static String word(Map<String, Object> members, String name) {
        return (String) Objects.requireNonNull(members.get(name), name);
    }

    private static List<String> words(Map<String, Object> members, String name) {
        var list = (List<?>) Objects.requireNonNull(members.get(name), name);
        return list.stream().map(String.class::cast).toList();
    }
}
