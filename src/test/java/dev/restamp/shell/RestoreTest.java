package dev.restamp.shell;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.restamp.core.Exit;
import dev.restamp.postgres.TestPostgres;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import dev.restamp.shell.render.OutputFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What each kind of leftover is found by and put right with is in {@link RestoreFixesTest}. */
class RestoreTest {
    @TempDir
    private Path home;

    private RestoredShop world;
    private TestDatabase shop;
    private String app;

    @BeforeEach
    void open() {
        world = new RestoredShop(home);
        shop = world.database();
        app = world.app();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void nothing_is_left_in_a_healthy_database() {
        var said = world.ask("diagnose", "--restore", "--check-keys", "--as", TestPostgres.USER);
        assertThat(said.problem()).isEmpty();
        assertThat(said.out())
                .contains("no leftovers of a restore found, 18 checks")
                .doesNotContain("fix");
        assertThat(said.exit()).isEqualTo(Exit.OK);
    }

    @Test
    void what_may_be_meant_so_is_a_note_and_no_finding() {
        shop.run(
                "CREATE UNLOGGED TABLE cache (id int)",
                "SELECT lo_create(4711)",
                "UPDATE pg_extension SET extversion = '0.9' WHERE extname = 'plpgsql'");
        var said = world.ask("diagnose", "--restore");
        assertThat(said.out())
                .contains("no leftovers of a restore found")
                .containsPattern("public.cache +unlogged and empty")
                .containsPattern("plpgsql +installed is 0.9, the server has 1.0")
                .contains("ALTER EXTENSION plpgsql UPDATE;", "large objects");
        assertThat(said.exit()).isEqualTo(Exit.OK);
        shop.run("ALTER TABLE cache SET LOGGED", "SELECT lo_unlink(4711)");
        assertThat(world.leftovers()).hasSize(1);
    }

    @Test
    void an_extension_that_the_project_makes_is_missing() {
        DrawnProject.chain(home, List.of(Map.entry("e1", "op.execute('CREATE EXTENSION pg_trgm')")));
        var found = world.leftovers();
        assertThat(found)
                .extracting(one ->
                        one.get("kind").stringValue() + " " + one.get("object").stringValue())
                .containsExactly("missing_extension pg_trgm");
        shop.run(RestoredShop.fixes(found));
        assertThat(world.leftovers()).isEmpty();
    }

    @Test
    void large_objects_whose_owner_is_gone() {
        shop.run("SELECT lo_create(4711)", "UPDATE pg_largeobject_metadata SET lomowner = 99999");
        var found = world.leftovers();
        assertThat(found)
                .extracting(one -> one.get("kind").stringValue())
                .containsExactly("lost_owner", "large_objects");
        shop.run(RestoredShop.fixes(found));
        assertThat(world.leftovers()).hasSize(1);
    }

    @Test
    void a_database_of_another_collation_version() {
        shop.run("CREATE DATABASE " + shop.name()
                + "_icu TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'de' LOCALE 'C'");
        var german = new TestDatabase(shop.server(), shop.name() + "_icu");
        german.run("UPDATE pg_database SET datcollversion = '0' WHERE datname = current_database()");
        try (var other = new AskedShell(home, home, german)) {
            var found = RestoredShop.leftovers(other);
            assertThat(found)
                    .extracting(one -> one.get("object").stringValue())
                    .containsExactly("database " + german.name());
            german.run(RestoredShop.fixes(found));
            assertThat(RestoredShop.leftovers(other)).isEmpty();
        }
    }

    @Test
    void many_tables_without_statistics_are_one_finding() {
        for (var name : List.of("t1", "t2", "t3")) {
            shop.run(
                    "CREATE TABLE " + name + " (a text)",
                    "INSERT INTO " + name + " SELECT repeat('x', 100) FROM generate_series(1, 2000)");
        }
        var found = world.leftovers();
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().get("object").stringValue()).isEqualTo("3 tables");
        assertThat(found.getFirst().get("evidence").stringValue()).startsWith("public.t1 (2000 rows), public.t2");
        shop.run(RestoredShop.fixes(found));
        assertThat(world.leftovers()).isEmpty();
    }

