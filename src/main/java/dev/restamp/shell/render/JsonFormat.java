package dev.restamp.shell.render;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** One JSON object on one line. Values are as they are; what a terminal would obey is escaped as JSON escapes it. */
final class JsonFormat implements OutputFormat {
    @Override
    public String name() {
        return "json";
    }

    @Override
    public String print(Report report, Envelope envelope, Canvas canvas) {
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            write(json, "schema", schema(report, "restamp." + envelope.command() + "/1"));
            json.writeStringProperty("tool", envelope.tool());
            json.writeStringProperty("at", envelope.at());
            json.writeNumberProperty("exit", report.exit().code());
            report.json().forEach((name, value) -> {
                if (!name.equals("schema")) {
                    write(json, name, value);
                }
            });
            write(json, "next", report.next().stream().map(JsonFormat::next).toList());
            json.writeEndObject();
        }
        return Escape.json(text.toString()) + "\n";
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

    private static void write(JsonGenerator json, String name, @Nullable Object value) {
        json.writeName(name);
        write(json, value);
    }

    private static void write(JsonGenerator json, @Nullable Object value) {
        switch (value) {
            case null -> json.writeNull();
            case String text -> json.writeString(text);
            case Boolean truth -> json.writeBoolean(truth);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case List<?> list -> {
                json.writeStartArray();
                list.forEach(element -> write(json, element));
                json.writeEndArray();
            }
            case Map<?, ?> map -> {
                json.writeStartObject();
                map.forEach((name, element) -> write(json, String.valueOf(name), element));
                json.writeEndObject();
            }
            default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
        }
    }
}
