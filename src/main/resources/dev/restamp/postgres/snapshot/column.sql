-- One row per column of a table. What a partition has from its parent is left out.
-- The expression of a default has no column in it, and is written out faster without its table; that of a generated column
-- needs the table. Its position is that among those that are left.
WITH gaps AS (
    SELECT g.attrelid, pg_catalog.array_agg(g.attnum) AS numbers
      FROM pg_catalog.pg_attribute g
     WHERE g.attisdropped AND g.attnum > 0
     GROUP BY g.attrelid)
SELECT n.nspname AS schema,
       c.relname AS "table",
       a.attname AS name,
       pg_catalog.format_type(a.atttypid, a.atttypmod) AS type,
       CASE WHEN a.attcollation <> t.typcollation THEN a.attcollation::regcollation::text END AS collation,
       CASE WHEN a.attnotnull THEN 'not null' END AS not_null,
       CASE WHEN a.attgenerated = '' THEN pg_catalog.pg_get_expr(e.adbin, 0) END AS "default",
       CASE WHEN a.attgenerated <> '' THEN pg_catalog.pg_get_expr(e.adbin, e.adrelid) END AS generated_as,
       CASE a.attgenerated WHEN 's' THEN 'stored' WHEN 'v' THEN 'virtual' END AS generated,
       CASE a.attidentity WHEN 'a' THEN 'always' WHEN 'd' THEN 'by default' END AS identity,
       CASE WHEN a.attidentity <> ''
            THEN (SELECT pg_catalog.format('%s start %s increment %s minimum %s maximum %s cache %s%s',
                             pg_catalog.format_type(s.seqtypid, NULL), s.seqstart, s.seqincrement, s.seqmin, s.seqmax,
                             s.seqcache, CASE WHEN s.seqcycle THEN ' cycle' END)
                    FROM pg_catalog.pg_depend o
                    JOIN pg_catalog.pg_sequence s ON s.seqrelid = o.objid
                   WHERE o.refclassid = 'pg_catalog.pg_class'::regclass AND o.refobjid = c.oid
                     AND o.refobjsubid = a.attnum AND o.deptype = 'i') END AS identity_sequence,
       CASE WHEN a.attstorage <> t.typstorage
            THEN CASE a.attstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external' WHEN 'm' THEN 'main'
                                   WHEN 'x' THEN 'extended' END END AS storage,
       CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END AS compression,
       CASE WHEN a.attstattarget >= 0 THEN a.attstattarget END AS statistics,
       CASE WHEN a.attoptions IS NOT NULL
            THEN (SELECT pg_catalog.string_agg(o, ', ' ORDER BY o) FROM pg_catalog.unnest(a.attoptions) AS o)
       END AS options,
       CASE WHEN a.attfdwoptions IS NOT NULL
            THEN (SELECT pg_catalog.string_agg(o, ', ' ORDER BY o) FROM pg_catalog.unnest(a.attfdwoptions) AS o)
       END AS foreign_options,
       CASE WHEN a.attinhcount > 0 THEN CASE WHEN a.attislocal THEN 'too' ELSE 'only' END END AS inherited,
       a.attacl::text AS grants,
       CASE WHEN gaps.numbers IS NULL THEN a.attnum
            ELSE a.attnum - (SELECT pg_catalog.count(*) FROM pg_catalog.unnest(gaps.numbers) AS gap WHERE gap < a.attnum)
       END AS position,
       d.description AS comment,
       c.oid AS "#relation",
       a.attnum AS "#number",
       CASE WHEN pg_catalog.quote_ident(a.attname) <> a.attname THEN pg_catalog.quote_ident(a.attname) END AS "#quoted"
  FROM pg_catalog.pg_attribute a
  JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
  LEFT JOIN gaps ON gaps.attrelid = a.attrelid
  LEFT JOIN pg_catalog.pg_attrdef e ON e.adrelid = a.attrelid AND e.adnum = a.attnum
  LEFT JOIN pg_catalog.pg_description d ON d.objoid = c.oid AND d.classoid = 'pg_catalog.pg_class'::regclass
                                       AND d.objsubid = a.attnum
 WHERE c.relkind IN ('r', 'p', 'f')
   AND NOT c.relispartition
   AND a.attnum > 0
   AND NOT a.attisdropped
   AND n.nspname !~ '^pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend x
                    WHERE x.classid = 'pg_catalog.pg_class'::regclass AND x.objid = c.oid AND x.deptype = 'e')
