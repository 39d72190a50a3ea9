-- A table of 16 columns of mixed types, NULLs in 11 of them, the rows stored in the order of an expression of i:
--   psql -d left -v rows=1000000 -v order=i -v changed=0 -f src/bench/wide.sql
-- The row whose key is :changed has a number that is 1 higher; 0 for none.
SET timezone = 'UTC';
CREATE TYPE state AS ENUM ('draft', 'open', 'paid', 'closed');
CREATE TABLE wide (
  id bigint PRIMARY KEY,
  number int NOT NULL,
  amount numeric(12, 2),
  rate numeric,
  name text NOT NULL,
  note text,
  at timestamptz NOT NULL,
  day date,
  data jsonb,
  bytes bytea,
  ratio float8,
  ref uuid NOT NULL,
  tags text[],
  numbers int[],
  active boolean,
  state state);
INSERT INTO wide
SELECT
  i,
  ('x' || left(h, 8))::bit(32)::int / 2 + (i = :changed)::int,
  CASE WHEN i % 13 <> 1 THEN i * 7 / 100.0 END,
  CASE WHEN i % 13 <> 2 THEN i / 7.0 END,
  'name ' || left(h, 12),
  CASE WHEN i % 13 <> 3 THEN repeat(h || ' ', i % 4) END,
  timestamptz '2024-01-01 00:00:00 UTC' + i * interval '17.000123 s',
  CASE WHEN i % 13 <> 4 THEN date '2000-01-01' + i % 9000 END,
  CASE WHEN i % 13 <> 5 THEN jsonb_build_object('id', i, 'code', left(h, 6), 'list', jsonb_build_array(i % 10, i % 3 = 0, NULL)) END,
  CASE WHEN i % 13 <> 6 THEN decode(h, 'hex') END,
  CASE WHEN i % 13 <> 7 THEN sqrt(i::float8) END,
  h::uuid,
  CASE WHEN i % 13 <> 8 THEN ARRAY[left(h, 4), right(h, 4)] END,
  CASE WHEN i % 13 <> 9 THEN ARRAY[i % 100, i % 7, NULL] END,
  CASE WHEN i % 13 <> 10 THEN i % 3 = 0 END,
  CASE WHEN i % 13 <> 11 THEN (enum_range(NULL::state))[i % 4 + 1] END
FROM generate_series(1, :rows) i, md5(i::text) h
ORDER BY :order;
-- Here and not by autovacuum in the middle of a run.
VACUUM (FREEZE, ANALYZE) wide;
