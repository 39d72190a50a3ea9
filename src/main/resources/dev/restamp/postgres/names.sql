-- Tables, views and the like whose name, with or without its schema, begins like this.
SELECT n.nspname AS schema,
       c.relname AS name
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  CROSS JOIN (SELECT pg_catalog.lower(?::text)) AS t (typed)
 WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm')
   AND n.nspname !~ '^pg_'
   AND n.nspname <> 'information_schema'
   AND (pg_catalog.starts_with(pg_catalog.lower(c.relname), typed)
     OR pg_catalog.starts_with(pg_catalog.lower(n.nspname || '.' || c.relname), typed))
 ORDER BY n.nspname, c.relname
 LIMIT 200
