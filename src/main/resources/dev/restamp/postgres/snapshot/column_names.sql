-- One row per column of what column.sql leaves out, and whose columns constraints and indexes say by their numbers:
-- partitions, materialised views, and tables of extensions, to which a foreign key may point.
SELECT a.attrelid AS "#relation",
       a.attnum AS "#number",
       pg_catalog.quote_ident(a.attname) AS "#quoted"
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
 WHERE (c.relkind = 'm'
        OR c.relkind IN ('r', 'p', 'f')
           AND (c.relispartition
                OR c.oid IN (SELECT e.objid
                               FROM pg_catalog.pg_depend e
                              WHERE e.classid = 'pg_catalog.pg_class'::regclass AND e.deptype = 'e')))
   AND a.attnum > 0
   AND NOT a.attisdropped
