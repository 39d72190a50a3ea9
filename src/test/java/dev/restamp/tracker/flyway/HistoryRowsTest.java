package dev.restamp.tracker.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.TableRow;
import dev.restamp.postgres.TestPostgres;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows that Restamp makes beside those that Flyway makes of the same. The project: V1, V2 in a folder of its own, V3 with a
 * long name, R__names with placeholders.
 */
class HistoryRowsTest {
    private static final String USER = TestPostgres.USER;
    private static final List<String> CATALOG = List.of(
            """
            SELECT attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull || ' '
                   || coalesce(pg_get_expr(adbin, adrelid), '')
              FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
             WHERE attrelid = 'flyway_schema_history'::regclass AND attnum > 0
             ORDER BY attnum
            """,
            "SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint"
                    + " WHERE conrelid = 'flyway_schema_history'::regclass ORDER BY conname",
            "SELECT pg_get_indexdef(indexrelid) FROM pg_index"
                    + " WHERE indrelid = 'flyway_schema_history'::regclass ORDER BY 1");

    @TempDir
    private Path folder;

    @Test
    void the_table_is_made_as_flyway_makes_it() {
        try (var ours = world();
                var theirs = ours.again().migrate()) {
            ours.write(List.of());
            for (var question : CATALOG) {
                assertThat(ours.database().column(question))
                        .isEqualTo(theirs.database().column(question))
                        .isNotEmpty();
            }
        }
    }

    @Test
    void what_is_marked_is_what_migrate_would_have_written() {
        try (var ours = world();
                var theirs = ours.again().migrate()) {
            assertThat(FlywayWorld.timeless(marked(ours, "1", "2", "3", "R__names")))
                    .isEqualTo(FlywayWorld.timeless(theirs.rows()));
        }
    }

    @Test
    void what_is_marked_after_a_run_goes_on_counting() {
        try (var ours = world().set("target", "1").migrate().set("target", "latest");
                var theirs = ours.again()) {
            theirs.set("target", "1").migrate().set("target", "latest").migrate();
            assertThat(FlywayWorld.timeless(marked(ours, "2", "3"))).isEqualTo(FlywayWorld.timeless(theirs.rows()));
        }
    }

    @Test
    void a_baseline_script_is_marked_as_it_runs() {
        try (var ours = world()) {
            ours.remove("V1__one.sql").remove("early/V2__two.sql").script("B2__both.sql", table("one"));
            try (var theirs = ours.again().migrate()) {
                assertThat(FlywayWorld.timeless(marked(ours, "2", "3", "R__names")))
                        .isEqualTo(FlywayWorld.timeless(theirs.rows()));
            }
        }
    }

    @Test
    void flyway_takes_what_was_marked_and_runs_the_rest() {
        try (var ours = world()) {
            ours.database().run(table("one"), table("two"));
            ours.write(marked(ours, "1", "2"));
            assertThat(ours.flyway().migrate().migrationsExecuted).isEqualTo(2);
            assertThat(ours.flyway().validateWithResult().validationSuccessful).isTrue();
            assertThat(states(ours)).containsOnly(MigrationState.SUCCESS);
        }
    }

    @Test
    void one_alone_may_be_marked_and_runs_out_of_order() {
        try (var ours = world()) {
            ours.database().run(table("three"));
            ours.write(marked(ours, "3"));
            ours.set("outOfOrder", "true").migrate();
            assertThat(states(ours)).contains(MigrationState.OUT_OF_ORDER);
            assertThat(ours.history().applied(ours.rows())).containsExactly("3", "1", "2", "R__names");
        }
    }

    @Test
    void what_is_dropped_is_pending_again() {
        try (var ours = world().migrate()) {
            ours.write(ours.history().marked(ours.rows(), List.of(), Set.of("3", "R__names"), USER));
            assertThat(Arrays.stream(ours.flyway().info().pending()).map(MigrationInfo::getScript))
                    .containsExactly("V3__a_long_name__of_three.sql", "R__names.sql");
        }
    }

    @Test
    void a_baseline_is_what_flyway_writes() {
        try (var ours = world().set("baselineVersion", "2");
                var theirs = ours.again()) {
            theirs.flyway().baseline();
            var rows = ours.history().baselined(List.of(), revision(ours, "2"), USER);
            assertThat(FlywayWorld.timeless(rows)).isEqualTo(FlywayWorld.timeless(theirs.rows()));
            assertThat(ours.history().applied(rows)).containsExactly("1", "2");
            ours.database().run(table("one"), table("two"));
            ours.write(rows).migrate();
            assertThat(ours.history().applied(ours.rows())).containsExactly("1", "2", "3", "R__names");
        }
    }

    @Test
    void a_baseline_gives_way_to_rows_of_what_still_counts() {
        try (var ours = world()) {
            ours.write(ours.history().baselined(List.of(), revision(ours, "3"), USER));
            var rows = ours.history().marked(ours.rows(), List.of(), Set.of("3"), USER);
            assertThat(FlywayWorld.timeless(rows)).isEqualTo(FlywayWorld.timeless(marked(ours.again(), "1", "2")));
            ours.database().run(table("one"), table("two"));
            assertThat(ours.write(rows).flyway().migrate().migrationsExecuted).isEqualTo(2);
        }
    }

