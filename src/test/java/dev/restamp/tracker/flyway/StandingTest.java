package dev.restamp.tracker.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Situations made by Flyway itself: its {@code info} and this say the same of every migration and row, and what would stop
 * its {@code migrate} is foreseen. Each begins with V1, V2, V3 and R__names, none of which has run.
 */
class StandingTest {
    private static final Set<MigrationState> SEEN = new HashSet<>();

    static final List<Arguments> SITUATIONS = List.of(
            situation("nothing has run", _ -> {}),
            situation("all has run", FlywayWorld::migrate),
            situation("a target", world -> world.set("target", "2").migrate()),
            situation("a target that is not reached yet", world -> world.set("target", "2")),
            situation(
                    "the target is where it is",
                    world -> world.set("target", "2").migrate().set("target", "current")),
            situation(
                    "the target is the next one",
                    world -> world.set("target", "1").migrate().set("target", "next")),
            situation("a baseline", world -> baseline(world, "2")),
            situation("a baseline, then the rest", world -> {
                baseline(world, "2");
                world.migrate();
            }),
            situation("a baseline between versions", world -> baseline(world, "1.5")),
            situation("a baseline above all versions", world -> baseline(world, "9")),
            situation("a script is lost", world -> world.migrate().remove("V2__two.sql")),
            situation("the last script is lost", world -> world.migrate().remove("V3__three.sql")),
            situation("a script comes late", StandingTest::late),
            situation("a script comes late and may", world -> {
                late(world);
                world.set("outOfOrder", "true");
            }),
            situation("a script came late", world -> {
                late(world);
                world.set("outOfOrder", "true").migrate();
            }),
            situation("a script came late and no other may", world -> {
                late(world);
                world.set("outOfOrder", "true").migrate().set("outOfOrder", "false");
            }),
            situation("a repeatable script is edited", world -> world.migrate().script("R__names.sql", view("2"))),
            situation(
                    "a repeatable script has run twice",
                    world -> world.migrate().script("R__names.sql", view("2")).migrate()),
            situation("a repeatable script is lost", world -> world.migrate().remove("R__names.sql")),
            situation(
                    "a repeatable script has run twice and is lost",
                    world -> world.migrate()
                            .script("R__names.sql", view("2"))
                            .migrate()
                            .remove("R__names.sql")),
            situation("a script is edited", world -> world.migrate().script("V2__two.sql", "CREATE TABLE other ()")),
            situation("a script is edited below a baseline", world -> {
                baseline(world, "2");
                world.migrate().script("V2__two.sql", "CREATE TABLE other ()");
            }),
            situation(
                    "a script is called otherwise",
                    world -> world.migrate().remove("V2__two.sql").script("V2__second.sql", table("two"))),
            situation(
                    "a version is written otherwise",
                    world -> world.migrate().remove("V2__two.sql").script("V2.0__two.sql", table("two"))),
            situation("a script failed", StandingTest::failed),
            situation("a script failed and is lost", world -> {
                failed(world);
                world.remove("V4__four.sql");
            }),
            situation("a script failed below another, and is lost", world -> {
                failed(world);
                world.remove("V4__four.sql").script("V5__five.sql", table("five"));
            }),
            situation("a repeatable script failed", world -> {
                world.script("R__broken.sql", "CREATE INDEX CONCURRENTLY ON one (nothing)");
                world.set("postgresql.transactional.lock", "false");
                attempt(world);
            }),
            situation("a lost script is repaired", world -> {
                world.migrate().remove("V2__two.sql");
                world.flyway().repair();
            }),
            situation("a lost script is repaired and comes back", world -> {
                world.migrate().remove("V2__two.sql");
                world.flyway().repair();
                world.script("V2__two.sql", "SELECT 1");
            }),
            situation("a lost script is repaired, comes back and runs", world -> {
                world.migrate().remove("V2__two.sql");
                world.flyway().repair();
                world.script("V2__two.sql", "SELECT 1")
                        .set("outOfOrder", "true")
                        .migrate();
            }),
            situation("a lost repeatable script is repaired", world -> {
                world.migrate().remove("R__names.sql");
                world.flyway().repair();
            }),
            situation("a lost repeatable script is repaired, comes back and runs", world -> {
                world.migrate().remove("R__names.sql");
                world.flyway().repair();
                world.script("R__names.sql", view("1")).migrate();
            }),
            situation("a baseline script for an empty database", world -> world.script("B2__both.sql", both())),
            situation(
                    "a baseline script has run",
                    world -> world.script("B2__both.sql", both()).migrate()),
            situation(
                    "a baseline script has run and is lost",
                    world -> world.script("B2__both.sql", both()).migrate().remove("B2__both.sql")),
            situation("a baseline script comes late", world -> world.migrate().script("B2__both.sql", both())),
            situation(
                    "two baseline scripts",
                    world -> world.script("B2__both.sql", both()).script("B1__only.sql", table("one"))),
            situation(
                    "a baseline script instead of scripts",
                    world -> world.script("B2__both.sql", both())
                            .remove("V1__one.sql")
                            .remove("V2__two.sql")
                            .migrate()),
            situation(
                    "Flyway made the schema",
                    world -> world.set("schemas", "public,shop").migrate()),
            situation(
                    "lost scripts are no matter",
                    world -> world.migrate().remove("V2__two.sql").set("ignoreMigrationPatterns", "*:missing")),
            situation("late scripts are no matter", world -> {
                late(world);
                world.set("ignoreMigrationPatterns", "versioned:ignored");
            }),
            situation(
                    "future scripts matter",
                    world -> world.migrate()
                            .remove("V3__three.sql")
                            .set("ignoreMigrationPatterns", "repeatable:missing")),
            situation(
                    "nothing is compared",
                    world -> world.set("validateOnMigrate", "false")
                            .migrate()
                            .script("V2__two.sql", "CREATE TABLE other ()")));

