-- One row: what a shell must know of the server it has connected to.
-- The parameter is the backend the client was given: where another one answers, a pooler hands out server sessions, and
-- a session setting would stick to somebody else. Where the same one answers, the session is made read only at once.
SELECT pg_catalog.current_setting('server_version')          AS version,
       pg_catalog.current_setting('server_version_num')::int AS version_number,
       d.datname                                             AS database,
       d.oid                                                 AS database_oid,
       CURRENT_USER                                          AS role,
       c.system_identifier                                   AS system_identifier,
       pg_catalog.pg_is_in_recovery()                        AS standby,
       s.version                                             AS tls_version,
       pg_catalog.pg_backend_pid()                           AS backend,
       pg_catalog.current_schema()                           AS current_schema,
       CASE WHEN pg_catalog.pg_backend_pid() = ?
            THEN pg_catalog.set_config('default_transaction_read_only', 'on', false)
        END                                                  AS read_only
  FROM pg_catalog.pg_database d
  LEFT JOIN pg_catalog.pg_stat_ssl s ON s.pid = pg_catalog.pg_backend_pid()
 CROSS JOIN pg_catalog.pg_control_system() c
 WHERE d.datname = pg_catalog.current_database()
