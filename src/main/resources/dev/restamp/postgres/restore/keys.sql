-- One row per foreign key, those NOT VALID first. A partition's copy is its table's; a key that is not enforced need not hold.
-- "broken" is the rows that have no row to point to, compared by the key's own operators as PostgreSQL does it.
SELECT pg_catalog.format('%s %I', con.conrelid::regclass, con.conname) AS object,
       pg_catalog.pg_get_constraintdef(con.oid) AS definition,
       CASE WHEN NOT pg_catalog.has_table_privilege(child.oid, 'SELECT')
                 OR NOT pg_catalog.has_table_privilege(parent.oid, 'SELECT')
                 OR NOT pg_catalog.has_schema_privilege(child.relnamespace, 'USAGE')
                 OR NOT pg_catalog.has_schema_privilege(parent.relnamespace, 'USAGE')
            THEN 'this role may not read both tables'
            WHEN con.conperiod THEN 'keys over periods are not looked at' -- 18..
            WHEN pg_catalog.row_security_active(child.oid) OR pg_catalog.row_security_active(parent.oid)
            THEN 'row security would hide rows from this role' END AS why,
       pg_catalog.format('FROM %s%s AS c WHERE %s%s AND NOT EXISTS (SELECT FROM %s%s AS p WHERE %s)%s',
                         CASE WHEN child.relkind = 'r' THEN 'ONLY ' END, child.oid::regclass,
                         CASE WHEN con.confmatchtype = 'f' AND parts.several THEN '(' END,
                         parts.known,
                         CASE WHEN parent.relkind = 'r' THEN 'ONLY ' END, parent.oid::regclass,
                         parts.alike,
                         CASE WHEN con.confmatchtype = 'f' AND parts.several
                              THEN ' OR ' || parts.mixed || ')' END) AS broken,
       CASE WHEN NOT con.convalidated
            THEN ARRAY[pg_catalog.format('ALTER TABLE %s VALIDATE CONSTRAINT %I;', con.conrelid::regclass, con.conname)]
            END AS validation
  FROM pg_catalog.pg_constraint con
  JOIN pg_catalog.pg_class child ON child.oid = con.conrelid
  JOIN pg_catalog.pg_class parent ON parent.oid = con.confrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = child.relnamespace
 CROSS JOIN LATERAL (
SELECT pg_catalog.count(*) > 1 AS several,
       pg_catalog.string_agg(pg_catalog.format('c.%I IS NOT NULL', ca.attname), ' AND ' ORDER BY k.at) AS known,
       pg_catalog.format('((%s) AND (%s))',
                         pg_catalog.string_agg(pg_catalog.format('c.%I IS NULL', ca.attname), ' OR ' ORDER BY k.at),
                         pg_catalog.string_agg(pg_catalog.format('c.%I IS NOT NULL', ca.attname), ' OR ' ORDER BY k.at))
         AS mixed,
       pg_catalog.string_agg(
         pg_catalog.format('p.%I OPERATOR(%I.%s) c.%I%s', pa.attname, opn.nspname, op.oprname, ca.attname,
                           CASE WHEN pa.attcollation <> ca.attcollation
                                THEN pg_catalog.format(' COLLATE %I.%I', coln.nspname, col.collname) END),
         ' AND ' ORDER BY k.at) AS alike
  FROM unnest(con.conkey, con.confkey, con.conpfeqop) WITH ORDINALITY AS k(child, parent, operator, at)
  JOIN pg_catalog.pg_attribute ca ON ca.attrelid = con.conrelid AND ca.attnum = k.child
  JOIN pg_catalog.pg_attribute pa ON pa.attrelid = con.confrelid AND pa.attnum = k.parent
  JOIN pg_catalog.pg_operator op ON op.oid = k.operator
  JOIN pg_catalog.pg_namespace opn ON opn.oid = op.oprnamespace
  LEFT JOIN pg_catalog.pg_collation col ON col.oid = pa.attcollation
  LEFT JOIN pg_catalog.pg_namespace coln ON coln.oid = col.collnamespace
       ) parts
 WHERE con.contype = 'f'
   AND con.conparentid = 0
   AND con.conenforced -- 18..
   AND n.nspname !~ '^pg_'
   AND n.nspname <> 'information_schema'
 ORDER BY con.convalidated, 1
