package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.revision.Revision;
import dev.restamp.postgres.TestPostgres;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import dev.restamp.shell.Program.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Stamps at which Alembic is wrong: the plan says what Alembic would do, Alembic does it on a database of its own, and
 * accepts what Restamp writes instead.
 *
 * <p>Three trees, each revision makes a table of its name: core c0re00000001 ← c0re00000002, billing b1ll00000001 ←
 * b1ll00000002, and 5ea000000001 alone.
 */
class StampBesideAlembicIT {
    private static final String CORE1 = "c0re00000001";
    private static final String CORE2 = "c0re00000002";
    private static final String BILL1 = "b1ll00000001";
    private static final String BILL2 = "b1ll00000002";
    private static final String SEA = "5ea000000001";
    private static final String LONG = "a_revision_whose_name_is_longer_than_32";

    private static final List<Revision> TREES = List.of(
            revision(CORE1, "core"),
            revision(CORE2, "", CORE1),
            revision(BILL1, "billing"),
            revision(BILL2, "", BILL1),
            revision(SEA, ""));

    @TempDir
    private Path home;

    private TestDatabase database;
    private Path project;
    private RealAlembic alembic;

    @BeforeEach
    void a_project_and_an_empty_database() {
        database = TestPostgres.database();
        draw(TREES, "");
    }

    @Test
    void the_rows_of_branches_that_were_right_stay() throws Exception {
        rows(database, CORE2, BILL1, SEA);
        tables(CORE1, CORE2, BILL1, BILL2, SEA);
        var plan = plan("heads");
        assertThat(plan)
                .contains(
                        "alembic stamp heads would delete c0re00000002, 5ea000000001 too: it treats all rows as one branch");
        assertThat(whatAlembicLeaves(List.of(CORE2, BILL1, SEA), "heads")).contains(List.of(BILL2));
        assertThat(would("heads")).contains(List.of(BILL2));

        stamp(List.of(CORE2, BILL1, SEA), CORE2, BILL2, SEA);
        assertThat(stored()).containsExactly(SEA, BILL2, CORE2);
        alembicAccepts();
    }

    @Test
    void several_targets_below_the_rows_each_get_their_row() throws Exception {
        rows(database, CORE2, BILL2);
        tables(CORE1, BILL1);
        assertThat(plan(CORE1, BILL1))
                .contains("alembic stamp c0re00000001 b1ll00000001 would fail: KeyError: 'c0re00000002'");
        assertThat(whatAlembicLeaves(List.of(CORE2, BILL2), CORE1, BILL1)).isEmpty();
        assertThat(would(CORE1, BILL1)).isEmpty();

        stamp(List.of(CORE2, BILL2), CORE1, BILL1);
        assertThat(stored()).containsExactly(BILL1, CORE1);
        alembicAccepts();
    }

    @Test
    void rows_that_overlap_are_put_right_by_a_stamp_that_alembic_passes_over() throws Exception {
        rows(database, CORE1, CORE2);
        tables(CORE1, CORE2);
        assertThat(plan("core@head")).contains("alembic stamp core@head would change nothing, and say nothing");
        assertThat(whatAlembicLeaves(List.of(CORE1, CORE2), "core@head"))
                .hasValueSatisfying(rows -> assertThat(rows).containsExactlyInAnyOrder(CORE1, CORE2));

        stamp(List.of(CORE1, CORE2), CORE2);
        assertThat(stored()).containsExactly(CORE2);
        alembicAccepts();
    }

    @Test
    void of_a_revision_and_its_ancestor_one_row_is_written() throws Exception {
        rows(database);
        tables(CORE1, CORE2);
        assertThat(plan(CORE1, CORE2)).contains("would leave c0re00000001 beside c0re00000002; the rows overlap");
        assertThat(whatAlembicLeaves(List.of(), CORE1, CORE2))
                .hasValueSatisfying(rows -> assertThat(rows).containsExactlyInAnyOrder(CORE1, CORE2));

        stamp(List.of(), CORE1, CORE2);
        assertThat(stored()).containsExactly(CORE2);
        alembicAccepts();
    }

