package dev.restamp.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restamp.core.Problem;
import dev.restamp.tracker.Tracker;
import dev.restamp.tracker.Trackers;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every scenario must bring; a new one is checked as soon as its folder is there. */
class ScenarioTest {
    @ParameterizedTest
    @MethodSource("scenarios")
    void can_be_started_broken_and_reset(Scenario scenario) {
        try (var practice = Practice.start(scenario, Running.HOME, _ -> {})) {
            assertThat(practice.databases()).isNotEmpty();
            for (var name : scenario.breaks().keySet()) {
                practice.applyBreak(name);
                practice.reset();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void breaks_databases_it_has(Scenario scenario) {
        assertThat(scenario.breaks().values())
                .allSatisfy(wanted -> assertThat(scenario.databases()).containsKey(wanted.database()));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void unpacks_its_project(Scenario scenario, @TempDir Path folder) {
        scenario.unpackProject(folder.resolve("project"));
        assertThat(Trackers.ALL)
                .filteredOn(tracker -> tracker.recognises(folder.resolve("project")))
                .extracting(Tracker::name)
                .containsExactly(scenario.tool().orElse("alembic"));
    }

    @Test
    void an_unknown_scenario_is_named_with_those_that_exist() {
        assertThatThrownBy(() -> Scenario.named("x")).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.what()).isEqualTo("no practice scenario \"x\"");
            assertThat(problem.hint()).contains("restored-dump");
        });
    }

    @Test
    void a_tool_it_is_not_told_for_is_named_with_those_it_is() {
        var scenario = Scenario.named("restored-dump");
        assertThatThrownBy(() -> scenario.toldFor("rails")).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.what()).isEqualTo("restored-dump is not told for rails");
            assertThat(problem.hint()).contains("--tool flyway", "--tool liquibase");
        });
    }

    static List<Scenario> scenarios() {
        return Scenario.all().stream()
                .flatMap(scenario ->
                        Stream.concat(Stream.of(scenario), tools(scenario).map(scenario::toldFor)))
                .toList();
    }

    /** Those whose projects are read. */
    private static Stream<String> tools(Scenario scenario) {
        var known = Trackers.ALL.stream().map(Tracker::name).toList();
        return scenario.tools().stream().filter(known::contains);
    }
}
