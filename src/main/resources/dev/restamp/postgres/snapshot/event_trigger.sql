-- One row per event trigger.
SELECT t.evtname AS name,
       t.evtevent AS event,
       t.evtfoid::regproc::text AS function,
       pg_catalog.array_to_string(t.evttags, ', ') AS tags,
       CASE t.evtenabled WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'replica' WHEN 'A' THEN 'always' END AS state,
       pg_catalog.pg_get_userbyid(t.evtowner) AS owner,
       d.description AS comment
  FROM pg_catalog.pg_event_trigger t
  LEFT JOIN pg_catalog.pg_description d ON d.objoid = t.oid AND d.classoid = 'pg_catalog.pg_event_trigger'::regclass
 WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                    WHERE e.classid = 'pg_catalog.pg_event_trigger'::regclass AND e.objid = t.oid AND e.deptype = 'e')
