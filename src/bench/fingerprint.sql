-- Rows and the sum of their hashes, for one table of schema public:
--   psql -d left -v table=wide -f src/bench/fingerprint.sql
-- The hash of one column is the seed of the next, by name, so that neither the order of rows nor that of columns counts.
BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SET LOCAL extra_float_digits = 3;
SET LOCAL timezone = 'UTC';
SET LOCAL datestyle = 'ISO, YMD';
SET LOCAL intervalstyle = postgres;
SET LOCAL bytea_output = hex;
SET LOCAL lc_monetary = 'C';
SET LOCAL search_path = pg_catalog;
SET LOCAL row_security = off;
SET LOCAL jit = off;

-- In each step, %1$s is the column and %2$s the hash so far.
WITH RECURSIVE steps AS (
  SELECT
    row_number() OVER (ORDER BY attname COLLATE "C") AS i,
    quote_ident(attname) AS name,
    attnotnull,
    CASE
      WHEN typname IN ('int2', 'int4') THEN 'hashint4extended(coalesce(%1$s, 0), %2$s)'
      WHEN typname = 'int8' THEN
        -- hashint8 alone folds the halves: 0 and 4294967297 would be the same.
        'hashint8extended(coalesce(%1$s, 0), hashint4extended((coalesce(%1$s, 0) >> 32)::int, %2$s))'
      WHEN typname = 'bpchar' THEN 'hashbpcharextended(coalesce(%1$s, '''') COLLATE "C", %2$s)'
      WHEN typname = 'uuid' THEN 'uuid_hash_extended(coalesce(%1$s, ''00000000-0000-0000-0000-000000000000''), %2$s)'
      ELSE format('hashtextextended(coalesce(%s, '''') COLLATE "C", %%2$s)', CASE
        WHEN typname IN ('text', 'varchar') THEN '%1$s'
        WHEN typname IN ('float4', 'float8') THEN format('encode(%ssend(%%1$s), ''hex'')', typname)
        WHEN typname IN ('timestamp', 'timestamptz', 'date') THEN format('encode(%s_send(%%1$s), ''hex'')', typname)
        WHEN typname = 'bytea' THEN 'encode(%1$s, ''hex'')'
        WHEN typname = 'money' THEN '%1$s::numeric::text'
        ELSE '%1$s::text'
      END)
    END AS step
  FROM pg_attribute JOIN pg_type ON pg_type.oid = atttypid
  WHERE attrelid = format('public.%I', :'table')::regclass AND attnum > 0 AND NOT attisdropped),
chain AS (
  SELECT 0::bigint AS i, '0::bigint' COLLATE "C" AS hash
  UNION ALL
  SELECT
    steps.i,
    format(CASE WHEN attnotnull THEN step ELSE 'hashint4extended((%1$s IS NULL)::int, ' || step || ')' END, name, hash)
  FROM chain JOIN steps ON steps.i = chain.i + 1)
SELECT hash FROM chain ORDER BY i DESC LIMIT 1
\gset

SELECT count(*), sum(:hash) FROM public.:"table";
COMMIT;
