package dev.restamp.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.restamp.core.schema.Clause;
import dev.restamp.core.schema.Default;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.Schema;
import dev.restamp.core.schema.SchemaObject;
import dev.restamp.core.schema.expression.Agreement;
import dev.restamp.core.schema.expression.Expressions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The pairs of {@code definitions.txt} on a real server: the catalog's own text of what was written is the same, that of
 * what it was changed to is not.
 */
class DefinitionsTest {
    private static final List<Pair> PAIRS = Sql.beside(DefinitionsTest.class, "definitions.txt")
            .text()
            .lines()
            .filter(line -> line.contains(";;") && !line.startsWith("#"))
            .map(Pair::of)
            .toList();

    private static final String[] WORLD = {
        "CREATE TYPE mood AS ENUM ('open', 'closed', 'odd')",
        "CREATE TYPE \"Odd\" AS ENUM ('in progress', 'x')",
        "CREATE DOMAIN score AS integer",
        "CREATE DOMAIN label AS varchar(9)",
        "CREATE SEQUENCE s",
        "CREATE FUNCTION make_uuid() RETURNS uuid LANGUAGE sql AS 'SELECT gen_random_uuid()'",
        """
        CREATE TABLE columns (
            n integer, small smallint, big bigint, price numeric(10, 2), ratio double precision, status varchar(20),
            name text, code char(3), mood mood, active boolean, is_default boolean, at timestamptz, deleted_at timestamptz,
            ts timestamp, day date, span interval, data jsonb, tags text[], uid uuid, "Order" integer, position integer,
            "user" text)"""
    };

    /**
     * @param of the kind, and the type of its column
     * @param firm whether it must be clear that the one is the same, and the other is not
     */
    private record Pair(String of, String written, String changed, boolean firm) {
        static Pair of(String line) {
            var parts = line.split(" ;; ", -1);
            var firm = !parts[2].startsWith("~ ");
            return new Pair(parts[0], parts[1], firm ? parts[2] : parts[2].substring(2), firm);
        }

        String kind() {
            return of.split(" ", 2)[0];
        }

        String type() {
            return of.split(" ", 2)[1];
        }

        /** @param name of the table, and of what is made */
        String ddl(String name, String sql) {
            var table = "CREATE TABLE " + name;
            return switch (kind()) {
                case "default" -> table + " (x " + type() + " DEFAULT " + sql + ")";
                case "check" -> table + " (LIKE columns, CONSTRAINT x CHECK (" + sql.replace("CHECKED", name) + "))";
                case "where" -> table + " (LIKE columns); CREATE INDEX x_" + name + " ON " + name + " (n) WHERE " + sql;
                case "key" -> table + " (LIKE columns); CREATE INDEX x_" + name + " ON " + name + " (" + sql + ")";
                case "generated" ->
                    table + " (LIKE columns, x " + type() + " GENERATED ALWAYS AS (" + sql + ") STORED)";
                default -> throw new IllegalArgumentException(of);
            };
        }

        /** In the catalog's words; NULL where there is none. */
        String text(Schema schema, String table) {
            return switch (get(schema, table)) {
                case SchemaObject.Constraint check -> text(check.condition());
                case SchemaObject.Index index
                when kind().equals("key") -> text(index.details().expressions());
                case SchemaObject.Index index -> text(index.details().predicate());
                case SchemaObject.Column column -> text(column.preset());
                case SchemaObject object -> throw new IllegalArgumentException(object.toString());
            };
        }

        private SchemaObject get(Schema schema, String table) {
            var key = switch (kind()) {
                case "check" -> ObjectKey.of(Kind.CONSTRAINT, "public", table, "x");
                case "where", "key" -> ObjectKey.of(Kind.INDEX, "public", "x_" + table);
                default -> ObjectKey.of(Kind.COLUMN, "public", table, "x");
            };
            return schema.get(key).orElseThrow();
        }

        private static String text(Clause clause) {
            return clause instanceof Clause.Sql(var text) ? text : "NULL";
        }

        private static String text(Default preset) {
            return switch (preset) {
                case Default.Expression(var sql) -> sql;
                case Default.Generated(var sql) -> sql;
                case Default.None _, Default.Unknown _, Default.Identity _ -> "NULL";
            };
        }
    }

    @Test
    void what_was_written_is_the_same_and_what_was_changed_is_not() {
        holdsOn(TestPostgres.database());
    }

    @Test
    void on_postgresql_15_too() throws IOException {
        assumeTrue(DebianPostgres.isInstalled(), "no PostgreSQL 15 in /usr/lib/postgresql");
        try (var debian = DebianPostgres.start()) {
            holdsOn(debian.server().create());
        }
    }

    private static void holdsOn(TestPostgres.TestDatabase world) {
        world.run(WORLD);
        var written = made(world, "w", PAIRS.stream().map(Pair::written).toList());
        var changed = made(world, "c", PAIRS.stream().map(Pair::changed).toList());
        var restored = made(world, "r", written);
        var wrong = new ArrayList<String>();
        for (var at = 0; at < PAIRS.size(); at++) {
            var pair = PAIRS.get(at);
            expect(pair, written.get(at), Agreement.SAME, Agreement.DIFFERENT, wrong);
            expect(pair, restored.get(at), Agreement.SAME, Agreement.DIFFERENT, wrong);
            expect(pair, changed.get(at), Agreement.DIFFERENT, Agreement.SAME, wrong);
        }
        assertThat(wrong).isEmpty();
        assertThat(PAIRS.stream().filter(Pair::firm).count()).isGreaterThan(PAIRS.size() * 8L / 10);
    }

    /** What the catalog shows of each. From that again, it shows what it shows of a restored dump. */
    private static List<String> made(TestPostgres.TestDatabase world, String prefix, List<String> texts) {
        var ddl = new ArrayList<String>();
        for (var at = 0; at < PAIRS.size(); at++) {
            var pair = PAIRS.get(at);
            var text = prefix.equals("r") && pair.kind().equals("key") ? pair.written() : texts.get(at);
            ddl.add(pair.ddl(prefix + at, text));
        }
        world.run(ddl.toArray(String[]::new));
        try (var database = world.open()) {
            Schema schema = database.read(CatalogReader::read);
            var shown = new ArrayList<String>();
            for (var at = 0; at < PAIRS.size(); at++) {
                shown.add(PAIRS.get(at).text(schema, prefix + at));
            }
            return shown;
        }
    }

    /** Where the pair is not firm it may be unclear, and must not be the contrary. */
    private static void expect(Pair pair, String live, Agreement expected, Agreement forbidden, List<String> wrong) {
        var agreement = Expressions.compare(pair.written(), live);
        var holds = pair.firm() ? agreement == expected : agreement != forbidden;
        if (!holds) {
            wrong.add("%s: %s   against   %s   is %s, not %s"
                    .formatted(pair.of(), pair.written(), live, agreement, expected));
        }
    }
}
