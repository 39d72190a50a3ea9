-- One row per index that is not that of a constraint. What a partition has from its parent is left out.
-- An expression is written out; what the default of a type or a method is, is not.
SELECT n.nspname AS schema,
       t.relname AS "table",
       c.relname AS name,
       CASE WHEN i.indisunique THEN 'unique' END AS "unique",
       m.amname AS method,
       (SELECT pg_catalog.string_agg(
                   pg_catalog.pg_get_indexdef(i.indexrelid, key.position::int, false)
                   || CASE WHEN key.collated <> 0 AND key.collated IS DISTINCT FROM a.attcollation
                           THEN ' COLLATE ' || key.collated::regcollation ELSE '' END
                   || CASE WHEN o.opcdefault AND b.attoptions IS NULL THEN '' ELSE ' ' || o.opcname END
                   || coalesce(' (' || pg_catalog.array_to_string(b.attoptions, ', ') || ')', '')
                   || CASE WHEN key.option & 1 = 1 THEN ' DESC' ELSE '' END
                   || CASE WHEN key.option = 1 THEN ' NULLS LAST' WHEN key.option = 2 THEN ' NULLS FIRST' ELSE '' END,
                   ', ' ORDER BY key.position)
          FROM ROWS FROM (pg_catalog.unnest(i.indkey::int2[]),
                          pg_catalog.unnest(i.indclass::oid[]),
                          pg_catalog.unnest(i.indcollation::oid[]),
                          pg_catalog.unnest(i.indoption::int2[]))
               WITH ORDINALITY AS key (attnum, class, collated, option, position)
          JOIN pg_catalog.pg_opclass o ON o.oid = key.class
          JOIN pg_catalog.pg_attribute b ON b.attrelid = i.indexrelid AND b.attnum = key.position
          LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = key.attnum AND key.attnum > 0
         WHERE key.position <= i.indnkeyatts) AS columns,
       CASE WHEN i.indnatts > i.indnkeyatts
            THEN (SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' ORDER BY key.position)
                    FROM pg_catalog.unnest(i.indkey::int2[]) WITH ORDINALITY AS key (attnum, position)
                    JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = key.attnum
                   WHERE key.position > i.indnkeyatts) END AS include,
       pg_catalog.pg_get_expr(i.indpred, i.indrelid) AS predicate,
       CASE WHEN i.indnullsnotdistinct THEN 'not distinct' END AS nulls, -- 15..
       CASE WHEN NOT i.indisvalid THEN 'not valid' WHEN NOT i.indisready THEN 'not ready' END AS state,
       (SELECT pg_catalog.string_agg(o, ', ' ORDER BY o) FROM pg_catalog.unnest(c.reloptions) AS o) AS options,
       (SELECT pg_catalog.string_agg(b.attnum || ': ' || b.attstattarget, ', ' ORDER BY b.attnum)
          FROM pg_catalog.pg_attribute b
         WHERE b.attrelid = c.oid AND b.attstattarget >= 0) AS statistics,
       s.spcname AS tablespace,
       d.description AS comment
  FROM pg_catalog.pg_index i
  JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
  JOIN pg_catalog.pg_class t ON t.oid = i.indrelid
  JOIN pg_catalog.pg_am m ON m.oid = c.relam
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_catalog.pg_tablespace s ON s.oid = c.reltablespace
  LEFT JOIN pg_catalog.pg_description d ON d.objoid = c.oid AND d.classoid = 'pg_catalog.pg_class'::regclass
                                       AND d.objsubid = 0
 WHERE NOT c.relispartition
   AND n.nspname !~ '^pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k
                    WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                    WHERE e.classid = 'pg_catalog.pg_class'::regclass AND e.objid = t.oid AND e.deptype = 'e')
