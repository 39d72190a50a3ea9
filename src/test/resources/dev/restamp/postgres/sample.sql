-- One object of every kind, and the cases that a reader could get wrong. Runs on PostgreSQL 12 and later.
CREATE EXTENSION pg_trgm;
CREATE SCHEMA sales;
CREATE SCHEMA extensions;
CREATE EXTENSION hstore SCHEMA extensions;

CREATE TYPE position_type AS ENUM ('LONG', 'SHORT');
ALTER TYPE position_type ADD VALUE 'FLAT' BEFORE 'SHORT';
CREATE TYPE sales."Status" AS ENUM ('new', 'paid');
CREATE DOMAIN percentage AS numeric(5, 2) CHECK (VALUE BETWEEN 0 AND 100);
CREATE TYPE money_amount AS (amount numeric, currency text);
CREATE TYPE float_range AS RANGE (SUBTYPE = float8);

CREATE TABLE users (
    id bigserial PRIMARY KEY,
    gone int,
    email varchar(50) NOT NULL UNIQUE,
    created_at timestamptz DEFAULT now(),
    kind position_type NOT NULL,
    kinds position_type[],
    state sales."Status",
    tags extensions.hstore,
    share percentage,
    CONSTRAINT email_has_at CHECK (email LIKE '%@%')
);
ALTER TABLE users DROP COLUMN gone;

CREATE TABLE sales.orders (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id bigint NOT NULL REFERENCES users ON DELETE SET NULL INITIALLY DEFERRED,
    ref_a int,
    ref_b int,
    ref_c int GENERATED ALWAYS AS (ref_a + ref_b) STORED,
    during tsrange,
    UNIQUE (ref_b, ref_a),
    CONSTRAINT no_overlap EXCLUDE USING gist (during WITH &&)
);
CREATE INDEX ix_orders_user_id ON sales.orders (user_id, ref_a) INCLUDE (ref_b);
CREATE UNIQUE INDEX ux_users_lower_email ON users (lower(email), created_at DESC) WHERE kind = 'LONG';

CREATE TABLE prices (at date NOT NULL, value numeric) PARTITION BY RANGE (at);
CREATE TABLE prices_2026 PARTITION OF prices FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
ALTER TABLE prices ADD CONSTRAINT prices_pkey PRIMARY KEY (at);
CREATE INDEX ix_prices_value ON prices (value);

CREATE VIEW active_users AS SELECT id FROM users;
CREATE MATERIALIZED VIEW user_count AS SELECT count(*) AS n FROM users;
CREATE INDEX ix_user_count ON user_count (n);
CREATE SEQUENCE invoice_number;

CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE FUNCTION area(int) RETURNS int LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION area(text) RETURNS text LANGUAGE sql AS 'SELECT $1';
CREATE TRIGGER users_touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
