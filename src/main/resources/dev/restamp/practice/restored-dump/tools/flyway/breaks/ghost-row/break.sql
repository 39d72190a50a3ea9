-- Somebody migrated from a branch that was never merged, and the branch is gone.
INSERT INTO flyway_schema_history
    VALUES (13, '12.1', 'tax reports', 'SQL', 'V12_1__tax_reports.sql', 511284003, 'postgres', '2025-11-19 11:20:00', 31, true);
