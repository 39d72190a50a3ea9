-- Stamped before the merge: the other branch, g3h4i5j6k7l8, is in the schema but not in the table.
UPDATE alembic_version SET version_num = 'j7k8l9m0n1o2';