    @Test
    void a_restore_that_broke_off_is_put_right_by_its_fixes() {
        shop.run(
                "SELECT setval('users_id_seq', 1, false)",
                "ALTER TABLE users DISABLE TRIGGER ALL",
                "ALTER TABLE orders DISABLE TRIGGER ALL",
                "CREATE MATERIALIZED VIEW m AS SELECT count(*) FROM users WITH NO DATA",
                "CREATE UNIQUE INDEX \"Ix\" ON users (name)",
                "UPDATE pg_index SET indisvalid = false, indisready = false WHERE indexrelid = '\"Ix\"'::regclass",
                "ALTER TABLE b OWNER TO " + app);
        var found = world.leftovers();
        assertThat(found)
                .extracting(one -> one.get("kind").stringValue())
                .containsExactly(
                        "sequence_behind",
                        "disabled_keys",
                        "disabled_keys",
                        "disabled_trigger",
                        "invalid_index",
                        "unpopulated_view",
                        "other_owner");
        shop.run(RestoredShop.fixes(found));
        assertThat(world.leftovers()).isEmpty();
    }

    @Test
    void what_may_not_be_read_is_said() {
        shop.run(
                "ALTER ROLE " + app + " LOGIN PASSWORD 'p'",
                "GRANT SELECT ON orders_id_seq, users_id_seq TO " + app,
                "GRANT SELECT ON orders TO " + app);
        var url = "postgresql://" + app + ":p@" + shop.server() + "/" + shop.name();
        try (var other = new AskedShell(home, Map.of("HOME", home.toString(), "DATABASE_URL", url))) {
            var said = other.ask(new ArrayList<>(List.of("diagnose", "--restore", "--check-keys")));
            assertThat(said.out())
                    .contains("not looked at")
                    .containsPattern("public.users_id_seq for public.users.id +this role may not read the column")
                    .containsPattern("public.orders orders_user_id_fkey +this role may not read both tables");
            assertThat(said.exit()).isEqualTo(Exit.INCONCLUSIVE);
        }
    }

    @Test
    void foreign_keys_that_do_not_hold() {
        shop.run(
                "ALTER TABLE orders DISABLE TRIGGER ALL",
                "INSERT INTO orders (user_id) VALUES (99), (98), (NULL)",
                "ALTER TABLE orders ENABLE TRIGGER ALL",
                "CREATE TABLE pairs (a int, b int, PRIMARY KEY (a, b))",
                "CREATE TABLE halves (a int, b int)",
                "INSERT INTO halves VALUES (1, NULL), (NULL, NULL)",
                "ALTER TABLE halves ADD CONSTRAINT full_key FOREIGN KEY (a, b) REFERENCES pairs MATCH FULL NOT VALID",
                "ALTER TABLE halves ADD CONSTRAINT simple_key FOREIGN KEY (a, b) REFERENCES pairs");
        var found = world.leftovers("--check-keys");
        assertThat(found)
                .extracting(one -> one.get("object").stringValue())
                .containsExactly(
                        "public.halves full_key", "public.orders orders_user_id_fkey", "public.halves full_key");
        assertThat(found.getFirst().get("evidence").stringValue()).startsWith("1 row points to nothing: FOREIGN KEY");
        var select = found.get(1).get("fix").get(0).stringValue();
        assertThat(shop.column(select)).hasSize(2);
        shop.run("DELETE FROM orders WHERE user_id > 90", "DELETE FROM halves WHERE a = 1");
        shop.run(RestoredShop.fixes(found));
        assertThat(world.leftovers("--check-keys")).isEmpty();
    }

    @Test
    void what_a_role_may_not_do() {
        shop.run(
                "REVOKE CONNECT ON DATABASE " + shop.name() + " FROM PUBLIC",
                "GRANT SELECT ON users TO " + app,
                "CREATE SCHEMA extra",
                "CREATE FUNCTION price(int) RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "REVOKE ALL ON FUNCTION price FROM PUBLIC",
                "CREATE TABLE extra.t (id int)");
        var found = world.leftovers("--as", app);
        assertThat(found)
                .extracting(one -> one.get("evidence").stringValue())
                .contains(
                        app + " has no CONNECT on the database",
                        app + " has no USAGE on the schema",
                        app + " has no SELECT on 4 of 5 tables: public.a, public.b, public.c, public.orders",
                        app + " has no USAGE on 1 of 1 sequences: public.users_id_seq",
                        app + " has no EXECUTE on 1 of 1 routines: public.price(integer)");
        assertThat(RestoredShop.fixes(found)).contains("GRANT INSERT ON ALL TABLES IN SCHEMA public TO " + app + ";");
        shop.run(RestoredShop.fixes(found));
        assertThat(world.leftovers("--as", app)).isEmpty();
    }

