-- One row per view and materialised view.
SELECT n.nspname AS schema,
       c.relname AS name,
       CASE c.relkind WHEN 'm' THEN 'materialized' END AS kind,
       pg_catalog.pg_get_viewdef(c.oid) AS definition,
       (SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.attname) || ' '
                   || pg_catalog.format_type(a.atttypid, a.atttypmod), ', ' ORDER BY a.attnum)
          FROM pg_catalog.pg_attribute a
         WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
       (SELECT pg_catalog.string_agg(o, ', ' ORDER BY o) FROM pg_catalog.unnest(c.reloptions) AS o) AS options,
       (SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.attname) || ' ' || pg_catalog.pg_get_expr(e.adbin, 0), ', '
                                     ORDER BY a.attnum)
          FROM pg_catalog.pg_attrdef e
          JOIN pg_catalog.pg_attribute a ON a.attrelid = e.adrelid AND a.attnum = e.adnum
         WHERE e.adrelid = c.oid) AS defaults,
       CASE WHEN c.relkind = 'm' AND NOT c.relispopulated THEN 'not populated' END AS populated,
       m.amname AS access_method,
       s.spcname AS tablespace,
       pg_catalog.pg_get_userbyid(c.relowner) AS owner,
       c.relacl::text AS grants,
       d.description AS comment,
       (SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.attname) || ': ' || e.description, ', ' ORDER BY a.attnum)
          FROM pg_catalog.pg_description e
          JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = e.objsubid
         WHERE e.classoid = 'pg_catalog.pg_class'::regclass AND e.objoid = c.oid
           AND e.objsubid > 0) AS column_comments
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_catalog.pg_am m ON m.oid = c.relam AND m.amname <> 'heap'
  LEFT JOIN pg_catalog.pg_tablespace s ON s.oid = c.reltablespace
  LEFT JOIN pg_catalog.pg_description d ON d.objoid = c.oid AND d.classoid = 'pg_catalog.pg_class'::regclass
                                       AND d.objsubid = 0
 WHERE c.relkind IN ('v', 'm')
   AND n.nspname !~ '^pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                    WHERE e.classid = 'pg_catalog.pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