    @Test
    void an_unknown_row_goes_alone() throws Exception {
        rows(database, "deadbeef0001", CORE1, SEA);
        tables(CORE1, CORE2, SEA);
        assertThat(plan(CORE2))
                .contains(
                        "will not start: row \"deadbeef0001\"",
                        "add --remove deadbeef0001",
                        "alembic stamp c0re00000002 would fail: Can't locate revision identified by 'deadbeef0001'");
        assertThat(whatAlembicLeaves(List.of("deadbeef0001", CORE1, SEA), CORE2))
                .isEmpty();

        stamp(List.of("deadbeef0001", CORE1, SEA), CORE2, "--remove", "deadbeef0001");
        assertThat(stored()).containsExactly(SEA, CORE2);
        alembicAccepts();
    }

    @Test
    void an_id_longer_than_the_column_is_refused_with_the_statement_that_makes_room() throws Exception {
        draw(List.of(revision(LONG, "")), "");
        rows(database);
        tables(LONG);
        var refused = run("stamp", LONG, "--expect", "");
        assertThat(refused.exit()).isEqualTo(5);
        var room = "ALTER TABLE public.alembic_version ALTER COLUMN version_num TYPE varchar(64);";
        assertThat(refused.err()).contains("has 39 characters", "character varying(32): it does not fit", room);
        assertThat(whatAlembicLeaves(List.of(), LONG)).isEmpty();

        database.run(room);
        stamp(List.of(), LONG);
        assertThat(stored()).containsExactly(LONG);
        alembicAccepts();
    }

    @Test
    void base_empties_the_table_and_the_base_of_a_branch_its_rows_as_in_alembic() throws Exception {
        rows(database, CORE2, BILL1);
        assertThat(would("billing@base")).contains(List.of(CORE2));
        assertThat(whatAlembicLeaves(List.of(CORE2, BILL1), "billing@base")).contains(List.of(CORE2));
        assertThat(plan("billing@base")).doesNotContain("differs", "alembic stamp");
        force(List.of(CORE2, BILL1), "base");
        assertThat(stored()).isEmpty();
        assertThat(alembic.run("upgrade", "heads").exit()).isZero();
    }

    @Test
    void a_missing_table_is_made_as_alembic_makes_it_and_only_if_the_stamp_holds() throws Exception {
        tables(CORE1, CORE2);
        assertThat(run("stamp", BILL1, "--expect", "").exit()).isEqualTo(5);
        assertThat(database.column("SELECT to_regclass('alembic_version')::text"))
                .containsOnlyNulls();
        stamp(List.of(), CORE2);
        var made = shape(database);
        alembicAccepts();

        var other = TestPostgres.database();
        assertThat(alembic.on(other).run("stamp", CORE2).exit()).isZero();
        assertThat(made).hasSize(3).isEqualTo(shape(other));
    }

    @Test
    void a_version_table_in_another_schema_is_made_and_read_there() throws Exception {
        draw(TREES, ", version_table='Version of \"us\"', version_table_schema='meta'");
        database.run("CREATE SCHEMA meta");
        tables(CORE1, BILL1);
        stamp(List.of(), CORE1, BILL1);
        assertThat(database.column("SELECT version_num FROM meta.\"Version of \"\"us\"\"\" ORDER BY 1"))
                .containsExactly(BILL1, CORE1);
        alembicAccepts();
    }

    @Test
    void statements_for_somebody_else_do_the_same() throws Exception {
        rows(database, CORE2, BILL2);
        tables(CORE1, BILL1);
        var script = run("stamp", CORE1, BILL1, "--sql");
        assertThat(script.exit()).as(script.all()).isZero();
        database.run(script.out());
        assertThat(stored()).containsExactly(BILL1, CORE1);
        alembicAccepts();
    }

