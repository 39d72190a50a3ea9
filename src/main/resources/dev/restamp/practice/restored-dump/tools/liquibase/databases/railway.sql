-- The restored dump: the schema of change set 15, the rows of long ago.
DELETE FROM databasechangelog WHERE orderexecuted > 12;
