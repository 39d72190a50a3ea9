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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A small shop, healthy until a test leaves something undone in it. */
class RestoreTest {
    private final TestDatabase shop = TestPostgres.database();
    private final String app = shop.name() + "_app";

    @TempDir
    private Path home;

    private AskedShell shell;

    @BeforeEach
    void a_healthy_shop() {
        shop.run(
                "CREATE ROLE " + app,
                "CREATE TABLE users (id serial PRIMARY KEY, name text)",
                "CREATE INDEX ix_name ON users (name)",
                "CREATE TABLE orders (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, user_id int REFERENCES users)",
                "CREATE TABLE a (id int)",
                "CREATE TABLE b (id int)",
                "CREATE TABLE c (id int)",
                "INSERT INTO users (name) SELECT 'u' || i FROM generate_series(1, 20) i",
                "INSERT INTO orders (user_id) SELECT id FROM users",
                "CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
                "CREATE TRIGGER noted BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION note()");
        shell = new AskedShell(home, home, shop);
    }

    @AfterEach
    void close() {
        shell.close();
    }

    /**
     * Something left undone.
     *
     * @param object what the one finding is about
     * @param made how it came to be; {@code APP} is a role of its own
     */
    record Undone(String kind, String object, List<String> made) {
        static Undone of(String kind, String object, String... made) {
            return new Undone(kind, object, List.of(made));
        }

        @Override
        public String toString() {
            return kind + " " + object;
        }
    }

    static Stream<Undone> findings() {
        return Stream.of(
                Undone.of("sequence_behind", "public.users_id_seq", "SELECT setval('users_id_seq', 1, false)"),
                Undone.of("sequence_behind", "public.orders_id_seq", "SELECT setval('orders_id_seq', 19)"),
                Undone.of(
                        "sequence_behind",
                        "public.free",
                        "CREATE SEQUENCE free",
                        "CREATE TABLE t (id bigint DEFAULT nextval('free'))",
                        "CREATE TABLE u (id numeric DEFAULT nextval('free'))",
                        "INSERT INTO t VALUES (7)",
                        "INSERT INTO u VALUES (9.5)"),
                Undone.of(
                        "sequence_behind",
                        "public.down",
                        "CREATE SEQUENCE down INCREMENT -1",
                        "CREATE TABLE t (id int DEFAULT nextval('down'))",
                        "INSERT INTO t VALUES (-5), (3)"),
                Undone.of(
                        "sequence_behind",
                        "public.parts_id_seq",
                        "CREATE TABLE parts (id serial PRIMARY KEY) PARTITION BY RANGE (id)",
                        "CREATE TABLE part1 PARTITION OF parts FOR VALUES FROM (0) TO (100)",
                        "INSERT INTO parts VALUES (50)"),
                Undone.of(
                        "invalid_index",
                        "public.ix_name",
                        "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'ix_name'::regclass"),
                Undone.of(
                        "invalid_index",
                        "public.ix_name_ccnew1",
                        "CREATE INDEX ix_name_ccnew1 ON users (name)",
                        "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'ix_name_ccnew1'::regclass"),
                Undone.of(
                        "invalid_index",
                        "public.ix_at",
                        "CREATE TABLE days (at date) PARTITION BY RANGE (at)",
                        "CREATE TABLE day1 PARTITION OF days FOR VALUES FROM ('2026-01-01') TO ('2026-02-01')",
                        "CREATE INDEX ix_at ON ONLY days (at)"),
                Undone.of(
                        "disabled_keys",
                        "public.orders",
                        "ALTER TABLE orders DISABLE TRIGGER ALL",
                        "SELECT setval('orders_id_seq', 20)"),
                Undone.of("disabled_trigger", "public.users noted", "ALTER TABLE users DISABLE TRIGGER noted"),
                Undone.of(
                        "disabled_event_trigger",
                        "watch",
                        "CREATE FUNCTION watch() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'",
                        "CREATE EVENT TRIGGER watch ON ddl_command_end EXECUTE FUNCTION watch()",
                        "ALTER EVENT TRIGGER watch DISABLE"),
                Undone.of(
                        "unvalidated_constraint",
                        "public.users named",
                        "ALTER TABLE users ADD CONSTRAINT named CHECK (name <> '') NOT VALID"),
                Undone.of(
                        "unvalidated_constraint",
                        "public.orders again",
                        "ALTER TABLE orders ADD CONSTRAINT again FOREIGN KEY (user_id) REFERENCES users NOT VALID"),
                Undone.of(
                        "unvalidated_constraint",
                        "public.positive above",
                        "CREATE DOMAIN positive AS int",
                        "ALTER DOMAIN positive ADD CONSTRAINT above CHECK (VALUE > 0) NOT VALID"),
                Undone.of("unpopulated_view", "public.m", "CREATE MATERIALIZED VIEW m AS SELECT 1 AS a WITH NO DATA"),
                Undone.of("row_security_off", "public.users", "CREATE POLICY own ON users USING (name = 'me')"),
                Undone.of("other_owner", "public.a", "ALTER TABLE a OWNER TO APP"),
                Undone.of("other_owner", "public.note()", "ALTER FUNCTION note OWNER TO APP"),
                Undone.of("lost_owner", "public.b", "UPDATE pg_class SET relowner = 99999 WHERE oid = 'b'::regclass"),
                Undone.of(
                        "lost_grants",
                        "public.c",
                        "GRANT SELECT, INSERT ON users, orders, a TO APP",
                        "GRANT SELECT ON b TO PUBLIC"),
                Undone.of(
                        "never_analysed",
                        "public.big",
                        "CREATE TABLE big (id int PRIMARY KEY, a text)",
                        "INSERT INTO big SELECT i, repeat('x', 100) FROM generate_series(1, 2000) i",
                        "SELECT pg_stat_force_next_flush()"),
                Undone.of(
                        "never_analysed",
                        "public.counted",
                        "CREATE TABLE counted (a text)",
                        "INSERT INTO counted SELECT repeat('x', 100) FROM generate_series(1, 900)",
                        "VACUUM counted"),
                Undone.of(
                        "collation_version",
                        "public.german",
                        "CREATE COLLATION german (provider = icu, locale = 'de')",
                        "CREATE INDEX ix_german ON users (name COLLATE german)",
                        "UPDATE pg_collation SET collversion = '0' WHERE collname = 'german'"));
    }