    @Test
    void no_baseline_behind_migrations() {
        try (var ours = world().migrate()) {
            assertThatThrownBy(() -> ours.history().baselined(ours.rows(), revision(ours, "2"), USER))
                    .isInstanceOfSatisfying(Problem.class, problem -> {
                        assertThat(problem.exit()).isEqualTo(Exit.REFUSED);
                        assertThat(problem.hint()).isEqualTo("stamp 2");
                    });
        }
    }

    @Test
    void a_baseline_is_at_a_version() {
        try (var ours = world()) {
            assertThatThrownBy(() -> ours.history().baselined(List.of(), revision(ours, "R__names"), USER))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.exit()).isEqualTo(Exit.USAGE));
        }
    }

    @Test
    void a_repair_of_edited_scripts_is_flyways() {
        try (var ours = world().migrate()) {
            ours.script("V1__one.sql", "-- edited\n" + table("one"));
            ours.remove("early/V2__two.sql").script("early/V2__second.sql", table("two"));
            ours.script("R__names.sql", "CREATE OR REPLACE VIEW names AS SELECT 2 AS id");
            repairsAlike(ours);
        }
    }

    @Test
    void a_repair_of_a_failure_is_flyways() {
        try (var ours = world().set("postgresql.transactional.lock", "false")) {
            ours.script("V4__four.sql", "CREATE INDEX CONCURRENTLY ON one (nothing)");
            assertThatThrownBy(() -> ours.flyway().migrate());
            assertThat(ours.rows()).extracting(row -> row.text("success")).contains("false");
            repairsAlike(ours);
        }
    }

    @Test
    void a_repair_of_lost_scripts_is_flyways() {
        try (var ours = world().migrate()) {
            ours.remove("early/V2__two.sql").remove("R__names.sql");
            repairsAlike(ours);
            assertThat(ours.history().applied(ours.rows())).containsExactly("1", "3");
        }
    }

    @Test
    void a_repair_of_one_leaves_the_others() {
        try (var ours = world().migrate()) {
            ours.script("V1__one.sql", "-- edited\n" + table("one"));
            ours.script("V3__a_long_name__of_three.sql", "-- edited\n" + table("three"));
            var rows = ours.rows();
            var repaired = ours.history().repaired(rows, Set.of("3"), USER);
            assertThat(repaired.get(0)).isEqualTo(rows.get(0));
            assertThat(repaired.get(2)).isNotEqualTo(rows.get(2));
        }
    }

    @Test
    void an_edited_view_that_is_named_counts_as_run() {
        try (var ours = world().migrate()) {
            ours.script("R__names.sql", "CREATE OR REPLACE VIEW names AS SELECT 2 AS id");
            var repaired = ours.history().repaired(ours.rows(), Set.of("R__names"), USER);
            assertThat(ours.write(repaired).flyway().info().pending()).isEmpty();
        }
    }

    @Test
    void a_table_of_before_has_fewer_columns_and_keeps_them() {
        try (var ours = world()) {
            var old = new TableRow(Map.of("installed_rank", "1", "version", "1", "type", "SQL", "success", "true"));
            var rows = ours.history().marked(List.of(old), List.of(revision(ours, "2")), Set.of(), USER);
            assertThat(rows.getLast().values().keySet()).isEqualTo(old.values().keySet());
        }
    }

    /** Ours first, without writing; then Flyway's own, on the table. */
    private static void repairsAlike(FlywayWorld world) {
        var ours = world.history().repaired(world.rows(), Set.of(), USER);
        assertThat(ours).isNotEqualTo(world.rows());
        world.flyway().repair();
        assertThat(FlywayWorld.timeless(ours)).containsExactlyInAnyOrderElementsOf(FlywayWorld.timeless(world.rows()));
    }

    private static List<TableRow> marked(FlywayWorld world, String... ids) {
        var added = Arrays.stream(ids).map(id -> revision(world, id)).toList();
        return world.history().marked(world.rows(), added, Set.of(), USER);
    }

    private static Revision revision(FlywayWorld world, String id) {
        return world.project().graph().get(id).orElseThrow();
    }

    private static List<MigrationState> states(FlywayWorld world) {
        return Arrays.stream(world.flyway().info().all())
                .map(MigrationInfo::getState)
                .toList();
    }

    private FlywayWorld world() {
        return new FlywayWorld(folder)
                .set("placeholders.first", "1")
                .script("V1__one.sql", table("one"))
                .script("early/V2__two.sql", table("two") + ";\r\n-- the end\r\n")
                .script("V3__a_long_name__of_three.sql", "\uFEFF" + table("three"))
                .script("R__names.sql", "CREATE OR REPLACE VIEW names AS SELECT ${first} AS id");
    }

    private static String table(String name) {
        return "CREATE TABLE " + name + " (id integer)";
    }
}
