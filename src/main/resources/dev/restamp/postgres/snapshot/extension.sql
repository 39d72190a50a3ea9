-- One row per extension. What belongs to one is in none of the other answers: its version tells.
SELECT e.extname AS name,
       e.extversion AS version,
       n.nspname AS in_schema
  FROM pg_catalog.pg_extension e
  JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
