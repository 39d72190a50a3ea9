-- Somebody ran the next migration, which failed, on a server whose rows were not rolled back.
INSERT INTO flyway_schema_history
    VALUES (13, '13', 'priority performance indexes', 'SQL', 'V13__priority_performance_indexes.sql', -1694851140, 'postgres', '2025-11-20 03:02:00', 12, false);
