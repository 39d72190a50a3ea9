-- One row per sequence and column that it feeds: owned by it, or named in a default that is nothing but its next value.
-- "why" says for what reason nobody looks; a column without an index is looked at up to 100 MB.
WITH feeds AS (
SELECT d.objid AS sequence, d.refobjid AS relation, d.refobjsubid AS attnum
  FROM pg_catalog.pg_depend d
  JOIN pg_catalog.pg_sequence s ON s.seqrelid = d.objid
 WHERE d.classid = 'pg_catalog.pg_class'::regclass
   AND d.refclassid = 'pg_catalog.pg_class'::regclass
   AND d.refobjsubid > 0
   AND d.deptype IN ('a', 'i')
 UNION
SELECT d.refobjid, f.adrelid, f.adnum
  FROM pg_catalog.pg_depend d
  JOIN pg_catalog.pg_sequence s ON s.seqrelid = d.refobjid
  JOIN pg_catalog.pg_attrdef f ON f.oid = d.objid
 WHERE d.classid = 'pg_catalog.pg_attrdef'::regclass
   AND d.refclassid = 'pg_catalog.pg_class'::regclass
)
SELECT pg_catalog.format('%I.%I', sn.nspname, sc.relname) AS sequence,
       pg_catalog.quote_literal(pg_catalog.format('%I.%I', sn.nspname, sc.relname)) AS literal,
       pg_catalog.format('%I.%I.%I', n.nspname, c.relname, a.attname) AS column,
       pg_catalog.quote_ident(a.attname) AS column_sql,
       CASE WHEN c.relkind = 'r' THEN 'ONLY ' ELSE '' END
         || pg_catalog.format('%I.%I', n.nspname, c.relname) AS table_sql,
       s.seqincrement AS increment,
       s.seqmin AS minimum,
       s.seqmax AS maximum,
       CASE WHEN NOT pg_catalog.has_schema_privilege(sn.oid, 'USAGE')
                 OR NOT pg_catalog.has_sequence_privilege(sc.oid, 'SELECT') THEN 'this role may not read the sequence'
            WHEN NOT pg_catalog.has_schema_privilege(n.oid, 'USAGE')
                 OR NOT pg_catalog.has_column_privilege(c.oid, a.attnum, 'SELECT') THEN 'this role may not read the column'
            WHEN pg_catalog.row_security_active(c.oid) THEN 'row security would hide rows from this role'
            WHEN NOT EXISTS (SELECT FROM pg_catalog.pg_index i
                               JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
                               JOIN pg_catalog.pg_am am ON am.oid = ic.relam
                              WHERE i.indrelid = c.oid AND i.indkey[0] = a.attnum AND i.indisvalid
                                AND i.indpred IS NULL AND am.amname = 'btree')
                 AND CASE WHEN c.relkind = 'p'
                          THEN (SELECT pg_catalog.sum(pg_catalog.pg_relation_size(p.relid))
                                  FROM pg_catalog.pg_partition_tree(c.oid) p WHERE p.isleaf)
                          ELSE pg_catalog.pg_relation_size(c.oid) END > 100000000 THEN 'no index on ' || a.attname
            END AS why
  FROM feeds
  JOIN pg_catalog.pg_sequence s ON s.seqrelid = feeds.sequence
  JOIN pg_catalog.pg_class sc ON sc.oid = s.seqrelid
  JOIN pg_catalog.pg_namespace sn ON sn.oid = sc.relnamespace
  JOIN pg_catalog.pg_class c ON c.oid = feeds.relation
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = feeds.attnum
  JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
  LEFT JOIN pg_catalog.pg_attrdef f ON f.adrelid = c.oid AND f.adnum = a.attnum
 WHERE c.relkind IN ('r', 'p')
   AND NOT c.relispartition
   AND coalesce(nullif(t.typbasetype, 0), t.oid) IN ('int2'::regtype, 'int4'::regtype, 'int8'::regtype, 'numeric'::regtype)
   AND (f.oid IS NULL OR pg_catalog.pg_get_expr(f.adbin, f.adrelid) ~ '^nextval\(''.*''::regclass\)$')
   AND n.nspname !~ '^pg_'
   AND n.nspname <> 'information_schema'
 ORDER BY 1, 3
