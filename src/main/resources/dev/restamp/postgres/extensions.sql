-- One row per extension. What belongs to one is in none of the other answers: its version tells.
SELECT e.extname AS name
  FROM pg_catalog.pg_extension e
 ORDER BY e.extname
