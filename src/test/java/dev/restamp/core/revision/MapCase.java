package dev.restamp.core.revision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One set of revisions and what Alembic 1.19.1 answered about it. Every {@code *.json} of kind {@code revision-map}
 * under {@code src/test/resources/conformance} is read; put another beside them and it runs.
 */
record MapCase(String name, RevisionGraph graph, List<Query> queries) {
    private static final Path FOLDER = Path.of("src/test/resources/conformance");

    static Stream<MapCase> all() {
        return files().flatMap(file -> elements(file.get("cases"))).map(MapCase::of);
    }

    /** The cases that ask such questions. */
    static Stream<MapCase> asking(String op) {
        return all().filter(map -> map.queries(op).findAny().isPresent());
    }

    Stream<Query> queries(String op) {
        return queries.stream().filter(query -> query.op().equals(op));
    }

    /** Whether Alembic cannot load the revisions, and so answers nothing about them. */
    boolean failsToLoad() {
        return queries("load").anyMatch(query -> query.error().isPresent());
    }

    /** Whether a revision is called like a word of the grammar: Alembic looks it up again by name and finds another. */
    boolean hasReservedNames() {
        return Stream.of("head", "heads", "base")
                .anyMatch(word -> graph.get(word).isPresent());
    }

    /** After a duplicate id Alembic keeps the first declaration in its lists of heads and bases: a phantom. */
    boolean hasPhantoms() {
        return graph.problems().stream().anyMatch(GraphProblem.DuplicateId.class::isInstance);
    }

    RevisionQuery on(Query query) {
        return RevisionQuery.of(graph, query.rows());
    }

    @Override
    public String toString() {
        return name;
    }

    private static Stream<JsonNode> files() {
        try (var files = Files.walk(FOLDER)) {
            var read = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(MapCase::read)
                    .filter(file -> file.path("kind").asString("").equals("revision-map"))
                    .toList();
            return read.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        return JsonMapper.shared().readTree(file.toFile());
    }

    private static MapCase of(JsonNode map) {
        var name = map.get("name").asString();
        return new MapCase(
                name,
                RevisionGraph.of(
                        elements(map.get("revisions")).map(MapCase::revision).toList()),
                elements(map.get("queries"))
                        .map(query -> new Query(name, query))
                        .toList());
    }

    private static Revision revision(JsonNode written) {
        return new Revision(
                written.get("revision").asString(),
                strings(written.get("down_revision")),
                strings(written.get("branch_labels")),
                strings(written.get("depends_on")),
                written.path("doc").asString("").strip(),
                "{versions}/" + written.get("file").asString());
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** {@code null}, a string or a list, as in Python. */
    static List<String> strings(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return List.of();
        }
        return value.isString()
                ? List.of(value.asString())
                : elements(value).map(JsonNode::asString).toList();
    }

    /** One question and Alembic's answer. */
    record Query(String map, JsonNode json) {
        String op() {
            return json.get("op").asString();
        }

        String argument(String name) {
            return json.path("args").path(name).asString("");
        }

        List<String> arguments(String name) {
            return strings(json.path("args").path(name));
        }

        boolean flag(String name) {
            return json.path("args").path(name).asBoolean(false);
        }

        /** Empty also where there is no table. */
        List<String> rows() {
            return strings(json.path("start_rows"));
        }

        boolean hasRows() {
            return json.has("start_rows");
        }

        JsonNode expected() {
            return json.path("expect");
        }

        /** Absent where Alembic answered. */
        Optional<JsonNode> error() {
            return Optional.ofNullable(
                    json.has("expect_error")
                            ? json.get("expect_error")
                            : json.path("expect_error_any_of").get(0));
        }

        /** {@code base-1}: Alembic takes the first step down from base to be one to the head. Restamp refuses. */
        boolean countsDownFromBase(String target) {
            return Identifier.Relative.parse(target)
                    .filter(relative -> !relative.up() && relative.from().equals(Optional.of("base")))
                    .isPresent();
        }

        /** Whether Alembic died of a bug instead of refusing. */
        boolean crashed() {
            return error().filter(error -> error.path("cli").isNull()).isPresent();
        }

        @Override
        public String toString() {
            return map + ": " + op() + " " + json.path("args")
                    + (hasRows() ? " from rows " + json.get("start_rows") : "");
        }
    }
}
