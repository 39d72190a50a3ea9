package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.shell.Program.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The incident of the restored dump, told for every tool with a row for each migration, by the built program in a pipe. */
class OtherToolsIT {
    @TempDir
    private Path home;

    /**
     * One tool's telling.
     *
     * @param stale the last row of the restored dump
     * @param there the migration that the schema is at
     * @param head the one that is still to run
     * @param revision what the tool calls one of them
     */
    record Telling(
            String tool, String stale, String there, String head, String upgrade, String table, String revision) {
        String start() {
            return "practice start restored-dump --tool " + tool;
        }

        String stamp() {
            return "stamp " + there + " --expect " + stale;
        }

        @Override
        public String toString() {
            return tool;
        }
    }

    static Stream<Telling> tellings() {
        return Stream.of(
                new Telling(
                        "liquibase",
                        "12::ana",
                        "15::ana",
                        "16::ben",
                        "liquibase update",
                        "public.databasechangelog",
                        "change set"),
                new Telling("flyway", "12", "15", "16", "flyway migrate", "public.flyway_schema_history", "migration"));
    }

    @ParameterizedTest
    @MethodSource("tellings")
    void the_restored_dump_is_seen_proved_stamped_and_its_last_migration_runs(Telling told) throws Exception {
        var said = run(
                told.start(),
                "status",
                "diagnose",
                told.stamp(),
                "status",
                "upgrade",
                "status",
                "receipts",
                "report -");
        assertThat(said.exit()).as(said.all()).isEqualTo(1);
        assertThat(said.out())
                .containsSubsequence(
                        "DRIFT  the version row is behind the schema",
                        "VD101",
                        told.upgrade() + " ",
                        "would fail:",
                        "DuplicateTable",
                        "fits      " + told.there(),
                        "PROOF",
                        "STAMPED  " + told.stale() + " -> " + told.there(),
                        "2  upgrade ",
                        "OK  row and schema agree: " + told.there() + ", 1 " + told.revision() + " to run",
                        "1  upgrade ",
                        "UPGRADED  " + told.there() + " -> " + told.head(),
                        "OK  row, schema and head agree: " + told.head(),
                        told.there(),
                        "# Incident: the version row is behind the schema",
                        "repaired: " + told.table().replace("_", "\\_") + " " + told.stale() + " → " + told.there()
                                + "; " + told.upgrade() + " ran, row " + told.there() + " → " + told.head(),
                        told.upgrade() + " has nothing left to run",
                        "Nothing that was written in this session is left to be taken back.");
        assertThat(report(said)).doesNotContainIgnoringCase("alembic");
    }

    @ParameterizedTest
    @MethodSource("tellings")
    void a_stamp_is_taken_back_while_nothing_has_run_and_not_afterwards(Telling told) throws Exception {
        var said = run(told.start(), told.stamp(), "report -", "undo", "status", told.stamp(), "upgrade", "undo");
        assertThat(said.exit()).as(said.all()).isEqualTo(5);
        assertThat(said.out())
                .containsSubsequence(
                        "Or by hand, in one transaction",
                        "DELETE FROM " + told.table() + " WHERE",
                        "UNDONE  " + told.there() + " -> " + told.stale(),
                        "DRIFT  the version row is behind the schema",
                        "UPGRADED");
        assertThat(said.err()).contains("the row is no longer as");
    }

    @ParameterizedTest
    @MethodSource("tellings")
    void what_is_half_restored_is_not_stamped(Telling told) throws Exception {
        var said = run(told.start(), "practice break half-restored", told.stamp());
        assertThat(said.exit()).as(said.all()).isEqualTo(5);
        assertThat(said.out())
                .contains(
                        "REFUSED  " + told.there() + " is not proved",
                        "index idx_snapshots_portfolio_date_desc ABSENT",
                        "table symbol_daily_metrics ABSENT",
                        "nothing has been written");
    }

    @ParameterizedTest
    @MethodSource("tellings")
    void a_program_gets_one_object_for_each_line(Telling told) throws Exception {
        var said = runJson(told.start(), "status", told.stamp(), "upgrade", "status");
        assertThat(said.exit()).as(said.all()).isEqualTo(1);
        var answers = said.out().lines().map(new JsonMapper()::readTree).toList();
        assertThat(answers).extracting(answer -> answer.get("exit").intValue()).containsExactly(0, 1, 0, 0, 0);
        var status = answers.get(1);
        assertThat(status.at("/upgrade/error").stringValue()).isEqualTo("DuplicateTable");
        assertThat(status.at("/migration_tool/upgrade").stringValue()).isEqualTo(told.upgrade());
        assertThat(status.at("/migration_tool/revision").stringValue()).isEqualTo(told.revision());
        assertThat(texts(answers.get(2).get("after"))).containsExactly(told.there());
        assertThat(answers.get(2).get("undo_statements").size())
                .isEqualTo(answers.get(2).get("statements").size());
        assertThat(answers.get(3).get("ran").booleanValue()).isTrue();
        assertThat(texts(answers.get(4).get("row"))).containsExactly(told.head());
    }

    /** Of Alembic the incident has nothing left to run after the stamp. */
    @Test
    void alembic_has_nothing_to_run_then() throws Exception {
        var said = run(
                "practice start restored-dump", "stamp ec31ab63431d --expect i6j7k8l9m0n1", "upgrade", "upgrade head");
        assertThat(said.exit()).as(said.all()).isZero();
        assertThat(said.out())
                .containsSubsequence(
                        "STAMPED", "nothing to run: alembic upgrade head", "nothing to run: alembic upgrade");
        assertThat(said.out()).doesNotContain("UPGRADED", "2  upgrade");
    }

    private Outcome run(String... lines) throws Exception {
        return program().runWithInput(String.join("\n", lines) + "\n", "-");
    }

    private Outcome runJson(String... lines) throws Exception {
        return program().runWithInput(String.join("\n", lines) + "\n", "--json", "-");
    }

    private Program program() {
        return new Program(home, home, Map.of());
    }

    /** Its part of what was said. */
    private static String report(Outcome said) {
        return said.out().substring(said.out().indexOf("# Incident"));
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(one -> texts.add(one.stringValue()));
        return texts;
    }
}
