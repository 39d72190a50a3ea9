package dev.restamp.postgres;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.restamp.core.schema.Clause;
import dev.restamp.core.schema.Default;
import dev.restamp.core.schema.Deferral;
import dev.restamp.core.schema.IndexDetails;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.Reference;
import dev.restamp.core.schema.Reference.Action;
import dev.restamp.core.schema.Schema;
import dev.restamp.core.schema.SchemaObject;
import dev.restamp.core.schema.SchemaObject.Column;
import dev.restamp.core.schema.SchemaObject.Constraint;
import dev.restamp.core.schema.SchemaObject.ConstraintKind;
import dev.restamp.core.schema.SchemaObject.Index;
import dev.restamp.core.schema.SchemaObject.TypeKind;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The schema of these tests is {@code sample.sql}. */
class CatalogReaderTest {
    private static final String SAMPLE =
            Sql.beside(CatalogReaderTest.class, "sample.sql").text();

    private final TestPostgres.TestDatabase world = sample(TestPostgres.shared());
    private final Schema schema = read(world);

    @Test
    void reads_every_kind_of_object() {
        var kinds = schema.objects().values().stream().map(Object::getClass).collect(toSet());

        assertThat(kinds).hasSameElementsAs(Arrays.asList(SchemaObject.class.getPermittedSubclasses()));
        assertThat(schema.objects().keySet().stream().map(ObjectKey::kind).collect(toSet()))
                .containsExactlyInAnyOrder(Kind.values());
    }

    @Test
    void the_statements_for_psql_find_each_object_and_no_other() {
        assertThat(schema.objects().values())
                .allSatisfy(object ->
                        assertThat(rows(object)).as(object.key().toString()).isPositive());
        var absent = ObjectKey.of(Kind.TABLE, "public", "it's \\ not there");
        assertThat(rows(new SchemaObject.Table(absent))).isZero();
        assertThat(CatalogSql.of(schema.objects().values()))
                .as("one for each part of the catalog")
                .hasSize(9);
    }

    private int rows(SchemaObject object) {
        var statements = CatalogSql.of(List.of(object));
        assertThat(statements).hasSize(1);
        return world.column(statements.getFirst()).size();
    }

    @Test
    void names_what_is_there_and_nothing_else() {
        assertThat(schema.objects().keySet().stream().map(ObjectKey::toString))
                .containsExactly(
                        "schema extensions",
                        "schema public",
                        "schema sales",
                        "extension hstore",
                        "extension pg_trgm",
                        "extension plpgsql",
                        "type float_range",
                        "type money_amount",
                        "type percentage",
                        "type position_type",
                        "type sales.Status",
                        "sequence invoice_number",
                        "sequence users_id_seq",
                        "sequence sales.orders_id_seq",
                        "table prices",
                        "table prices_2026",
                        "table users",
                        "table sales.orders",
                        "column prices.at",
                        "column prices.value",
                        "column users.created_at",
                        "column users.email",
                        "column users.id",
                        "column users.kind",
                        "column users.kinds",
                        "column users.share",
                        "column users.state",
                        "column users.tags",
                        "column sales.orders.during",
                        "column sales.orders.id",
                        "column sales.orders.ref_a",
                        "column sales.orders.ref_b",
                        "column sales.orders.ref_c",
                        "column sales.orders.user_id",
                        "constraint prices.prices_pkey",
                        "constraint users.email_has_at",
                        "constraint users.users_email_key",
                        "constraint users.users_pkey",
                        "constraint sales.orders.no_overlap",
                        "constraint sales.orders.orders_pkey",
                        "constraint sales.orders.orders_ref_b_ref_a_key",
                        "constraint sales.orders.orders_user_id_fkey",
                        "index ix_prices_value",
                        "index ix_user_count",
                        "index ux_users_lower_email",
                        "index sales.ix_orders_user_id",
                        "view active_users",
                        "view user_count",
                        "function area",
                        "function touch",
                        "trigger users.users_touch");
    }

    @Test
    void a_type_stands_as_a_script_would_name_it() {
        assertThat(columns("users"))
                .isEqualTo(List.of(
                        "id bigint not null",
                        "email character varying(50) not null",
                        "created_at timestamp with time zone",
                        "kind position_type not null",
                        "kinds position_type[]",
                        "state sales.\"Status\"",
                        "tags hstore",
                        "share percentage"));
    }

    @Test
    void a_constraint_has_its_columns_in_key_order() {
        assertThat(constraint("public", "users", "users_pkey"))
                .isEqualTo(
                        Constraint.of(key("public", "users", "users_pkey"), ConstraintKind.PRIMARY_KEY, List.of("id"))
                                .withCondition(Clause.none())
                                .withDeferral(Deferral.NOT_DEFERRABLE));
        assertThat(constraint("sales", "orders", "orders_ref_b_ref_a_key").columns())
                .containsExactly("ref_b", "ref_a");
        assertThat(constraint("sales", "orders", "no_overlap").kind()).isEqualTo(ConstraintKind.EXCLUSION);
        assertThat(constraint("public", "users", "email_has_at").kind()).isEqualTo(ConstraintKind.CHECK);
        assertThat(constraint("public", "users", "email_has_at").condition())
                .isEqualTo(Clause.of("((email)::text ~~ '%@%'::text)"));
    }

    @Test
    void a_foreign_key_says_where_it_points() {
        assertThat(constraint("sales", "orders", "orders_user_id_fkey"))
                .isEqualTo(Constraint.of(
                                key("sales", "orders", "orders_user_id_fkey"),
                                ConstraintKind.FOREIGN_KEY,
                                List.of("user_id"))
                        .withReferences(Optional.of(new Reference(
                                ObjectKey.of(Kind.TABLE, "public", "users"),
                                List.of("id"),
                                Optional.of(Action.SET_NULL),
                                Optional.of(Action.NO_ACTION))))
                        .withCondition(Clause.none())
                        .withDeferral(Deferral.DEFERRED));
    }