    private static Arguments situation(String name, Consumer<FlywayWorld> story) {
        return Arguments.of(name, story);
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("SITUATIONS")
    void is_what_flyway_says(String name, Consumer<FlywayWorld> story, @TempDir Path folder) {
        try (var world = world(folder)) {
            story.accept(world);
            var entries = world.history().standing(world.rows());
            assertThat(entries.stream().map(StandingTest::line))
                    .as(name)
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.of(world.flyway().info().all())
                                    .map(StandingTest::line)
                                    .toList());
            entries.forEach(entry -> SEEN.add(entry.state()));
            var obstacle = world.history().obstacle(world.rows(), List.of());
            assertThat(obstacle.isPresent()).as(name + ": " + obstacle).isEqualTo(isRefused(world));
        }
    }

    /** Those that no edition without undo can come to are left out. */
    @AfterAll
    static void no_state_was_forgotten() {
        var states = new TreeSet<>(Arrays.asList(MigrationState.values()));
        states.removeAll(Set.of(MigrationState.UNDONE, MigrationState.AVAILABLE));
        assertThat(SEEN).containsAll(states);
    }

    @Test
    void an_undone_version_may_run_again(@TempDir Path folder) {
        try (var world = world(folder).migrate()) {
            world.database()
                    .run("INSERT INTO flyway_schema_history"
                            + " SELECT 9, version, description, 'UNDO_SQL', 'U3__three.sql', 1, installed_by, now(), 0, true"
                            + " FROM flyway_schema_history WHERE version = '3'");
            assertThat(world.history().applied(world.rows())).containsExactly("1", "2", "R__names");
            assertThat(world.history().states(world.rows())).containsEntry("3", "Pending");
            assertThat(world.history().standing(world.rows()))
                    .extracting(Standing.Entry::state)
                    .contains(MigrationState.UNDONE);
            assertThat(world.history().obstacle(world.rows(), List.of()))
                    .hasValueSatisfying(obstacle -> assertThat(obstacle).contains("UNDO_SQL"));
        }
    }

    private static boolean isRefused(FlywayWorld world) {
        try {
            world.flyway().migrate();
            return false;
        } catch (FlywayException refused) {
            return true;
        }
    }

    private static FlywayWorld world(Path folder) {
        return new FlywayWorld(folder)
                .script("V1__one.sql", table("one"))
                .script("V2__two.sql", table("two"))
                .script("V3__three.sql", table("three"))
                .script("R__names.sql", view("1"));
    }

    private static void baseline(FlywayWorld world, String version) {
        world.set("baselineVersion", version).flyway().baseline();
    }

    private static void late(FlywayWorld world) {
        world.remove("V2__two.sql").migrate().script("V2__two.sql", table("two"));
    }

    /** Only what runs outside a transaction leaves a row of its failure. */
    private static void failed(FlywayWorld world) {
        world.set("postgresql.transactional.lock", "false");
        world.script("V4__four.sql", "CREATE INDEX CONCURRENTLY ON one (nothing)");
        attempt(world);
    }

    private static void attempt(FlywayWorld world) {
        assertThat(isRefused(world)).isTrue();
    }

    private static String table(String name) {
        return "CREATE TABLE " + name + " (id integer)";
    }

    private static String both() {
        return table("one") + ";" + table("two");
    }

    private static String view(String value) {
        return "CREATE OR REPLACE VIEW names AS SELECT " + value + " AS id";
    }

    private static String line(Standing.Entry entry) {
        return "%s %s %s %s"
                .formatted(
                        entry.row().map(row -> String.valueOf(row.rank())).orElse("-"),
                        entry.row()
                                .flatMap(HistoryRow::version)
                                .or(() -> entry.migration().flatMap(Migration::version)),
                        entry.row()
                                .map(HistoryRow::description)
                                .or(() -> entry.migration().map(Migration::description))
                                .orElseThrow(),
                        entry.state());
    }

    private static String line(MigrationInfo info) {
        return "%s %s %s %s"
                .formatted(
                        info.getInstalledRank() == null ? "-" : info.getInstalledRank(),
                        Optional.ofNullable(info.getVersion()),
                        info.getDescription(),
                        info.getState());
    }
}
