-- No drift of the version row: the schema itself is at no revision, and a stamp would be a lie.
ALTER TABLE audit_log ALTER COLUMN at TYPE TIMESTAMP WITHOUT TIME ZONE USING at AT TIME ZONE 'UTC';

CREATE TABLE tmp_fix_20261119 AS
SELECT id, status
  FROM orders
 WHERE status = 'new'
   AND id > 4960;
