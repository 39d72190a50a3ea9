package dev.restamp.practice;

import static dev.restamp.practice.Running.database;
import static dev.restamp.practice.Running.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.restamp.postgres.ScratchDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the incident report tells of Alembic, happening to the real one. Where there is none, these tests are skipped. */
class RealAlembicTest {
    private static final Optional<String> PYTHON = Stream.of("/usr/bin/python3", "python3")
            .filter(RealAlembicTest::runsAlembic)
            .findFirst();

    private static final Map<String, Practice> STARTED = new HashMap<>();

    private static Practice practice;

    @BeforeAll
    static void start() {
        assumeTrue(PYTHON.isPresent(), "no `python3 -m alembic` with psycopg2 here: the real Alembic is not asked");
        practice = started("restored-dump");
    }

    @AfterAll
    static void stop() {
        STARTED.values().forEach(Practice::close);
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

    /** A new break asks here for the words with which Alembic answers. */
    @ParameterizedTest
    @MethodSource("breaks")
    void upgrade_answers_every_break_in_its_own_way(String scenario, String name) throws Exception {
        var running = started(scenario);
        running.reset();
        running.applyBreak(name);
        var upgrade = alembic(running, current(running), "upgrade", "head");
        assertThat(upgrade.output())
                .contains(
                        switch (scenario + " " + name) {
                            case "restored-dump ghost-revision" -> "Can't locate revision identified by '5f0c3a9b7e21'";
                            case "restored-dump half-restored" ->
                                "relation \"idx_positions_active_complete\" already exists";
                            case "restored-dump one-parent" -> "relation \"position_realized_events\" already exists";
                            case "restored-dump two-rows" ->
                                "i6j7k8l9m0n1 overlaps with other requested revisions h5i6j7k8l9m0";
                            case "shop behind", "shop one-parent" -> "relation \"audit_log\" already exists";
                            case "shop ghost-revision" -> "Can't locate revision identified by 'deadbeef0001'";
                            case "shop two-rows" -> "3c4d5e6f7081 overlaps with other requested revisions 2b3c4d5e6f70";
                            case "shop stamped-head" -> "";
                            case "shop changed-by-hand" -> "Running upgrade 6f708192a3b4 -> 708192a3b4c5";
                            default -> throw new AssertionError("no words for " + scenario + " " + name);
                        });
        // With these two Alembic sees nothing wrong.
        assertThat(upgrade.code() == 0)
                .isEqualTo(List.of("stamped-head", "changed-by-hand").contains(name));
    }

    static Stream<Arguments> breaks() {
        return Scenario.all().stream()
                .flatMap(one -> one.breaks().keySet().stream().map(name -> Arguments.of(one.name(), name)));
    }

    @Test
    void after_somebody_stamped_the_head_upgrade_says_nothing_and_the_index_stays_away() throws Exception {
        var shop = started("shop");
        shop.reset();
        shop.applyBreak("stamped-head");
        assertThat(alembic(shop, current(shop), "upgrade", "head").lines())
                .noneMatch(line -> line.contains("Running upgrade"));
        assertThat(query(current(shop), "SELECT to_regclass('ix_orders_user_id')::text"))
                .containsOnlyNulls();
    }

    @Test
    void the_shop_has_one_revision_to_run_and_it_runs() throws Exception {
        var shop = started("shop");
        shop.reset();
        assertThat(alembic(shop, current(shop), "upgrade", "head").lines().filter(line -> line.contains("Running")))
                .singleElement()
                .asString()
                .endsWith("Running upgrade 6f708192a3b4 -> 708192a3b4c5, index orders.user_id");
        assertThat(query(current(shop), catalogQuery())).isEqualTo(query(database(shop, "stage"), catalogQuery()));
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

    /** The first database of a scenario is as Alembic builds it. */
    @ParameterizedTest
    @MethodSource("scenarios")
    void alembic_builds_the_same_schema_from_nothing(String scenario) throws Exception {
        var running = started(scenario);
        running.reset();
        var whole = running.databases().getFirst();
        scratch(whole, "empty").create();
        var empty = new PracticeDatabase("empty", whole.host(), whole.port(), whole.user(), whole.password());

        assertThat(alembic(running, empty, "upgrade", "head").code()).isZero();

        assertThat(query(empty, catalogQuery())).hasSizeGreaterThan(20).isEqualTo(query(whole, catalogQuery()));
    }

    static List<String> scenarios() {
        return Scenario.all().stream().map(Scenario::name).toList();
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

    private static Practice started(String scenario) {
        return STARTED.computeIfAbsent(scenario, name -> Practice.start(Scenario.named(name), Running.HOME, _ -> {}));
    }

    private static PracticeDatabase current(Practice running) {
        return running.databases().getLast();
    }

    private static Run alembic(PracticeDatabase database, String... arguments)
            throws IOException, InterruptedException {
        return alembic(practice, database, arguments);
    }

    private static Run alembic(Practice running, PracticeDatabase database, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(PYTHON.orElseThrow(), "-B", "-m", "alembic"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(running.project().toFile())
                .redirectErrorStream(true);
        builder.environment().put("DATABASE_URL", database.url());
        builder.environment().put("PGPASSFILE", running.passfile().toString());
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