    @Test
    void names_that_want_to_do_harm() {
        var name = "\"t'\n\"\"; DROP TABLE users; --\u202e\\<b>ü\"";
        var text =
                "'" + name.substring(1, name.length() - 1).replace("\"\"", "\"").replace("'", "''") + "'";
        shop.run(
                "CREATE SCHEMA " + name,
                "CREATE TABLE " + name + "." + name + " (" + name + " serial PRIMARY KEY, o int REFERENCES users)",
                "INSERT INTO " + name + "." + name + " VALUES (5, NULL)",
                "ALTER TABLE " + name + "." + name + " DISABLE TRIGGER ALL",
                "CREATE MATERIALIZED VIEW " + name + ".\"v\"\"\" AS SELECT 1 WITH NO DATA",
                "ALTER TABLE " + name + "." + name + " ADD CONSTRAINT " + name + " CHECK (o > 0) NOT VALID",
                "CREATE ROLE \"" + app + "\"\"\"");
        assertThat(shop.column("SELECT 1 FROM pg_namespace WHERE nspname = " + text))
                .hasSize(1);
        var found = world.leftovers("--as", app + "\"", "--check-keys");
        assertThat(found).hasSizeGreaterThan(5);
        assertThat(world.ask("diagnose", "--restore").out()).contains("\\x0A", "\\u202E");
        try (var whole = new WholeShell(home, home, Map.of("DATABASE_URL", RealAlembic.url(shop)))) {
            for (var format : OutputFormats.forAnyAnswer()) {
                var said = whole.run(format, "diagnose --restore --check-keys");
                assertThat(said.exit()).as(said.all()).isEqualTo(Exit.FINDING);
                assertThat(said.all()).as(format.name()).doesNotContain("\u202e");
            }
        }
        shop.run(RestoredShop.fixes(found));
        assertThat(world.leftovers("--as", app + "\"", "--check-keys")).isEmpty();
        assertThat(shop.column("SELECT count(*) FROM users")).containsExactly("20");
    }

    @Test
    void status_says_it_in_a_line_and_keeps_its_exit_code() {
        shop.run(
                "CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY)",
                "INSERT INTO alembic_version VALUES ('aaaa00000001')");
        DrawnProject.chain(home, List.of(entry("aaaa00000001", "op.create_table('a', sa.Column('id', sa.Integer()))")));
        var before = world.ask("status");
        assertThat(before.problem()).isEmpty();
        assertThat(before.out()).doesNotContain("restore");
        shop.run(
                "UPDATE pg_index SET indisvalid = false WHERE indrelid = 'users'::regclass AND NOT indisprimary",
                "ALTER TABLE users DISABLE TRIGGER noted",
                "CREATE UNLOGGED TABLE cache (id int)");
        var after = world.ask("status");
        assertThat(after.out()).containsPattern("restore +1 disabled trigger, 1 invalid index +diagnose --restore");
        assertThat(after.exit()).isEqualTo(before.exit());
        assertThat(world.ask("status", "--json").out()).contains("""
                "leftovers":[{"kind":"disabled_trigger","count":1},{"kind":"invalid_index","count":1}]""");
    }

    /** Recorded with {@code -Dgolden=update}, as those of the other commands are. */
    @Test
    void json_is_as_its_schema_says() throws IOException {
        shop.run("ALTER TABLE users DISABLE TRIGGER noted");
        var document = new JsonMapper()
                .readTree(world.ask("diagnose", "--restore", "--json").out());
        var file = Path.of("docs/schemas/diagnose-restore.json");
        if ("update".equals(System.getProperty("restamp.golden"))) {
            Files.writeString(file, JsonShape.schema(document));
        }
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(file))
                        .validate(document))
                .isEmpty();
        assertThat(Files.readString(Path.of("docs/json.md")))
                .contains(document.propertyNames().stream()
                        .map(name -> "`" + name + "`")
                        .toList());
    }

    @Test
    void wrong_usage() {
        assertThat(world.ask("diagnose", "--check-keys").problem()).isEqualTo("--check-keys goes with --restore");
        assertThat(world.ask("diagnose", "--as", "x").problem()).isEqualTo("--as goes with --restore");
        assertThat(world.ask("diagnose", "--restore", "--all").exit()).isEqualTo(Exit.USAGE);
        assertThat(world.ask("diagnose", "--restore", "--as", "restamp_tset").problem())
                .isEqualTo("there is no role \"restamp_tset\". Did you mean: restamp_test");
    }
}
