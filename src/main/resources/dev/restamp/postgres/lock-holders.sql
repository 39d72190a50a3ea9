-- One row per session that holds a lock on a table which keeps writers of the version row out, the longest first.
-- A prepared transaction holds locks without a session.
SELECT l.pid                                                         AS pid,
       a.application_name                                            AS application,
       pg_catalog.date_part('epoch', pg_catalog.clock_timestamp() - a.xact_start)::bigint AS seconds
  FROM pg_catalog.pg_locks l
  JOIN pg_catalog.pg_class c ON c.oid = l.relation
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
 WHERE n.nspname = ?
   AND c.relname = ?
   AND l.database = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database())
   AND l.granted
   AND l.mode NOT IN ('AccessShareLock', 'RowShareLock')
 ORDER BY a.xact_start
