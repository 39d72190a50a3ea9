-- One row per subscription of this database. Where it connects to may hold a password, and is not read.
SELECT s.subname AS name,
       CASE WHEN NOT s.subenabled THEN 'disabled' END AS state,
       pg_catalog.array_to_string(s.subpublications, ', ') AS publications,
       s.subslotname AS slot,
       s.subsynccommit AS synchronous_commit,
       CASE WHEN s.subbinary THEN 'binary' END AS format,
       CASE s.substream::text WHEN 't' THEN 'on' WHEN 'true' THEN 'on' WHEN 'p' THEN 'parallel' END AS streaming,
       pg_catalog.pg_get_userbyid(s.subowner) AS owner
  FROM pg_catalog.pg_subscription s
  JOIN pg_catalog.pg_database b ON b.oid = s.subdbid AND b.datname = pg_catalog.current_database()
