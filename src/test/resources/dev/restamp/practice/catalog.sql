-- One line per thing in schema public, in its own words: tables, columns, constraints, indexes, enums, views, sequences.
SELECT 'column ' || c.relname || '.' || a.attname || ' #' || a.attnum || ' ' || format_type(a.atttypid, a.atttypmod)
       || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
       || ' identity=' || a.attidentity::text
       || coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '') AS line
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
 WHERE c.relnamespace = 'public'::regnamespace
   AND c.relkind IN ('r', 'v')
 UNION ALL
SELECT 'constraint ' || conrelid::regclass || '.' || conname || ' ' || pg_get_constraintdef(oid)
  FROM pg_catalog.pg_constraint
 WHERE connamespace = 'public'::regnamespace
 UNION ALL
SELECT 'index ' || indexdef
  FROM pg_catalog.pg_indexes
 WHERE schemaname = 'public'
 UNION ALL
SELECT 'enum ' || t.typname || ' ' || string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder)
  FROM pg_catalog.pg_type t
  JOIN pg_catalog.pg_enum e ON e.enumtypid = t.oid
 WHERE t.typnamespace = 'public'::regnamespace
 GROUP BY t.typname
 UNION ALL
SELECT 'view ' || viewname || ' ' || definition
  FROM pg_catalog.pg_views
 WHERE schemaname = 'public'
 UNION ALL
SELECT 'sequence ' || sequencename || ' ' || data_type
  FROM pg_catalog.pg_sequences
 WHERE schemaname = 'public'
 ORDER BY line
