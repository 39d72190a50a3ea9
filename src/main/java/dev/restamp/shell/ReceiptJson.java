package dev.restamp.shell;

import dev.restamp.core.stamp.Receipt;
import dev.restamp.shell.render.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
                "transaction", receipt.transaction(),
                "proofs", receipt.proofs(),
                "unproved", receipt.unproved(),
                "undoes", receipt.undoes(),
                "script", receipt.script());
    }

    static String text(Receipt receipt) {
        return JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(members(receipt)) + "\n";
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
                word(members, "transaction"),
                words(members, "proofs"),
                word(members, "unproved"),
                word(members, "undoes"),
                members.get("script") instanceof String script ? script : "");
    }

    private static String word(Map<String, Object> members, String name) {
        return (String) Objects.requireNonNull(members.get(name), name);
    }

    private static List<String> words(Map<String, Object> members, String name) {
        var list = (List<?>) Objects.requireNonNull(members.get(name), name);
        return list.stream().map(String.class::cast).toList();
    }
}
