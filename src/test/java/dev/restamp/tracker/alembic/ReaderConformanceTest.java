package dev.restamp.tracker.alembic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.revision.Revision;
import dev.restamp.tracker.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What real Alembic reads from one revision file, for every case of every file of kind "revision-file" in the
 * conformance data.
 *
 * <p>Where this reader differs, it does so by one of three rules: what is no text cannot be a revision id; what only a
 * run can tell is refused; what makes Alembic fail outside the declarations is read all the same.
 */
class ReaderConformanceTest {
    private static final Path DATA = Path.of("src/test/resources/conformance");

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void reads_what_alembic_reads(String name, JsonNode test) throws IOException {
        var project = project(test);
        switch (test.get("static").asString()) {
            case "ignored" -> {
                assertThat(project.graph().revisions()).isEmpty();
                assertThat(project.problems()).isEmpty();
            }
            case "dynamic" -> {
                assertThat(project.problems()).singleElement().satisfies(problem -> {
                    assertThat(problem.why()).startsWith("cannot tell ");
                    assertThat(problem.line()).isPositive();
                    // Without its labels or dependencies a revision keeps its place.
                    assertThat(project.graph().revisions())
                            .hasSize(problem.why().matches("cannot tell (branch_labels|depends_on) .*") ? 1 : 0);
                });
            }
            case "error" -> assertThatErrorIsSeenOrHarmless(project, test.get("expect_error"));
            default -> {
                var expected = test.get("expect");
                if (isText(expected)) {
                    assertThat(project.problems()).isEmpty();
                    assertThat(project.graph().revisions()).singleElement().satisfies(read -> sameAs(expected, read));
                } else {
                    assertThat(project.graph().revisions()).isEmpty();
                    assertThat(project.problems())
                            .singleElement()
                            .satisfies(problem -> assertThat(problem.why()).contains(" is no text: "));
                }
            }
        }
    }

    static Stream<Arguments> cases() throws IOException {
        var mapper = JsonMapper.shared();
        try (var files = Files.list(DATA)) {
            return files
                    .filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> mapper.readTree(file.toFile()))
                    .filter(data -> data.path("kind").asString("").equals("revision-file"))
                    .flatMap(data -> StreamSupport.stream(data.get("cases").spliterator(), false))
                    .map(test -> Arguments.of(test.get("name").asString(), test))
                    .toList()
                    .stream();
        }
    }

    private Project project(JsonNode test) throws IOException {
        var versions = Files.createDirectories(folder.resolve("scripts/versions"));
        Files.writeString(folder.resolve("alembic.ini"), "[alembic]\nscript_location = %(here)s/scripts\n");
        Files.write(versions.resolve(test.get("file").asString()), source(test));
        return new AlembicTracker().open(folder);
    }

    private static byte[] source(JsonNode test) {
        return test.has("source")
                ? test.get("source").asString().getBytes(StandardCharsets.UTF_8)
                : Base64.getDecoder().decode(test.get("source_base64").asString());
    }

    private static boolean isText(JsonNode expected) {
        var parents = expected.get("down_revision");
        return expected.get("revision").isString() && (parents.isNull() || parents.isString() || parents.isArray());
    }

    private static void sameAs(JsonNode expected, Revision read) {
        assertThat(read.id()).isEqualTo(expected.get("revision").asString());
        assertThat(read.downRevisions()).isEqualTo(texts(expected.get("down_revision")));
        assertThat(read.branchLabels()).isEqualTo(texts(expected.get("branch_labels")));
        assertThat(read.dependsOn()).isEqualTo(texts(expected.get("depends_on")));
        assertThat(read.doc()).isEqualTo(expected.get("doc").asString());
        assertThat(read.longDoc()).isEqualTo(expected.get("longdoc").asString());
    }

    private static List<String> texts(JsonNode node) {
        if (node.isNull()) {
            return List.of();
        }
        return node.isString()
                ? List.of(node.asString())
                : StreamSupport.stream(node.spliterator(), false)
                        .map(JsonNode::asString)
                        .toList();
    }

    /** Loops and illegal characters are for the graph to refuse; it must get them to see. */
    private static void assertThatErrorIsSeenOrHarmless(Project project, JsonNode error) {
        switch (error.get("type").asString()) {
            case "SyntaxError", "ModuleNotFoundError", "RuntimeError" ->
                assertThat(project.graph().revisions()).hasSize(1);
            case "RevisionError" ->
                assertThat(project.graph().revisions())
                        .singleElement()
                        .satisfies(read -> assertThat(read.id()).containsAnyOf("-", ":", "@", "+"));
            case "LoopDetected" ->
                assertThat(project.graph().revisions())
                        .singleElement()
                        .satisfies(read -> assertThat(read.downRevisions()).contains(read.id()));
            case "DependencyLoopDetected" ->
                assertThat(project.graph().revisions())
                        .singleElement()
                        .satisfies(read -> assertThat(read.dependsOn()).contains(read.id()));
            default -> {
                assertThat(project.graph().revisions()).isEmpty();
                assertThat(project.problems()).hasSize(1);
            }
        }
    }
}
