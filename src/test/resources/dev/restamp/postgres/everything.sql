-- One object of every kind that a snapshot has, each with some property that is not the usual one.
CREATE SCHEMA app;
COMMENT ON SCHEMA app IS 'of the application';
CREATE EXTENSION hstore SCHEMA app;
CREATE COLLATION app.german (provider = icu, locale = 'de-DE-u-co-phonebk', deterministic = false);
CREATE TYPE app.mood AS ENUM ('sad', 'it''s ok', 'happy');
CREATE DOMAIN app.percentage AS numeric(5,2) DEFAULT 0 NOT NULL CONSTRAINT in_range CHECK (VALUE BETWEEN 0 AND 100);
CREATE TYPE app.point3 AS (x double precision, y double precision, "Z" double precision);
CREATE TYPE app.time_range AS RANGE (subtype = time, multirange_type_name = app.time_ranges);
CREATE SEQUENCE app.ticket AS integer START 100 INCREMENT 5 MINVALUE 10 MAXVALUE 100000 CACHE 7 CYCLE;

CREATE TABLE app.users (
    id bigint GENERATED ALWAYS AS IDENTITY (START 10 INCREMENT 2) PRIMARY KEY,
    email text COLLATE app.german NOT NULL,
    mood app.mood DEFAULT 'sad',
    score app.percentage,
    tags app.hstore,
    born date CHECK (born > '1900-01-01'),
    age_group text GENERATED ALWAYS AS (CASE WHEN born IS NULL THEN 'unknown' ELSE 'known' END) STORED,
    name varchar(40) DEFAULT 'x'::varchar,
    CONSTRAINT users_email_name UNIQUE NULLS NOT DISTINCT (email, name) INCLUDE (mood) DEFERRABLE INITIALLY DEFERRED
) WITH (fillfactor = 80);
ALTER TABLE app.users ALTER name SET STORAGE EXTERNAL, ALTER name SET COMPRESSION pglz, ALTER name SET STATISTICS 500;
ALTER TABLE app.users ALTER name SET (n_distinct = 5);
COMMENT ON TABLE app.users IS 'who';
COMMENT ON COLUMN app.users.email IS 'where';
CREATE TABLE public.orders (
    id serial PRIMARY KEY,
    user_id bigint NOT NULL REFERENCES app.users (id) ON UPDATE CASCADE ON DELETE RESTRICT,
    other_id bigint,
    status text DEFAULT 'new' CHECK (status IN ('new', 'paid', 'sent')),
    total numeric(10,2) DEFAULT 0.0,
    placed timestamptz DEFAULT now(),
    during tstzrange,
    CONSTRAINT total_small CHECK (total < 1000 AND (status <> 'sent' OR total > 0)) NO INHERIT,
    CONSTRAINT no_overlap EXCLUDE USING gist (during WITH &&) WHERE (during IS NOT NULL),
    UNIQUE (id, user_id)
);
ALTER TABLE orders ADD CONSTRAINT other_fk FOREIGN KEY (other_id) REFERENCES app.users (id) MATCH FULL
    ON DELETE SET NULL DEFERRABLE NOT VALID;
CREATE INDEX ix_orders_status ON orders USING btree (lower(status) DESC NULLS LAST, total) INCLUDE (placed)
    WHERE status IN ('new', 'paid');
CREATE INDEX ix_pattern ON orders (status text_pattern_ops) WITH (fillfactor = 70);
CREATE UNIQUE INDEX ix_collated ON orders (status COLLATE "C") NULLS NOT DISTINCT;
ALTER TABLE orders REPLICA IDENTITY FULL;
ALTER TABLE orders CLUSTER ON ix_pattern;
ALTER TABLE orders ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE UNLOGGED TABLE app.cache (k text PRIMARY KEY, v jsonb);
CREATE TABLE app.events (at timestamptz NOT NULL, kind text, n int DEFAULT 1, PRIMARY KEY (at, kind)) PARTITION BY RANGE (at);
CREATE TABLE app.events_2026 PARTITION OF app.events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE app.events_rest PARTITION OF app.events DEFAULT;
CREATE INDEX ix_events_kind ON app.events (kind);
CREATE TABLE app.base (id int, note text);
CREATE TABLE app.derived (more text) INHERITS (app.base);

CREATE VIEW app.open_orders WITH (security_barrier = true) AS
    SELECT o.id, o.total, u.email FROM orders o JOIN app.users u ON u.id = o.user_id
     WHERE o.status IN ('new', 'paid') AND extract(epoch FROM o.placed) > 0;
COMMENT ON VIEW app.open_orders IS 'open';
CREATE MATERIALIZED VIEW app.totals AS SELECT user_id, sum(total) AS total FROM orders GROUP BY user_id WITH NO DATA;
CREATE UNIQUE INDEX ix_totals ON app.totals (user_id);
CREATE FUNCTION app.add(a int, b int DEFAULT 1) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS 'SELECT a + b';
CREATE FUNCTION app.add(a text) RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER ROWS 7 COST 50
    SET search_path = pg_catalog AS 'SELECT a';
