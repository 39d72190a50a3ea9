-- As Liquibase 4.33 makes it: CreateDatabaseChangeLogTableGenerator, no primary key.
-- recognised: liquibase
-- latest: db/changelog.xml::orders::jo
-- marked: db/changelog.xml::invoices::jo failed
CREATE TABLE databasechangelog (
    id VARCHAR(255) NOT NULL, author VARCHAR(255) NOT NULL, filename VARCHAR(255) NOT NULL,
    dateexecuted TIMESTAMP WITHOUT TIME ZONE NOT NULL, orderexecuted INTEGER NOT NULL, exectype VARCHAR(10) NOT NULL,
    md5sum VARCHAR(35), description VARCHAR(255), comments VARCHAR(255), tag VARCHAR(255), liquibase VARCHAR(20),
    contexts VARCHAR(255), labels VARCHAR(255), deployment_id VARCHAR(10));
INSERT INTO databasechangelog (id, author, filename, dateexecuted, orderexecuted, exectype)
VALUES ('users', 'jo', 'db/changelog.xml', '2026-11-01 10:00:00', 1, 'EXECUTED'),
       ('orders', 'jo', 'db/changelog.xml', '2026-11-02 10:00:00', 2, 'EXECUTED'),
       ('invoices', 'jo', 'db/changelog.xml', '2026-11-03 10:00:00', 3, 'FAILED');