    /** Both the rows and what is still to run: an upgrade would die of a table that is there. */
    private void alembicAccepts() {
        var current = alembic.run("current");
        assertThat(current.exit()).as(current.out()).isZero();
        var upgrade = alembic.run("upgrade", "heads");
        assertThat(upgrade.exit()).as(upgrade.out()).isZero();
    }

    /** What Alembic makes of the same rows elsewhere; empty where it fails. */
    private Optional<List<String>> whatAlembicLeaves(List<String> before, String... targets) {
        var other = TestPostgres.database();
        rows(other, before.toArray(String[]::new));
        var words = new ArrayList<>(List.of("stamp"));
        words.addAll(List.of(targets));
        var run = alembic.on(other).run(words.toArray(String[]::new));
        return run.exit() == 0
                ? Optional.of(other.column("SELECT version_num FROM alembic_version"))
                : Optional.empty();
    }

    /** What Restamp says that Alembic would leave. */
    private Optional<List<String>> would(String... targets) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of("stamp", "--plan", "--json"));
        words.addAll(List.of(targets));
        var rows = run(words.toArray(String[]::new)).json().path("alembic_would");
        return rows.isNull()
                ? Optional.empty()
                : Optional.of(rows.valueStream().map(JsonNode::asString).toList());
    }

    private void stamp(List<String> expected, String... words) throws IOException, InterruptedException {
        var outcome = write(expected, words);
        assertThat(outcome.exit()).as(outcome.all()).isZero();
    }

    private void force(List<String> expected, String... words) throws IOException, InterruptedException {
        var more = Arrays.copyOf(words, words.length + 2);
        more[words.length] = "--allow-unproved";
        more[words.length + 1] = "a test";
        stamp(expected, more);
    }

    private Outcome write(List<String> expected, String... words) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of("stamp"));
        all.addAll(List.of(words));
        all.addAll(List.of("--expect", String.join(",", expected)));
        return run(all.toArray(String[]::new));
    }

    /** The plan on one line, as if there were room for it. */
    private String plan(String... targets) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of("stamp", "--plan"));
        words.addAll(List.of(targets));
        return run(words.toArray(String[]::new)).out().replaceAll("\\s+", " ");
    }

    private Outcome run(String... arguments) throws IOException, InterruptedException {
        return new Program(home, project, Map.of("DATABASE_URL", RealAlembic.url(database))).run(arguments);
    }

    private void draw(List<Revision> revisions, String configure) {
        project = DrawnProject.write(
                home.resolve("project" + (revisions.size() + configure.length())),
                revisions,
                configure,
                revision -> "op.create_table('%s', sa.Column('id', sa.Integer(), primary_key=True))"
                        .formatted(table(revision.id())));
        alembic = RealAlembic.in(project, database);
    }

    private void tables(String... revisions) {
        for (var revision : revisions) {
            database.run("CREATE TABLE " + table(revision) + " (id serial PRIMARY KEY)");
        }
    }

    private static String table(String revision) {
        return "t_" + revision;
    }

    private static void rows(TestDatabase database, String... ids) {
        database.run("CREATE TABLE alembic_version (version_num varchar(32) NOT NULL,"
                + " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))");
        for (var id : ids) {
            database.run("INSERT INTO alembic_version VALUES ('" + id + "')");
        }
    }

    private List<String> stored() {
        return database.column("SELECT version_num FROM alembic_version ORDER BY 1");
    }

    /** Column, constraint and index of the version table. */
    private static List<String> shape(TestDatabase database) {
        return database.column("""
                SELECT attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull FROM pg_attribute
                 WHERE attrelid = 'alembic_version'::regclass AND attnum > 0
                UNION ALL
                SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
                 WHERE conrelid = 'alembic_version'::regclass AND contype = 'p'
                UNION ALL
                SELECT pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid = 'alembic_version'::regclass
                """);
    }

    private static Revision revision(String id, String label, String... parents) {
        var labels = label.isEmpty() ? List.<String>of() : List.of(label);
        return new Revision(id, List.of(parents), labels, List.of(), "make " + id, "");
    }
}
