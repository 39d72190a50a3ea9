-- One row per index that is not that of a constraint. What a partition has from its parent is left out.
-- An expression is written out; what the default of a type or a method is, is not. Of an index on plain columns there is
-- only the table, the numbers of the columns and their order: names are put in by the reader of the answer. That of ten
-- thousand tables takes a tenth of the time.
-- Parameters of operator classes are not for these two methods, statistics for expressions only.
WITH ordinary AS (
    -- operator classes and collations that go without saying
    SELECT v.indclass, v.indcollation
      FROM (SELECT DISTINCT x.indclass, x.indcollation FROM pg_catalog.pg_index x) AS v
     WHERE NOT EXISTS (SELECT FROM pg_catalog.unnest(v.indclass::oid[]) AS class (oid)
                         JOIN pg_catalog.pg_opclass o ON o.oid = class.oid
                        WHERE NOT o.opcdefault)
       AND NOT EXISTS (SELECT FROM pg_catalog.unnest(v.indcollation::oid[]) AS key (collated)
                        WHERE key.collated NOT IN (0, 'pg_catalog.default'::regcollation)))
SELECT n.nspname AS schema,
       t.relname AS "table",
       c.relname AS name,
       CASE WHEN i.indisunique THEN 'unique' END AS "unique",
       m.amname AS method,
       CASE WHEN i.indexprs IS NULL AND m.amname IN ('btree', 'hash') AND plain.indclass IS NOT NULL
            THEN pg_catalog.concat_ws(':', i.indrelid,
                     pg_catalog.array_to_string((i.indkey::int2[])[:i.indnkeyatts - 1], ' '), i.indoption)
       END AS "columns#",
       CASE WHEN i.indexprs IS NOT NULL OR m.amname NOT IN ('btree', 'hash') OR plain.indclass IS NULL
            THEN (SELECT pg_catalog.string_agg(
                             pg_catalog.pg_get_indexdef(i.indexrelid, key.position::int, false)
                             || CASE WHEN key.collated IN (0, 'pg_catalog.default'::regcollation) THEN ''
                                     ELSE ' COLLATE ' || key.collated::regcollation END
                             || CASE WHEN o.opcdefault AND b.attoptions IS NULL THEN '' ELSE ' ' || o.opcname END
                             || coalesce(' (' || pg_catalog.array_to_string(b.attoptions, ', ') || ')', '')
                             || CASE WHEN key.option & 1 = 1 THEN ' DESC' ELSE '' END
                             || CASE WHEN key.option = 1 THEN ' NULLS LAST' WHEN key.option = 2 THEN ' NULLS FIRST'
                                     ELSE '' END,
                             ', ' ORDER BY key.position)
                    FROM ROWS FROM (pg_catalog.unnest(i.indclass::oid[]),
                                    pg_catalog.unnest(i.indcollation::oid[]),
                                    pg_catalog.unnest(i.indoption::int2[]))
                         WITH ORDINALITY AS key (class, collated, option, position)
                    JOIN pg_catalog.pg_opclass o ON o.oid = key.class
                    JOIN pg_catalog.pg_attribute b ON b.attrelid = i.indexrelid AND b.attnum = key.position
                   WHERE key.position <= i.indnkeyatts) END AS columns,
       CASE WHEN i.indnatts > i.indnkeyatts
            THEN pg_catalog.concat_ws(':', i.indrelid,
                     pg_catalog.array_to_string((i.indkey::int2[])[i.indnkeyatts:], ' ')) END AS "include#",
       pg_catalog.pg_get_expr(i.indpred, i.indrelid) AS predicate,
       CASE WHEN i.indnullsnotdistinct THEN 'not distinct' END AS nulls, -- 15..
       CASE WHEN NOT i.indisvalid THEN 'not valid' WHEN NOT i.indisready THEN 'not ready' END AS state,
       CASE WHEN c.reloptions IS NOT NULL
            THEN (SELECT pg_catalog.string_agg(o, ', ' ORDER BY o) FROM pg_catalog.unnest(c.reloptions) AS o) END AS options,
       CASE WHEN i.indexprs IS NOT NULL
            THEN (SELECT pg_catalog.string_agg(b.attnum || ': ' || b.attstattarget, ', ' ORDER BY b.attnum)
                    FROM pg_catalog.pg_attribute b
                   WHERE b.attrelid = c.oid AND b.attstattarget >= 0) END AS statistics,
       s.spcname AS tablespace,
       d.description AS comment
  FROM pg_catalog.pg_index i
  JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
  JOIN pg_catalog.pg_class t ON t.oid = i.indrelid
  JOIN pg_catalog.pg_am m ON m.oid = c.relam
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN ordinary AS plain ON plain.indclass = i.indclass AND plain.indcollation = i.indcollation
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