    @ParameterizedTest
    @MethodSource("findings")
    void each_is_found_alone_and_its_fix_is_one(Undone undone) {
        shop.run(undone.made().stream().map(this::forApp).toArray(String[]::new));
        var found = leftovers();
        assertThat(found).as(found.toString()).hasSize(1);
        assertThat(found.getFirst().get("kind").stringValue()).isEqualTo(undone.kind());
        assertThat(found.getFirst().get("object").stringValue()).isEqualTo(undone.object());
        assertThat(ask("diagnose", "--restore").exit()).isEqualTo(Exit.FINDING);
        shop.run(fix(found));
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void nothing_is_left_in_a_healthy_database() {
        var said = ask("diagnose", "--restore", "--check-keys", "--as", TestPostgres.USER);
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
        var said = ask("diagnose", "--restore");
        assertThat(said.out())
                .contains("no leftovers of a restore found")
                .containsPattern("public.cache +unlogged and empty")
                .containsPattern("plpgsql +installed is 0.9, the server has 1.0")
                .contains("ALTER EXTENSION plpgsql UPDATE;", "large objects");
        assertThat(said.exit()).isEqualTo(Exit.OK);
        shop.run("ALTER TABLE cache SET LOGGED", "SELECT lo_unlink(4711)");
        assertThat(leftovers()).hasSize(1);
    }

    @Test
    void large_objects_whose_owner_is_gone() {
        shop.run("SELECT lo_create(4711)", "UPDATE pg_largeobject_metadata SET lomowner = 99999");
        var found = leftovers();
        assertThat(found)
                .extracting(one -> one.get("kind").stringValue())
                .containsExactly("lost_owner", "large_objects");
        shop.run(fix(found));
        assertThat(leftovers()).hasSize(1);
    }

    @Test
    void a_database_of_another_collation_version() {
        shop.run("CREATE DATABASE " + shop.name()
                + "_icu TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'de' LOCALE 'C'");
        var german = new TestDatabase(shop.server(), shop.name() + "_icu");
        german.run("UPDATE pg_database SET datcollversion = '0' WHERE datname = current_database()");
        try (var other = new AskedShell(home, home, german)) {
            var found = leftovers(other);
            assertThat(found)
                    .extracting(one -> one.get("object").stringValue())
                    .containsExactly("database " + german.name());
            german.run(fix(found));
            assertThat(leftovers(other)).isEmpty();
        }
    }

    @Test
    void many_tables_without_statistics_are_one_finding() {
        for (var name : List.of("t1", "t2", "t3")) {
            shop.run(
                    "CREATE TABLE " + name + " (a text)",
                    "INSERT INTO " + name + " SELECT repeat('x', 100) FROM generate_series(1, 2000)");
        }
        var found = leftovers();
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().get("object").stringValue()).isEqualTo("3 tables");
        assertThat(found.getFirst().get("evidence").stringValue()).startsWith("public.t1 (2000 rows), public.t2");
        shop.run(fix(found));
        assertThat(leftovers()).isEmpty();
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
        var found = leftovers();
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
        shop.run(fix(found));
        assertThat(leftovers()).isEmpty();
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
        var found = leftovers("--check-keys");
        assertThat(found)
                .extracting(one -> one.get("object").stringValue())
                .containsExactly(
                        "public.halves full_key", "public.orders orders_user_id_fkey", "public.halves full_key");
        assertThat(found.getFirst().get("evidence").stringValue()).startsWith("1 row points to nothing: FOREIGN KEY");
        var select = found.get(1).get("fix").get(0).stringValue();
        assertThat(shop.column(select)).hasSize(2);
        shop.run("DELETE FROM orders WHERE user_id > 90", "DELETE FROM halves WHERE a = 1");
        shop.run(fix(found));
        assertThat(leftovers("--check-keys")).isEmpty();
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
        var found = leftovers("--as", app);
        assertThat(found)
                .extracting(one -> one.get("evidence").stringValue())
                .contains(
                        app + " has no CONNECT on the database",
                        app + " has no USAGE on the schema",
                        app + " has no SELECT on 4 of 5 tables: public.a, public.b, public.c, public.orders",
                        app + " has no USAGE on 1 of 1 sequences: public.users_id_seq",
                        app + " has no EXECUTE on 1 of 1 routines: public.price(integer)");
        assertThat(fix(found)).contains("GRANT INSERT ON ALL TABLES IN SCHEMA public TO " + app + ";");
        shop.run(fix(found));
        assertThat(leftovers("--as", app)).isEmpty();
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
        var found = leftovers("--as", app + "\"", "--check-keys");
        assertThat(found).hasSizeGreaterThan(5);
        assertThat(ask("diagnose", "--restore").out()).contains("\\x0A", "\\u202E");
        try (var whole = new WholeShell(home, home, Map.of("DATABASE_URL", RealAlembic.url(shop)))) {
            for (var format : OutputFormats.ALL) {
                var said = whole.run(format, "diagnose --restore --check-keys");
                assertThat(said.exit()).as(said.all()).isEqualTo(Exit.FINDING);
                assertThat(said.all()).as(format.name()).doesNotContain("\u202e");
            }
        }
        shop.run(fix(found));
        assertThat(leftovers("--as", app + "\"", "--check-keys")).isEmpty();
        assertThat(shop.column("SELECT count(*) FROM users")).containsExactly("20");
    }

