package dev.restamp.tracker.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.tracker.EffectText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SQL in, effects out; the default schema is {@code public}. */
class SqlReaderTest {
    @Test
    void a_table_brings_its_columns_keys_and_sequence() {
        assertThat(effects("""
                CREATE TABLE IF NOT EXISTS "Order" (
                  id BIGSERIAL PRIMARY KEY, -- a comment; with a semicolon
                  code varchar(20) NOT NULL UNIQUE DEFAULT 'a;b',
                  buyer integer REFERENCES shop.users (id) ON DELETE SET NULL,
                  total numeric(10, 2) CHECK (total > 0),
                  at timestamptz DEFAULT now(),
                  tags text[] NOT NULL,
                  CONSTRAINT uq_code_buyer UNIQUE (code, buyer)
                )"""))
                .containsExactly(
                        "create table Order, if absent",
                        "create column Order.id bigint not null default nextval('Order_id_seq'::regclass), if absent",
                        "create column Order.code character varying(20) not null default 'a;b', if absent",
                        "create column Order.buyer integer null, if absent",
                        "create column Order.total numeric(10,2) null, if absent",
                        "create column Order.at timestamp with time zone null default now(), if absent",
                        "create column Order.tags text[] not null, if absent",
                        "create constraint Order.Order_pkey primary key [id] (unnamed), if absent",
                        "create constraint Order.Order_code_key unique [code] (unnamed), if absent",
                        "create constraint Order.uq_code_buyer unique [code, buyer], if absent",
                        "create constraint Order.Order_buyer_fkey foreign key [buyer] to table shop.users [id] on delete SET NULL (unnamed), if absent",
                        "create constraint Order.Order_total_check check [] (total > 0) (unnamed), if absent",
                        "create sequence Order_id_seq, if absent");
    }

    @Test
    void a_unique_constraint_over_the_primary_key_vanishes_and_leaves_its_name() {
        assertThat(effects("CREATE TABLE t (a int, PRIMARY KEY (a), CONSTRAINT uq UNIQUE (a))"))
                .containsExactly(
                        "create table t",
                        "create column t.a integer not null",
                        "create constraint t.uq primary key [a]");
    }

    @Test
    void names_that_are_taken_get_a_number() {
        assertThat(effects("CREATE TABLE t (a int CHECK (a > 0) CHECK (a < 9), CHECK (a <> 5 AND b <> a), b int)"))
                .contains(
                        "create constraint t.t_a_check check [] (a > 0) (unnamed)",
                        "create constraint t.t_a_check1 check [] (a < 9) (unnamed)",
                        "create constraint t.t_check check [] (a <> 5 AND b <> a) (unnamed)");
    }

