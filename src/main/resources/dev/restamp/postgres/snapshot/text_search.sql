-- One row per text search configuration, dictionary, parser and template that somebody made.
SELECT n.nspname AS schema,
       x.name,
       x.kind AS arguments,
       x.uses,
       x.options,
       CASE WHEN x.owner IS NOT NULL THEN pg_catalog.pg_get_userbyid(x.owner) END AS owner
  FROM (SELECT c.oid, 'pg_catalog.pg_ts_config'::regclass AS class, c.cfgnamespace AS namespace, c.cfgname AS name,
               'configuration' AS kind, r.prsname AS uses, c.cfgowner AS owner,
               (SELECT pg_catalog.string_agg(m.maptokentype || ': ' || m.mapdict::regdictionary, ', '
                                             ORDER BY m.maptokentype, m.mapseqno)
                  FROM pg_catalog.pg_ts_config_map m
                 WHERE m.mapcfg = c.oid) AS options
          FROM pg_catalog.pg_ts_config c
          JOIN pg_catalog.pg_ts_parser r ON r.oid = c.cfgparser
        UNION ALL
        SELECT d.oid, 'pg_catalog.pg_ts_dict'::regclass, d.dictnamespace, d.dictname, 'dictionary', t.tmplname, d.dictowner,
               d.dictinitoption
          FROM pg_catalog.pg_ts_dict d
          JOIN pg_catalog.pg_ts_template t ON t.oid = d.dicttemplate
        UNION ALL
        SELECT p.oid, 'pg_catalog.pg_ts_parser'::regclass, p.prsnamespace, p.prsname, 'parser', NULL, NULL,
               pg_catalog.concat_ws(', ', p.prsstart, p.prstoken, p.prsend, p.prslextype, p.prsheadline)
          FROM pg_catalog.pg_ts_parser p
        UNION ALL
        SELECT t.oid, 'pg_catalog.pg_ts_template'::regclass, t.tmplnamespace, t.tmplname, 'template', NULL, NULL,
               pg_catalog.concat_ws(', ', t.tmplinit, t.tmpllexize)
          FROM pg_catalog.pg_ts_template t) AS x
  JOIN pg_catalog.pg_namespace n ON n.oid = x.namespace
 WHERE n.nspname !~ '^pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                    WHERE e.classid = x.class AND e.objid = x.oid AND e.deptype = 'e')
