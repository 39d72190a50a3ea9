package dev.restamp.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.recognition.KnownTables;
import dev.restamp.core.recognition.RecognisedTable;
import dev.restamp.core.recognition.RecordedRow;
import dev.restamp.core.recognition.TrackerState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The version table of every tool on a real server. {@code src/test/resources/recognition/<tool>.sql} makes it as the tool does;
 * its comments say what must be told of it.
 */
class TrackerReaderTest {
    private final TestPostgres.TestDatabase world = TestPostgres.database();

    static List<String> tools() {
        return KnownTables.names();
    }

    @ParameterizedTest
    @MethodSource("tools")
    void is_told_with_its_latest_version(String tool) throws IOException {
        var story = Files.readString(Path.of("src/test/resources/recognition", tool + ".sql"));
        world.run(story);

        var state = state(only());

        assertThat(only().names()).isEqualTo(said(story, "recognised").getFirst());
        assertThat(state.tool().tracker()).isEqualTo(tool);
        assertThat(String.join(
                        ", ", state.latest().stream().map(RecordedRow::id).toList()))
                .isEqualTo(said(story, "latest").getFirst());
        assertThat(state.marked())
                .extracting(row -> (row.id() + " " + String.join(", ", row.marks())).strip())
                .containsExactlyElementsOf(said(story, "marked"));
        assertThat(state.count()).isEqualTo(state.rows().size()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("tools")
    void has_its_line_in_the_documentation(String tool) throws IOException {
        var known = KnownTables.named(tool).orElseThrow();
        assertThat(Files.readAllLines(Path.of("docs/trackers.md")))
                .anySatisfy(
                        line -> assertThat(line).contains(known.title(), "`" + tool + "`", "`" + known.table() + "`"));
    }

    @Test
    void where_rails_and_dbmate_make_the_same_table_both_are_named() {
        world.run("CREATE TABLE schema_migrations (version varchar PRIMARY KEY)");

        assertThat(only().names()).isEqualTo("rails or dbmate");
        assertThat(only().isOf("dbmate")).isTrue();
        assertThat(state(only()).rows()).isEmpty();
    }

    @Test
    void what_only_has_such_a_name_is_none() {
        world.run(
                "CREATE TABLE migrations (id serial, title text)",
                "CREATE TABLE changes (id serial, change text, project text)",
                "CREATE TABLE schema_migrations (version varchar, filename text)",
                "CREATE TABLE django_migrations (id int, app text, name text, applied boolean)",
                "CREATE TABLE notes (version_num varchar, note text)",
                "CREATE TABLE alembic_version (version_num int)");

        assertThat(found()).isEmpty();
    }

    @Test
    void a_table_of_another_name_is_told_by_its_columns() {
        world.run(
                "CREATE SCHEMA meta",
                "CREATE TABLE meta.versions (id serial, version_id bigint, is_applied boolean, tstamp timestamp)",
                "CREATE TABLE meta.shop_version (version_num varchar(32))");

        assertThat(found())
                .extracting(one -> one.table().sql() + " " + one.names())
                .containsExactly("meta.shop_version alembic", "meta.versions goose");
    }

    @Test
    void several_are_all_found_by_schema_and_name() throws IOException {
        world.run(
                Files.readString(Path.of("src/test/resources/recognition/django.sql")),
                Files.readString(Path.of("src/test/resources/recognition/atlas.sql")),
                Files.readString(Path.of("src/test/resources/recognition/sequelize.sql")));

        assertThat(found())
                .extracting(one -> one.table().sql())
                .containsExactly(
                        "atlas_schema_revisions.atlas_schema_revisions",
                        "public.\"SequelizeMeta\"",
                        "public.django_migrations");
    }

    @Test
    void a_table_that_may_not_be_read_is_named_with_the_reason() throws IOException {
        world.run(
                Files.readString(Path.of("src/test/resources/recognition/django.sql")),
                Files.readString(Path.of("src/test/resources/recognition/sqitch.sql")),
                "DROP ROLE IF EXISTS tracker_reader",
                "CREATE ROLE tracker_reader LOGIN PASSWORD 'x'");
        try (var database = Database.connect(world.urlAs("tracker_reader", "x"), Optional.empty(), Limits.DEFAULT)) {
            assertThat(database.read(TrackerReader::tables))
                    .extracting(one -> one.names() + ": " + one.table().why())
                    .containsExactly(
                            "django: this role may not SELECT from it",
                            "sqitch: this role has no USAGE on schema sqitch");
        }
    }

    @Test
    void a_locked_table_is_named() throws IOException, SQLException {
        world.run(Files.readString(Path.of("src/test/resources/recognition/django.sql")));
        var table = only();
        try (var other = world.connect();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE django_migrations IN ACCESS EXCLUSIVE MODE");

            var problem = catchThrowableOfType(Problem.class, () -> state(table));

            assertThat(problem.exit()).isEqualTo(Exit.TIMEOUT);
            assertThat(problem.what()).startsWith("public.django_migrations is locked");
        }
    }

    private RecognisedTable only() {
        assertThat(found()).hasSize(1);
        return found().getFirst();
    }

    private List<RecognisedTable> found() {
        try (var database = world.open()) {
            return database.read(TrackerReader::tables);
        }
    }

    private TrackerState state(RecognisedTable table) {
        try (var database = world.open()) {
            return database.read(reading -> TrackerReader.state(reading, table));
        }
    }

    private static List<String> said(String story, String word) {
        var sign = "-- " + word + ": ";
        return story.lines()
                .filter(line -> line.startsWith(sign))
                .map(line -> line.substring(sign.length()))
                .toList();
    }
}
