-- The row is of the change set as it was when it ran.
UPDATE databasechangelog SET md5sum = '9:0c5f7d6a2b1e4f3d8a9b7c6d5e4f3a2b' WHERE id = '8' AND author = 'ana';
