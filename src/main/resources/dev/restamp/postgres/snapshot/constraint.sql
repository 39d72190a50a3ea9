-- One row per constraint of a table. NOT NULL is a property of the column, though it has a row of its own since 18.
-- What a partition has from its parent is left out. Columns are numbers: see index.sql.
SELECT n.nspname AS schema,
       c.relname AS "table",
       k.conname AS name,
       CASE k.contype WHEN 'p' THEN 'primary key' WHEN 'u' THEN 'unique' WHEN 'f' THEN 'foreign key' WHEN 'c' THEN 'check'
                      WHEN 'x' THEN 'exclude' WHEN 't' THEN 'trigger' END AS kind,
       CASE WHEN k.contype <> 'c'
            THEN pg_catalog.concat_ws(':', k.conrelid, pg_catalog.array_to_string(k.conkey, ' ')) END AS "columns#",
       CASE WHEN x.indnatts > x.indnkeyatts
            THEN pg_catalog.concat_ws(':', k.conrelid,
                     pg_catalog.array_to_string((x.indkey::int2[])[x.indnkeyatts:], ' ')) END AS "include#",
       CASE WHEN k.contype = 'f' THEN k.confrelid::regclass::text END AS referenced_table,
       CASE WHEN k.contype = 'f'
            THEN pg_catalog.concat_ws(':', k.confrelid, pg_catalog.array_to_string(k.confkey, ' '))
       END AS "referenced_columns#",
       CASE k.confmatchtype WHEN 'f' THEN 'full' WHEN 'p' THEN 'partial' END AS match,
       CASE k.confdeltype WHEN 'r' THEN 'restrict' WHEN 'c' THEN 'cascade' WHEN 'n' THEN 'set null'
                          WHEN 'd' THEN 'set default' END AS on_delete,
       CASE WHEN k.confdelsetcols IS NOT NULL -- 15..
            THEN (SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' ORDER BY a.attname) -- 15..
                    FROM pg_catalog.pg_attribute a -- 15..
                   WHERE a.attrelid = k.conrelid AND a.attnum = ANY (k.confdelsetcols)) END AS on_delete_columns, -- 15..
       CASE k.confupdtype WHEN 'r' THEN 'restrict' WHEN 'c' THEN 'cascade' WHEN 'n' THEN 'set null'
                          WHEN 'd' THEN 'set default' END AS on_update,
       CASE WHEN k.condeferrable THEN CASE WHEN k.condeferred THEN 'initially deferred' ELSE 'yes' END END AS deferrable,
       CASE WHEN NOT k.convalidated THEN 'not valid' END AS validated,
       CASE WHEN NOT k.conenforced THEN 'not enforced' END AS enforced, -- 18..
       CASE WHEN k.conperiod THEN 'period' END AS period, -- 18..
       CASE WHEN k.connoinherit AND k.contype = 'c' THEN 'no inherit' END AS inheritance,
       CASE WHEN k.coninhcount > 0 THEN CASE WHEN k.conislocal THEN 'too' ELSE 'only' END END AS inherited,
       CASE WHEN x.indnullsnotdistinct THEN 'not distinct' END AS nulls, -- 15..
       CASE WHEN k.contype = 'c' THEN pg_catalog.pg_get_expr(k.conbin, k.conrelid) END AS condition,
       CASE WHEN k.contype = 'x' THEN pg_catalog.pg_get_constraintdef(k.oid) END AS definition,
       CASE WHEN i.reloptions IS NOT NULL
            THEN (SELECT pg_catalog.string_agg(o, ', ' ORDER BY o) FROM pg_catalog.unnest(i.reloptions) AS o)
       END AS index_options,
       s.spcname AS tablespace,
       d.description AS comment
  FROM pg_catalog.pg_constraint k
  JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_catalog.pg_index x ON x.indexrelid = k.conindid AND k.contype IN ('p', 'u', 'x')
  LEFT JOIN pg_catalog.pg_class i ON i.oid = x.indexrelid
  LEFT JOIN pg_catalog.pg_tablespace s ON s.oid = i.reltablespace
  LEFT JOIN pg_catalog.pg_description d ON d.objoid = k.oid AND d.classoid = 'pg_catalog.pg_constraint'::regclass
 WHERE k.contype IN ('p', 'u', 'f', 'c', 'x')
   AND k.conparentid = 0
   AND NOT (c.relispartition AND k.coninhcount > 0)
   AND n.nspname !~ '^pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                    WHERE e.classid = 'pg_catalog.pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