    @Test
    void status_says_it_in_a_line_and_keeps_its_exit_code() {
        shop.run(
                "CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY)",
                "INSERT INTO alembic_version VALUES ('aaaa00000001')");
        DrawnProject.chain(home, List.of(entry("aaaa00000001", "op.create_table('a', sa.Column('id', sa.Integer()))")));
        var before = ask("status");
        assertThat(before.problem()).isEmpty();
        assertThat(before.out()).doesNotContain("restore");
        shop.run(
                "UPDATE pg_index SET indisvalid = false WHERE indrelid = 'users'::regclass AND NOT indisprimary",
                "ALTER TABLE users DISABLE TRIGGER noted",
                "CREATE UNLOGGED TABLE cache (id int)");
        var after = ask("status");
        assertThat(after.out()).containsPattern("restore +1 disabled trigger, 1 invalid index +diagnose --restore");
        assertThat(after.exit()).isEqualTo(before.exit());
        assertThat(ask("status", "--json").out()).contains("""
                "leftovers":[{"kind":"disabled_trigger","count":1},{"kind":"invalid_index","count":1}]""");
    }

    /** Recorded with {@code -Dgolden=update}, as those of the other commands are. */
    @Test
    void json_is_as_its_schema_says() throws IOException {
        shop.run("ALTER TABLE users DISABLE TRIGGER noted");
        var document =
                new JsonMapper().readTree(ask("diagnose", "--restore", "--json").out());
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
        assertThat(ask("diagnose", "--check-keys").problem()).isEqualTo("--check-keys goes with --restore");
        assertThat(ask("diagnose", "--as", "x").problem()).isEqualTo("--as goes with --restore");
        assertThat(ask("diagnose", "--restore", "--all").exit()).isEqualTo(Exit.USAGE);
        assertThat(ask("diagnose", "--restore", "--as", "restamp_tset").problem())
                .isEqualTo("there is no role \"restamp_tset\". Did you mean: restamp_test");
    }

    private String forApp(String statement) {
        return statement.replace("APP", app);
    }

    private List<JsonNode> leftovers(String... options) {
        return leftovers(shell, options);
    }

    private static List<JsonNode> leftovers(AskedShell shell, String... options) {
        var words = new ArrayList<>(List.of("diagnose", "--restore", "--json"));
        words.addAll(List.of(options));
        var said = shell.ask(words);
        assertThat(said.problem()).isEmpty();
        var json = new JsonMapper().readTree(said.out());
        assertThat(json.get("not_looked_at")).isEmpty();
        return json.get("leftovers").valueStream().toList();
    }

    private static String[] fix(List<JsonNode> found) {
        return found.stream()
                .flatMap(one -> one.get("fix").valueStream())
                .map(JsonNode::stringValue)
                .toArray(String[]::new);
    }

    private AskedShell.Said ask(String... words) {
        return shell.ask(new ArrayList<>(List.of(words)));
    }
}
