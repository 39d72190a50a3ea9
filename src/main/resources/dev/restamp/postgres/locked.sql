-- One row per relation that another session keeps locked against readers too. Its expressions cannot be written out meanwhile.
SELECT l.relation::regclass::text AS name,
       l.pid
  FROM pg_catalog.pg_locks l
 WHERE l.relation IS NOT NULL
   AND l.database = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database())
   AND l.mode = 'AccessExclusiveLock'
   AND l.granted
   AND l.pid <> pg_catalog.pg_backend_pid()
 ORDER BY 1
