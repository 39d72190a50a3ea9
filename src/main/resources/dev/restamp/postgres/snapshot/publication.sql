-- One row per publication, with what it publishes.
SELECT p.pubname AS name,
       CASE WHEN p.puballtables THEN 'all' END AS all_tables,
       pg_catalog.concat_ws(', ', CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END,
                            CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END) AS operations,
       CASE WHEN p.pubviaroot THEN 'root' END AS via_root,
       CASE p.pubgencols WHEN 's' THEN 'stored' END AS generated_columns, -- 18..
       (SELECT pg_catalog.string_agg(
                   r.prrelid::regclass::text
                   || coalesce((SELECT ' (' || pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' -- 15..
                                                                     ORDER BY a.attname) || ')' -- 15..
                                  FROM pg_catalog.pg_attribute a -- 15..
                                 WHERE a.attrelid = r.prrelid AND a.attnum = ANY (r.prattrs::int2[])), '') -- 15..
                   || coalesce(' WHERE ' || pg_catalog.pg_get_expr(r.prqual, r.prrelid), '') -- 15..
                   , ', ' ORDER BY r.prrelid::regclass::text)
          FROM pg_catalog.pg_publication_rel r
         WHERE r.prpubid = p.oid) AS tables,
       (SELECT pg_catalog.string_agg(s.pnnspid::regnamespace::text, ', ' ORDER BY s.pnnspid::regnamespace::text) -- 15..
          FROM pg_catalog.pg_publication_namespace s -- 15..
         WHERE s.pnpubid = p.oid) AS schemas, -- 15..
       pg_catalog.pg_get_userbyid(p.pubowner) AS owner,
       d.description AS comment
  FROM pg_catalog.pg_publication p
  LEFT JOIN pg_catalog.pg_description d ON d.objoid = p.oid AND d.classoid = 'pg_catalog.pg_publication'::regclass
