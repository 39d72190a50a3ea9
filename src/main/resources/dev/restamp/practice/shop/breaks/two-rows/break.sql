-- An old row came back by hand, and the one from before it was left.
UPDATE alembic_version SET version_num = '3c4d5e6f7081';
INSERT INTO alembic_version VALUES ('2b3c4d5e6f70');