    @Test
    void columns_from_elsewhere_are_not_known() {
        assertThat(effects("CREATE TABLE t AS SELECT 1 AS a"))
                .containsExactly("create table t", "OPAQUE columns that are taken from elsewhere");
        assertThat(effects("CREATE TABLE t (LIKE u INCLUDING ALL)"))
                .contains("OPAQUE columns that are taken from elsewhere");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ALTER TABLE s.t ADD COLUMN IF NOT EXISTS a int NOT NULL | create column s.t.a integer not null, if absent",
                "ALTER TABLE ONLY t ADD CONSTRAINT c CHECK (a > 0) NOT VALID | create constraint t.c check [] (a > 0)",
                "ALTER TABLE t ADD UNIQUE (a, b) | create constraint t.t_a_b_key unique [a, b] (unnamed)",
                "ALTER TABLE t ADD EXCLUDE USING gist (int4range(a, b) WITH &&) | create constraint t.t_excl exclusion [] (unnamed)",
                "ALTER TABLE t DROP COLUMN IF EXISTS a | drop column t.a, if present",
                "ALTER TABLE t DROP a | drop column t.a",
                "ALTER TABLE t DROP CONSTRAINT c | drop constraint t.c",
                "ALTER TABLE t RENAME TO u | rename table t to public.u",
                "ALTER TABLE t RENAME a TO b | rename column t.a to public.t.b",
                "ALTER TABLE t RENAME CONSTRAINT a TO b | rename constraint t.a to public.t.b",
                "ALTER TABLE t SET SCHEMA s | rename table t to s.t",
                "ALTER TABLE t ALTER COLUMN a SET NOT NULL | alter column t.a not null",
                "ALTER TABLE t ALTER a DROP NOT NULL | alter column t.a null",
                "ALTER TABLE t ALTER a TYPE varchar(9) USING a::varchar(9) | alter column t.a character varying(9)",
                "ALTER TABLE t ALTER a SET DEFAULT 0 | alter column t.a default 0",
                "ALTER TABLE t ALTER a SET DEFAULT coalesce(null, 'x; y') -- why | alter column t.a default coalesce(null, 'x; y')",
                "ALTER TABLE t ALTER a DROP DEFAULT | alter column t.a no default",
                "ALTER TABLE t ALTER a DROP EXPRESSION IF EXISTS | alter column t.a no default",
                "ALTER TABLE t ALTER a SET GENERATED ALWAYS | alter column t.a identity always",
                "ALTER TABLE t ALTER a SET STATISTICS 9 | PROPERTY ALTER TABLE t ALTER a SET STATISTICS 9",
                "ALTER TABLE t ADD a int DEFAULT -1 NOT NULL | create column t.a integer not null default -1",
                "ALTER TABLE t ADD a bool DEFAULT false | create column t.a boolean null default false",
                "ALTER TABLE t ADD a jsonb NOT NULL DEFAULT '{}'::jsonb | create column t.a jsonb not null default '{}'::jsonb",
                "ALTER TABLE t ADD a int GENERATED ALWAYS AS (b * 2) STORED | create column t.a integer null generated (b * 2)",
                "ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES u DEFERRABLE INITIALLY DEFERRED | create constraint t.t_a_fkey foreign key [a] to table u initially deferred (unnamed)",
                "ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES u (b) MATCH FULL ON UPDATE CASCADE ON DELETE SET NULL NOT VALID | create constraint t.f foreign key [a] to table u [b] on delete SET NULL on update CASCADE",
                "ALTER TABLE t ADD CONSTRAINT e EXCLUDE USING gist (a WITH =) WHERE (b > 0) | create constraint t.e exclusion [a] (b > 0)",
                "ALTER TABLE t VALIDATE CONSTRAINT c | PROPERTY ALTER TABLE t VALIDATE CONSTRAINT c",
                "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON s.t (a DESC) WHERE b | create index s.i on t [a] unique descending [true] where (b), if absent",
                "CREATE INDEX i ON t USING gin (lower(a), b gin_trgm_ops, (c -> 'd')) | create index i on t [, b, ] over (lower(a), (c -> 'd')) gin",
                "CREATE INDEX i ON t ((a), b DESC NULLS LAST) INCLUDE (c) WITH (fillfactor = 70) WHERE a > 0 | create index i on t [a, b] descending [false, true] include [c] where (a > 0)",
                "CREATE INDEX ON t (a, lower(b)) | create index t_a_expr_idx on t [a, ] over (lower(b)) (unnamed)",
                "DROP INDEX CONCURRENTLY IF EXISTS s.i | drop index s.i, if present",
                "DROP FUNCTION f(int, text) | drop function f",
                "DROP TRIGGER g ON t | drop trigger t.g",
                "CREATE TYPE mood AS ENUM ('sad', 'it''s ok') | create type mood ENUM [sad, it's ok]",
                "CREATE TYPE pair AS (a int, b int) | create type pair COMPOSITE []",
                "CREATE DOMAIN d AS text CHECK (VALUE <> '') | create type d DOMAIN []",
                "ALTER TYPE mood ADD VALUE IF NOT EXISTS 'fine' BEFORE 'sad' | add label type mood fine before sad, if absent",
                "ALTER TYPE mood RENAME VALUE 'a' TO 'b' | rename label type mood a b",
                "ALTER TYPE mood RENAME TO m | rename type mood to public.m",
                "CREATE OR REPLACE VIEW v AS SELECT 1 | create view v, if absent",
                "CREATE MATERIALIZED VIEW v AS SELECT 1 | create view v materialized",
                "CREATE SEQUENCE s START 5 | create sequence s",
                "CREATE SCHEMA IF NOT EXISTS s | create schema s, if absent",
                "CREATE EXTENSION IF NOT EXISTS \"uuid-ossp\" | create extension uuid-ossp, if absent",
                "CREATE FUNCTION f() RETURNS void AS $$ BEGIN; END $$ LANGUAGE plpgsql | create function f",
                "CREATE TRIGGER g BEFORE UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION f() | create trigger t.g",
                "CREATE TEMP TABLE x (a int) | PROPERTY CREATE TEMP TABLE x (a int)",
                "COMMENT ON TABLE t IS 'DROP TABLE t' | PROPERTY COMMENT ON TABLE t IS 'DROP TABLE t'",
                "WITH x AS (SELECT 1) INSERT INTO t SELECT * FROM x | DATA WITH x AS (SELECT 1) INSERT INTO t SELECT * FROM x"
            })
    void a_statement_is_recognised(String sql, String effect) {
        assertThat(effects(sql)).containsExactly(effect);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * INTO copy FROM t",
                "SELECT create_hypertable('t', 'at')",
                "SET search_path TO other",
                "ALTER TABLE IF EXISTS t ADD a int",
                "ALTER TABLE t ATTACH PARTITION p DEFAULT",
                "CREATE TABLE t (a int",
                "CREATE TABLE \0 (a int)",
                "DROP TABLE t_\0",
                "ALTER TYPE mood ADD VALUE '\0'",
                "DO $$ BEGIN IF x THEN DROP TABLE t; END IF; END $$",
                "UPDATE t SET a = 'unended",
                "FROBNICATE t"
            })
    void what_is_not_understood_is_opaque(String sql) {
        assertThat(effects(sql)).singleElement().asString().startsWith("OPAQUE SQL ");
    }

    @Test
    void a_drop_that_cascades_says_that_more_may_go() {
        assertThat(effects("DROP TABLE IF EXISTS a, s.b CASCADE"))
                .containsExactly(
                        "drop table a, if present",
                        "drop table s.b, if present",
                        "OPAQUE CASCADE: takes along what depends on it");
    }

    @Test
    void a_script_is_split_at_the_semicolons_that_end_statements() {
        assertThat(effects("""
                /* one; /* nested; */ */ CREATE FUNCTION f() RETURNS int LANGUAGE sql
                  BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END;
                CREATE FUNCTION g() RETURNS int AS $body$ SELECT ';'; $body$ LANGUAGE sql;
                INSERT INTO t VALUES (E'it\\'s; fine');;"""))
                .containsExactly(
                        "create function f", "create function g", "DATA INSERT INTO t VALUES (E'it\\'s; fine')");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SET search_path TO s | true",
                "SELECT 1; set local search_path = s | true",
                "SELECT pg_catalog.set_config('search_path', '', false) | true",
                "ALTER TABLE t SET SCHEMA s | false",
                "UPDATE t SET schema = 's' | false",
                "SET lock_timeout = 1 | false"
            })
    void some_statements_move_the_names_that_follow(String sql, boolean moves) {
        assertThat(SqlReader.movesDefaultSchema(sql)).isEqualTo(moves);
    }

    @Test
    void an_existing_type_may_be_passed_over_in_a_block() {
        assertThat(effects("""
                DO $$ BEGIN
                  CREATE TYPE mood AS ENUM ('sad');
                EXCEPTION WHEN duplicate_object THEN null; END $$""")).containsExactly("create type mood ENUM [sad], if absent");
    }

    @Test
    void a_unique_index_becomes_a_constraint() {
        assertThat(effects("ALTER TABLE t ADD CONSTRAINT uq UNIQUE USING INDEX i"))
                .containsExactly("drop index i", "create constraint t.uq unique []");
    }

    @Test
    void a_block_that_asks_the_catalog_for_what_it_makes_makes_it_where_it_is_absent() {
        assertThat(effects("""
                DO $$ BEGIN
                    IF NOT EXISTS (SELECT 1 FROM pg_type WHERE typname = 'mood') THEN
                        CREATE TYPE mood AS ENUM ('a', 'b');
                    END IF;
                    IF NOT EXISTS (SELECT 1 FROM information_schema.columns
                                    WHERE table_name = 't' AND column_name = 'm') THEN
                        ALTER TABLE t ADD COLUMN m mood;
                    END IF;
                    IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = 'uq') THEN
                        ALTER TABLE t ADD CONSTRAINT uq UNIQUE (m);
                    END IF;
                    IF EXISTS (SELECT 1 FROM pg_indexes WHERE indexname = 'ix') THEN
                        DROP INDEX ix;
                    END IF;
                END $$"""))
                .containsExactly(
                        "create type mood ENUM [a, b], if absent",
                        "create column t.m mood null, if absent",
                        "create constraint t.uq unique [m], if absent",
                        "drop index ix, if present");
    }

    @Test
    void a_block_that_asks_for_something_else_is_not_understood() {
        assertThat(effects("""
                DO $$ BEGIN
                    IF EXISTS (SELECT 1 FROM pg_type WHERE typname = 'mood') THEN
                        DROP TABLE t;
                    END IF;
                END $$""")).singleElement().asString().startsWith("OPAQUE");
    }

    @Test
    void a_value_that_is_not_known_does_not_hide_that_it_is_data() {
        assertThat(effects("UPDATE t SET a = '\0' WHERE b = \0"))
                .containsExactly("DATA UPDATE t SET a = '…' WHERE b = …");
    }

    @Test
    void a_long_name_is_cut_as_postgresql_cuts_it() {
        var table = "a_rather_long_table_name_that_goes_on_and_on";
        var column = "a_rather_long_column_name_that_goes_on_and_on";
        assertThat(effects("CREATE TABLE " + table + " (" + column + " int UNIQUE)"))
                .contains("create constraint " + table
                        + ".a_rather_long_table_name_that_a_rather_long_column_name_tha_key unique [" + column
                        + "] (unnamed)");
    }

    @Test
    void an_expression_with_a_part_that_is_not_known_is_not_known() {
        assertThat(effects("ALTER TABLE t ALTER a SET DEFAULT '\0'"))
                .containsExactly("alter column t.a default ?", "PROPERTY ALTER TABLE t ALTER a SET DEFAULT '…'");
        assertThat(effects("CREATE INDEX i ON t (a) WHERE b = \0")).containsExactly("create index i on t [a] where ?");
    }

    private static List<String> effects(String sql) {
        return EffectText.of(SqlReader.effects(sql, "public", 1));
    }
}
