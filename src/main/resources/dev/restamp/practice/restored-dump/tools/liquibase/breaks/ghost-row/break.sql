-- Somebody updated from a branch that was never merged, and the branch is gone.
INSERT INTO databasechangelog
    VALUES ('tax-1', 'cara', 'db/changelog/changes/012-tax-reports.sql', '2025-11-19 11:20:00', 13, 'EXECUTED', '9:41f3ab5d7c9e0a2b4c6d8e0f1a3b5c7d', 'sql', 'tax reports', NULL, '4.33.0', NULL, NULL, '3551200000');
