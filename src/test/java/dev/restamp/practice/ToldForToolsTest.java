package dev.restamp.practice;

import static dev.restamp.practice.Running.query;
import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.postgres.Database;
import dev.restamp.postgres.DatabaseUrl;
import dev.restamp.postgres.Limits;
import dev.restamp.postgres.ScratchDatabase;
import dev.restamp.postgres.Secret;
import dev.restamp.postgres.ToolConnection;
import dev.restamp.tracker.MigrationTool.Library;
import dev.restamp.tracker.Trackers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rows that a scenario is told with are those that the tool itself writes for the project beside them, and its schema is
 * the one that the tool builds.
 */
class ToldForToolsTest {
    private static final Map<String, String> TABLES =
            Map.of("liquibase", "databasechangelog", "flyway", "flyway_schema_history");

    /** What differs from one run to the next. */
    private static final String ROWS = """
            SELECT (to_jsonb(t) - ARRAY['dateexecuted', 'deployment_id', 'installed_on', 'installed_by', 'execution_time'])::text
              FROM %s t
             ORDER BY 1""";

    static List<Scenario> told() {
        return ScenarioTest.scenarios().stream()
                .filter(scenario -> scenario.tool().isPresent())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("told")
    void the_tool_itself_comes_to_the_same_rows_and_the_same_schema(Scenario scenario) throws Exception {
        try (var practice = Practice.start(scenario, Running.HOME, _ -> {})) {
            var whole = practice.databases().getFirst();
            var empty = empty(whole);
            var table = TABLES.getOrDefault(scenario.tool().orElseThrow(), "");
            var rows = query(whole, ROWS.formatted(table));

            upgrade(practice, empty, rows.size());

            assertThat(query(empty, ROWS.formatted(table))).isNotEmpty().containsExactlyElementsOf(rows);
            assertThat(query(empty, catalogQuery())).hasSizeGreaterThan(20).isEqualTo(query(whole, catalogQuery()));
        }
    }

    private static PracticeDatabase empty(PracticeDatabase beside) {
        new ScratchDatabase(beside.host(), beside.port(), beside.user(), beside.password(), "empty").create();
        return new PracticeDatabase("empty", beside.host(), beside.port(), beside.user(), beside.password());
    }

    /** So many migrations, by the tool's own library. */
    private static void upgrade(Practice practice, PracticeDatabase database, int count) {
        var tracker = Trackers.ALL.stream()
                .filter(one -> one.name().equals(practice.scenario().tool().orElseThrow()))
                .findFirst()
                .orElseThrow();
        var project = tracker.open(practice.project());
        var last = project.graph().oldestFirst().get(count - 1).id();
        var said = new ArrayList<String>();
        try (var reading = Database.connect(
                        DatabaseUrl.parse(database.url(), Map.of()),
                        Optional.of(Secret.of(database.password())),
                        Limits.DEFAULT);
                var connection = new ToolConnection(reading, "test")) {
            ((Library) project.tool(Map.of())).upgrade(Optional.of(last), connection, said::add);
        }
    }

    private static String catalogQuery() throws IOException {
        try (var resource = ToldForToolsTest.class.getResourceAsStream("catalog.sql")) {
            return new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
