-- The restored dump: the schema of ec31ab63431d, the version row of long ago.
UPDATE alembic_version SET version_num = 'i6j7k8l9m0n1';
