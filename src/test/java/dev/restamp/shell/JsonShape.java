package dev.restamp.shell;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON schema of a document, as an example shows it: each member it has must be there, with the type it has. */
final class JsonShape {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonShape() {}

    static String schema(JsonNode document) {
        return schema(List.of(document));
    }

    /** Of a document that has several forms: what is in every one of them must be there. */
    static String schema(List<JsonNode> forms) {
        var schema = JSON.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        return JSON.writeValueAsString(schema.setAll(forms.stream()
                        .map(JsonShape::of)
                        .reduce(JsonShape::both)
                        .orElseThrow()))
                + "\n";
    }

    /** What holds for one and for the other. */
    private static ObjectNode both(ObjectNode one, ObjectNode other) {
        var shape = JSON.createObjectNode();
        if (!one.path("type").equals(other.path("type"))) {
            return shape;
        }
        shape.setAll(one);
        if (one.get("properties") instanceof ObjectNode left && other.get("properties") instanceof ObjectNode right) {
            var required = shape.putArray("required");
            var properties = shape.putObject("properties");
            left.properties().stream()
                    .filter(member -> right.has(member.getKey()))
                    .forEach(member -> {
                        required.add(member.getKey());
                        properties.set(member.getKey(), both((ObjectNode) member.getValue(), (ObjectNode)
                                right.get(member.getKey())));
                    });
        }
        return shape;
    }

    /** What is null here may be anything elsewhere; of lists only the kind is known. */
    private static ObjectNode of(JsonNode node) {
        var shape = JSON.createObjectNode();
        if (node.isObject() && isNamed(node)) {
            shape.put("type", "object");
            var required = shape.putArray("required");
            var properties = shape.putObject("properties");
            node.properties().forEach(member -> {
                required.add(member.getKey());
                properties.set(member.getKey(), of(member.getValue()));
            });
        } else if (!node.isNull()) {
            shape.put("type", type(node));
        }
        return shape;
    }

    /** Whether its members are names of ours, and not, say, those of tables. */
    private static boolean isNamed(JsonNode node) {
        return StreamSupport.stream(node.propertyNames().spliterator(), false)
                .allMatch(name -> name.matches("[a-z_]+"));
    }

    private static String type(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            default -> "number";
        };
    }
}
