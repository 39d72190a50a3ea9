-- One row per lock of each session on this database, and one for a session that holds none; this session left out.
-- What a role may not see of the sessions of others is NULL. A prepared transaction holds locks without a session: its
-- pid is 0. Nothing here waits for a lock, whoever holds what.
WITH parties AS (
  SELECT a.pid                                                        AS pid,
         a.application_name                                           AS application,
         a.usename                                                    AS role,
         COALESCE(a.client_hostname, pg_catalog.host(a.client_addr))  AS client,
         a.state                                                      AS state,
         COALESCE(a.xact_start, a.state_change)                       AS since,
         a.query = '<insufficient privilege>'                         AS hidden,
         NULL::text                                                   AS transaction
    FROM pg_catalog.pg_stat_activity a
   WHERE a.datname = pg_catalog.current_database()
     AND a.pid <> pg_catalog.pg_backend_pid()
     AND a.usesysid IS NOT NULL
     AND (a.backend_type = 'client backend' OR a.backend_type IS NULL)
  UNION ALL
  SELECT 0, p.gid, p.owner, NULL, 'prepared', p.prepared, false, '-1/' || p.transaction
    FROM pg_catalog.pg_prepared_xacts p
   WHERE p.database = pg_catalog.current_database()
), locks AS (
  SELECT l.pid                AS pid,
         l.virtualtransaction AS transaction,
         l.locktype           AS kind,
         l.mode               AS mode,
         l.granted            AS granted,
         n.nspname            AS schema,
         c.relname            AS name
    FROM pg_catalog.pg_locks l
    LEFT JOIN pg_catalog.pg_class c ON c.oid = l.relation AND c.relkind IN ('r', 'p', 'f', 'v', 'm')
    LEFT JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
   WHERE l.database = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database())
     AND (l.locktype = 'advisory'
       OR l.locktype = 'relation' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema')
)
SELECT p.pid, p.application, p.role, p.client, p.state, p.hidden,
       pg_catalog.date_part('epoch', pg_catalog.clock_timestamp() - p.since)::bigint AS seconds,
       l.kind, l.schema, l.name, l.mode, l.granted,
       CASE WHEN NOT l.granted THEN pg_catalog.pg_blocking_pids(p.pid)::text[] END AS blocked_by
  FROM parties p
  LEFT JOIN locks l ON l.pid = p.pid OR (p.pid = 0 AND l.transaction = p.transaction)
 ORDER BY p.pid, p.application, l.granted DESC, l.schema, l.name, l.mode
