package dev.restamp.practice;

import static dev.restamp.practice.Running.database;
import static dev.restamp.practice.Running.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.restamp.postgres.ScratchDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the incident report tells of Alembic, happening to the real one. Where there is none, these tests are skipped. */
class RealAlembicTest {
    private static final Optional<String> PYTHON = Stream.of("/usr/bin/python3", "python3")
            .filter(RealAlembicTest::runsAlembic)
            .findFirst();

    private static Practice practice;

    @BeforeAll
    static void start() {
        assumeTrue(PYTHON.isPresent(), "no `python3 -m alembic` with psycopg2 here: the real Alembic is not asked");
        practice = Running.restoredDump();
    }

    @AfterAll
    static void stop() {
        if (practice != null) {
            practice.close();
        }
    }

    @Test
    void upgrade_of_the_restored_dump_dies_of_the_index_that_is_already_there() throws Exception {
        practice.reset();
        var upgrade = alembic(database(practice, "railway"), "upgrade", "head");
        assertThat(upgrade.code()).isNotZero();
        assertThat(upgrade.lines().filter(line -> line.startsWith("psycopg2.errors")))
                .containsExactly(
                        "psycopg2.errors.DuplicateTable: relation \"idx_positions_active_complete\" already exists");
    }

    /** A new break asks here for the words with which Alembic refuses. */
    @ParameterizedTest
    @MethodSource("breaks")
    void upgrade_dies_of_every_break_in_its_own_way(String name) throws Exception {
        practice.reset();
        practice.applyBreak(name);
        var upgrade = alembic(database(practice, "railway"), "upgrade", "head");
        assertThat(upgrade.code()).isNotZero();
        assertThat(upgrade.output())
                .contains(
                        switch (name) {
                            case "ghost-revision" -> "Can't locate revision identified by '5f0c3a9b7e21'";
                            case "half-restored" -> "relation \"idx_positions_active_complete\" already exists";
                            case "one-parent" -> "relation \"position_realized_events\" already exists";
                            case "two-rows" -> "i6j7k8l9m0n1 overlaps with other requested revisions h5i6j7k8l9m0";
                            default -> throw new AssertionError("no words for " + name);
                        });
    }

    static Set<String> breaks() {
        return Scenario.named("restored-dump").breaks().keySet();
    }

    @Test
    void stamping_the_head_repairs_it() throws Exception {
        practice.reset();
        var railway = database(practice, "railway");
        scratch(railway, "railway").run("UPDATE alembic_version SET version_num = 'ec31ab63431d'");

        assertThat(alembic(railway, "current").lines()).contains("ec31ab63431d (head) (mergepoint)");
        assertThat(alembic(railway, "current", "-v").lines()).contains("Merges: g3h4i5j6k7l8, j7k8l9m0n1o2");
        assertThat(alembic(railway, "upgrade", "head").code()).isZero();
    }

    @Test
    void stamping_the_half_restored_database_hides_what_is_missing() throws Exception {
        practice.reset();
        practice.applyBreak("half-restored");
        var railway = database(practice, "railway");

        assertThat(alembic(railway, "stamp", "head").code()).isZero();
        assertThat(alembic(railway, "upgrade", "head").code()).isZero();
        assertThat(query(railway, "SELECT to_regclass('symbol_daily_metrics')::text"))
                .containsOnlyNulls();
    }

    @Test
    void alembic_builds_the_same_schema_from_nothing() throws Exception {
        practice.reset();
        var local = database(practice, "local");
        scratch(local, "empty").create();
        var empty = new PracticeDatabase("empty", local.host(), local.port(), local.user(), local.password());

        assertThat(alembic(empty, "upgrade", "head").code()).isZero();

        assertThat(query(empty, catalogQuery())).hasSizeGreaterThan(400).isEqualTo(query(local, catalogQuery()));
    }

    @Test
    void every_revision_above_the_row_but_the_merge_leaves_a_trace() throws Exception {
        practice.reset();
        var local = database(practice, "local");
        scratch(local, "steps").create();
        var steps = new PracticeDatabase("steps", local.host(), local.port(), local.user(), local.password());
        alembic(steps, "upgrade", "i6j7k8l9m0n1");
        var before = query(steps, catalogQuery());
        for (var revision : List.of("f2g3h4i5j6k7", "g3h4i5j6k7l8", "j7k8l9m0n1o2")) {
            assertThat(alembic(steps, "upgrade", revision).code()).isZero();
            var after = query(steps, catalogQuery());
            assertThat(after).as(revision).isNotEqualTo(before);
            before = after;
        }
    }

    /** What a run printed, both streams, and how it ended. */
    private record Run(int code, String output) {
        Stream<String> lines() {
            return output.lines();
        }
    }

    private static Run alembic(PracticeDatabase database, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(PYTHON.orElseThrow(), "-B", "-m", "alembic"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(practice.project().toFile())
                .redirectErrorStream(true);
        builder.environment().put("DATABASE_URL", database.url());
        builder.environment().put("PGPASSFILE", practice.passfile().toString());
        builder.environment().put("MIGRATION_MODE", "1");
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    private static boolean runsAlembic(String python) {
        try {
            return new ProcessBuilder(python, "-c", "import alembic, psycopg2")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static ScratchDatabase scratch(PracticeDatabase database, String name) {
        return new ScratchDatabase(database.host(), database.port(), database.user(), database.password(), name);
    }

    private static String catalogQuery() throws IOException {
        try (var resource = RealAlembicTest.class.getResourceAsStream("catalog.sql")) {
            return new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
