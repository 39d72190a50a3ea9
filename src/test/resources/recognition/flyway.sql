-- As Flyway 11 makes it: PostgreSQLDatabase.getRawCreateScript.
-- recognised: flyway
-- latest: 2
-- marked: 3 failed
-- marked: repeatable
CREATE TABLE flyway_schema_history (
    installed_rank INT NOT NULL, version VARCHAR(50), description VARCHAR(200) NOT NULL, type VARCHAR(20) NOT NULL,
    script VARCHAR(1000) NOT NULL, checksum INTEGER, installed_by VARCHAR(100) NOT NULL,
    installed_on TIMESTAMP NOT NULL DEFAULT now(), execution_time INTEGER NOT NULL, success BOOLEAN NOT NULL);
ALTER TABLE flyway_schema_history ADD CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank);
INSERT INTO flyway_schema_history
VALUES (1, '1', 'users', 'SQL', 'V1__users.sql', 1, 'app', '2026-11-01', 5, TRUE),
       (2, '2', 'orders', 'SQL', 'V2__orders.sql', 2, 'app', '2026-11-02', 5, TRUE),
       (3, NULL, 'views', 'SQL', 'R__views.sql', 3, 'app', '2026-11-02', 5, TRUE),
       (4, '3', 'invoices', 'SQL', 'V3__invoices.sql', 4, 'app', '2026-11-03', 5, FALSE);
