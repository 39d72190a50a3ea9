package dev.restamp.shell.render;

import dev.restamp.shell.render.OutputFormat.Envelope;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one JSON object that a command's answer is: what {@code docs/json.md} describes. */
public final class JsonDocument {
    private JsonDocument() {}

    /** Its members in order: text, numbers, truths, null, lists and maps of them. */
    public static Map<String, @Nullable Object> of(Report report, Envelope envelope) {
        var document = Json.object(
                "schema", schema(report, "restamp." + envelope.command() + "/1"),
                "tool", envelope.tool(),
                "at", envelope.at(),
                "exit", report.exit().code());
        report.json().forEach((name, value) -> {
            if (!name.equals("schema")) {
                document.put(name, value);
            }
        });
        document.put("next", report.next().stream().map(JsonDocument::next).toList());
        return document;
    }

    /**
     * The versioned name of the document. Where the database's schema is the subject, {@code schema} is an object and the
     * name a member of it: two members of one name would be no JSON that every parser takes.
     */
    private static Object schema(Report report, String document) {
        if (!(report.json().get("schema") instanceof Map<?, ?> subject)) {
            return document;
        }
        var named = Json.object("name", document);
        subject.forEach((name, value) -> named.put(String.valueOf(name), value));
        return named;
    }

    private static Map<String, @Nullable Object> next(Next next) {
        return next.writes()
                ? Json.object("command", next.command(), "writes", true)
                : Json.object("command", next.command());
    }
}
