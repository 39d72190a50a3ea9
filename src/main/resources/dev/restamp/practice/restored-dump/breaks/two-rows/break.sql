-- A row was put in by hand, and the old one was left.
INSERT INTO alembic_version VALUES ('h5i6j7k8l9m0');
