-- As TypeORM 0.3 makes it: MigrationExecutor.createMigrationsTableIfNotExist.
-- recognised: typeorm
-- latest: Orders1762077600000
CREATE TABLE migrations (
    id SERIAL NOT NULL, "timestamp" BIGINT NOT NULL, name CHARACTER VARYING NOT NULL,
    CONSTRAINT "PK_8c82d7f526340ab734260ea46be" PRIMARY KEY (id));
INSERT INTO migrations ("timestamp", name) VALUES (1761991200000, 'Users1761991200000'), (1762077600000, 'Orders1762077600000');