CREATE FUNCTION app.twice(a int) RETURNS int LANGUAGE sql RETURN a * 2;
CREATE PROCEDURE app.nothing() LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
CREATE AGGREGATE app.product(int) (SFUNC = int4mul, STYPE = int, INITCOND = '1');
CREATE FUNCTION app.touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER touched BEFORE UPDATE OF total, status ON orders FOR EACH ROW WHEN (OLD.total <> NEW.total)
    EXECUTE FUNCTION app.touch('a', 'b');
CREATE TRIGGER disabled AFTER INSERT ON orders FOR EACH STATEMENT EXECUTE FUNCTION app.touch();
ALTER TABLE orders DISABLE TRIGGER disabled;
CREATE RULE quiet AS ON DELETE TO app.cache DO INSTEAD NOTHING;
CREATE POLICY own ON orders AS RESTRICTIVE FOR UPDATE TO PUBLIC USING (user_id > 0) WITH CHECK (total >= 0);
CREATE STATISTICS app.both (dependencies, mcv) ON status, total FROM orders;
ALTER STATISTICS app.both SET STATISTICS 300;
CREATE TEXT SEARCH DICTIONARY app.plain (TEMPLATE = simple, STOPWORDS = english);
CREATE TEXT SEARCH CONFIGURATION app.words (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION app.words ALTER MAPPING FOR asciiword WITH app.plain;
CREATE FUNCTION app.near(app.point3, app.point3) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
CREATE OPERATOR app.<-> (FUNCTION = app.near, LEFTARG = app.point3, RIGHTARG = app.point3, COMMUTATOR = OPERATOR(app.<->));
CREATE OPERATOR CLASS app.int4_backwards FOR TYPE int4 USING btree AS OPERATOR 1 > , OPERATOR 2 >= , OPERATOR 3 = ,
    OPERATOR 4 <= , OPERATOR 5 < , FUNCTION 1 btint4cmp(int4, int4);
CREATE FUNCTION app.to_point(text) RETURNS app.point3 LANGUAGE sql IMMUTABLE AS 'SELECT NULL::app.point3';
CREATE CAST (text AS app.point3) WITH FUNCTION app.to_point(text) AS ASSIGNMENT;
CREATE FUNCTION app.watch_ddl() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
CREATE EVENT TRIGGER watch ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION app.watch_ddl();
ALTER EVENT TRIGGER watch DISABLE;
CREATE PUBLICATION changes FOR TABLE orders (id, user_id, status) WHERE (id > 5)
    WITH (publish = 'insert', publish_via_partition_root = true);
CREATE PUBLICATION whole FOR TABLES IN SCHEMA app;
CREATE FOREIGN DATA WRAPPER remote OPTIONS (debug 'true');
CREATE SERVER elsewhere TYPE 'pg' VERSION '15' FOREIGN DATA WRAPPER remote OPTIONS (host 'db2', password 'canary');
CREATE USER MAPPING FOR PUBLIC SERVER elsewhere OPTIONS (user 'u', password 'canary');
CREATE FOREIGN TABLE app.far (id int OPTIONS (column_name 'ID'), v text) SERVER elsewhere OPTIONS (table_name 't');
CREATE SUBSCRIPTION replica CONNECTION 'host=db2 password=canary' PUBLICATION changes WITH (connect = false);
ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT SELECT ON TABLES TO PUBLIC;
GRANT SELECT ON orders TO PUBLIC;
-- For single properties: what can only be changed by hand is.
CREATE TABLE app.three (x double precision, y double precision, "Z" double precision);
CREATE INDEX ix_events_plain ON app.base (id);
CREATE TYPE app.made;
CREATE FUNCTION app.made_in(cstring) RETURNS app.made LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE FUNCTION app.made_out(app.made) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
CREATE TYPE app.made (INPUT = app.made_in, OUTPUT = app.made_out, LIKE = text);
CREATE ACCESS METHOD made TYPE TABLE HANDLER heap_tableam_handler;
CREATE TRANSFORM FOR int LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal), TO SQL WITH FUNCTION int4recv(internal));
CREATE OPERATOR FAMILY app.lonely USING hash;
CREATE TEXT SEARCH PARSER app.parser (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);
CREATE TEXT SEARCH TEMPLATE app.template (INIT = dsimple_init, LEXIZE = dsimple_lexize);
CREATE LANGUAGE plmade HANDLER plpgsql_call_handler;
CREATE FOREIGN DATA WRAPPER second;
CREATE SERVER nowhere FOREIGN DATA WRAPPER remote;
