-- One row per event trigger that is off.
SELECT pg_catalog.quote_ident(e.evtname) AS object,
       'does not fire on ' || e.evtevent AS evidence,
       ARRAY[pg_catalog.format('ALTER EVENT TRIGGER %I ENABLE;', e.evtname)] AS fix
  FROM pg_catalog.pg_event_trigger e
 WHERE e.evtenabled = 'D'
 ORDER BY 1
