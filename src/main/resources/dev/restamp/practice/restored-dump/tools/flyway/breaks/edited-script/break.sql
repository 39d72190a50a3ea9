-- The row is of the script as it was when it ran.
UPDATE flyway_schema_history SET checksum = 20250912 WHERE version = '8';