    @Test
    void an_index_has_its_key_columns_and_an_expression_has_no_name() {
        assertThat(index("sales", "ix_orders_user_id"))
                .isEqualTo(new Index(
                        ObjectKey.of(Kind.INDEX, "sales", "ix_orders_user_id"),
                        Optional.of(ObjectKey.of(Kind.TABLE, "sales", "orders")),
                        List.of("user_id", "ref_a"),
                        Optional.of(false),
                        IndexDetails.plain(2).withIncluded(Optional.of(List.of("ref_b"))),
                        true));
        assertThat(index("public", "ux_users_lower_email").columns()).containsExactly("", "created_at");
        assertThat(index("public", "ux_users_lower_email").unique()).contains(true);
        assertThat(index("public", "ux_users_lower_email").details())
                .isEqualTo(new IndexDetails(
                        Clause.of("(kind = 'LONG'::public.position_type)"),
                        Clause.of("lower((email)::text)"),
                        Optional.of("btree"),
                        Optional.of(List.of()),
                        Optional.of(List.of(false, true))));
    }

    @Test
    void a_default_is_told_from_an_identity_and_from_a_computed_column() {
        assertThat(preset("public", "users", "created_at")).isEqualTo(new Default.Expression("now()"));
        assertThat(preset("public", "users", "id"))
                .isEqualTo(new Default.Expression("nextval('public.users_id_seq'::regclass)"));
        assertThat(preset("public", "users", "email")).isEqualTo(Default.none());
        assertThat(preset("sales", "orders", "id")).isEqualTo(new Default.Identity(true));
        assertThat(preset("sales", "orders", "ref_c")).isEqualTo(new Default.Generated("(ref_a + ref_b)"));
    }

    @Test
    void what_needs_a_table_that_somebody_has_locked_is_left_out_and_not_waited_for() throws SQLException {
        try (var other = world.connect();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE users, sales.orders");
            var meanwhile = read(world);
            assertThat(meanwhile.objects().keySet()).isEqualTo(schema.objects().keySet());
            assertThat(((Index) meanwhile
                                    .get(ObjectKey.of(Kind.INDEX, "public", "ux_users_lower_email"))
                                    .orElseThrow())
                            .details()
                            .predicate())
                    .isEqualTo(Clause.some());
        }
    }

    @Test
    void the_labels_of_an_enum_are_in_sort_order() {
        assertThat(schema.get(ObjectKey.of(Kind.TYPE, "public", "position_type")))
                .contains(new SchemaObject.Type(
                        ObjectKey.of(Kind.TYPE, "public", "position_type"),
                        TypeKind.ENUM,
                        List.of("LONG", "FLAT", "SHORT")));
    }

    @Test
    void an_invalid_index_is_not_there_but_is_told_of() {
        world.run("INSERT INTO users (email, kind) VALUES ('a@b', 'LONG'), ('c@d', 'LONG')");
        try {
            world.run("CREATE UNIQUE INDEX CONCURRENTLY ux_users_kind ON users (kind)");
        } catch (IllegalStateException duplicates) {
            assertThat(duplicates).hasMessageContaining("could not create unique index");
        }
        var left = ObjectKey.of(Kind.INDEX, "public", "ux_users_kind");

        try (var database = world.open()) {
            assertThat(database.<Schema>read(CatalogReader::read).has(left)).isFalse();
            assertThat(database.<List<ObjectKey>>read(CatalogReader::invalidIndexes))
                    .containsExactly(left);
        }
    }

    @Test
    void an_empty_database_has_its_schema_only() {
        assertThat(read(TestPostgres.database()).objects().keySet().stream().map(ObjectKey::toString))
                .containsExactly("schema public", "extension plpgsql");
    }

    /** Where only the server's version differs, the schema does not: named NOT NULL constraints and all. */
    @Test
    void postgresql_15_reads_the_same() throws IOException {
        assumeTrue(DebianPostgres.isInstalled(), "no PostgreSQL 15 in /usr/lib/postgresql");
        try (var debian = DebianPostgres.start()) {
            assertThat(read(sample(debian.server()))).isEqualTo(schema);
        }
    }

    private static TestPostgres.TestDatabase sample(TestPostgres server) {
        var database = server.create();
        database.run(SAMPLE);
        return database;
    }

    private static Schema read(TestPostgres.TestDatabase world) {
        try (var database = world.open()) {
            return database.read(CatalogReader::read);
        }
    }

    private List<String> columns(String table) {
        var byPosition = schema.objects().values().stream()
                .filter(object ->
                        object instanceof Column && object.key().isPartOf(ObjectKey.of(Kind.TABLE, "public", table)))
                .map(Column.class::cast)
                .collect(toMap(
                        Column::position,
                        column -> column.key().name()
                                + " " + column.type().orElse("?")
                                + (column.nullable().orElse(true) ? "" : " not null")));
        assertThat(byPosition.keySet()).allMatch(position -> position <= byPosition.size());
        return byPosition.values().stream().toList();
    }

    private Default preset(String... path) {
        return ((Column) schema.get(ObjectKey.of(Kind.COLUMN, path)).orElseThrow()).preset();
    }

    private Constraint constraint(String... path) {
        return (Constraint) schema.get(key(path)).orElseThrow();
    }

    private Index index(String... path) {
        return (Index) schema.get(ObjectKey.of(Kind.INDEX, path)).orElseThrow();
    }

    private static ObjectKey key(String... path) {
        return ObjectKey.of(Kind.CONSTRAINT, path);
    }
}
