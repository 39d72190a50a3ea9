-- The rows of the practice database as Liquibase writes them. A test compares them with what Liquibase makes of
-- project/.

DROP TABLE alembic_version;

CREATE TABLE databasechangelog (
    id character varying(255) NOT NULL,
    author character varying(255) NOT NULL,
    filename character varying(255) NOT NULL,
    dateexecuted timestamp without time zone NOT NULL,
    orderexecuted integer NOT NULL,
    exectype character varying(10) NOT NULL,
    md5sum character varying(35),
    description character varying(255),
    comments character varying(255),
    tag character varying(255),
    liquibase character varying(20),
    contexts character varying(255),
    labels character varying(255),
    deployment_id character varying(10)
);
CREATE TABLE databasechangeloglock (
    id integer NOT NULL,
    locked boolean NOT NULL,
    lockgranted timestamp without time zone,
    lockedby character varying(255)
);
INSERT INTO databasechangelog
    VALUES ('1', 'ana', 'db/changelog/changes/001-initial-schema.sql', '2025-08-04 19:00:00', 1, 'EXECUTED', '9:aceb18a74f0592725d11f1416e585da8', 'sql', 'initial schema: users, portfolios, positions, tags', NULL, '4.33.0', NULL, NULL, '1754000000');
INSERT INTO databasechangelog
    VALUES ('2', 'ana', 'db/changelog/changes/002-position-greeks-and-sectors.sql', '2025-08-05 19:03:00', 2, 'EXECUTED', '9:99616f79ac7ad09065237b80c53e332b', 'sql', 'position greeks, sectors and the backfill log', NULL, '4.33.0', NULL, NULL, '1754604800');
INSERT INTO databasechangelog
    VALUES ('3', 'ana', 'db/changelog/changes/003-factor-models.sql', '2025-08-07 19:06:00', 3, 'EXECUTED', '9:469b8d20427ce0df7cd46ce02ac1e442', 'sql', 'factor definitions and exposures', NULL, '4.33.0', NULL, NULL, '1755209600');
INSERT INTO databasechangelog
    VALUES ('4', 'ana', 'db/changelog/changes/004-batch-jobs-and-betas.sql', '2025-08-12 19:09:00', 4, 'EXECUTED', '9:af893d7fd79f289bf0cf98f1edf6fa7c', 'sql', 'batch jobs, interest rate and market betas', NULL, '4.33.0', NULL, NULL, '1755814400');
INSERT INTO databasechangelog
    VALUES ('5', 'ana', 'db/changelog/changes/005-stress-testing.sql', '2025-08-19 19:12:00', 5, 'EXECUTED', '9:07c1f02900ae31f32b696df1c6dd2c4b', 'sql', 'stress testing', NULL, '4.33.0', NULL, NULL, '1756419200');
INSERT INTO databasechangelog
    VALUES ('6', 'ana', 'db/changelog/changes/006-correlations.sql', '2025-08-26 19:15:00', 6, 'EXECUTED', '9:8dcca7279f49c02aaabbe4295be7572b', 'sql', 'position correlations and clusters', NULL, '4.33.0', NULL, NULL, '1757024000');
INSERT INTO databasechangelog
    VALUES ('7', 'ana', 'db/changelog/changes/007-ai-chat.sql', '2025-09-02 19:18:00', 7, 'EXECUTED', '9:64ec7b447067f603090ac828532bafe2', 'sql', 'AI chat: conversations and messages', NULL, '4.33.0', NULL, NULL, '1757628800');
INSERT INTO databasechangelog
    VALUES ('8', 'ana', 'db/changelog/changes/008-investment-class.sql', '2025-09-11 19:21:00', 8, 'EXECUTED', '9:6eff1ee542422dfbacc08f04f73ddcdf', 'sql', 'investment class of positions, tag colours', NULL, '4.33.0', NULL, NULL, '1758233600');
INSERT INTO databasechangelog
    VALUES ('9', 'ana', 'db/changelog/changes/009-company-profiles.sql', '2025-09-24 19:24:00', 9, 'EXECUTED', '9:e9973d67d6907533282f795ef5d8f7cb', 'sql', 'company profiles, analyst ratings and earnings', NULL, '4.33.0', NULL, NULL, '1758838400');
INSERT INTO databasechangelog
    VALUES ('10', 'ana', 'db/changelog/changes/010-fundamentals-and-target-prices.sql', '2025-10-06 19:27:00', 10, 'EXECUTED', '9:665cca0d215f7d2da894b32ea355f5f8', 'sql', 'fundamentals, target prices, the open positions view', NULL, '4.33.0', NULL, NULL, '1759443200');
INSERT INTO databasechangelog
    VALUES ('11', 'ana', 'db/changelog/changes/011-ai-insights.sql', '2025-10-22 19:30:00', 11, 'EXECUTED', '9:411da3fcb9803fdb190b6e97c1ce7347', 'sql', 'AI insights', NULL, '4.33.0', NULL, NULL, '1760048000');
INSERT INTO databasechangelog
    VALUES ('12', 'ana', 'db/changelog/changes/012-insight-feedback.yaml', '2025-10-31 19:33:00', 12, 'EXECUTED', '9:fa58a5e34d38f5c9ef3d47afd8296c08', 'createTable tableName=ai_insight_feedback; addUniqueConstraint constraintName=uq_ai_insight_feedback_insight_user, tableName=ai_insight_feedback; addColumn tableName=conversations; addNotNullConstraint columnName=provider, tableName=conversations', 'feedback on insights, soft delete of conversations', NULL, '4.33.0', NULL, NULL, '1760652800');
INSERT INTO databasechangelog
    VALUES ('13', 'ana', 'db/changelog/changes/013-priority-performance-indexes.xml', '2025-11-06 19:36:00', 13, 'EXECUTED', '9:a2c65af2c4d48b35eea78198a81cc12c', 'sql; createIndex indexName=idx_market_data_symbol_date_desc, tableName=market_data_cache; createIndex indexName=idx_snapshots_portfolio_date_desc, tableName=portfolio_snapshots; createTable tableName=position_volatility; addUniqueConstraint constr...', 'priority performance indexes, position volatility', NULL, '4.33.0', NULL, NULL, '1761257600');
INSERT INTO databasechangelog
    VALUES ('14', 'ana', 'db/changelog/changes/014-realized-events.sql', '2025-11-06 19:39:00', 14, 'EXECUTED', '9:2fd99dc90a4f2d4a7fcd6b1ab7754141', 'sql', 'realized profit and loss, equity changes', NULL, '4.33.0', NULL, NULL, '1761862400');
INSERT INTO databasechangelog
    VALUES ('15', 'ana', 'db/changelog/changes/015-symbol-universe.xml', '2025-11-06 19:42:00', 15, 'EXECUTED', '9:1304c9da524202f7cf4fe668e6bddb17', 'createTable tableName=symbol_universe; sql; createTable tableName=symbol_daily_metrics; addForeignKeyConstraint baseTableName=symbol_daily_metrics, constraintName=symbol_daily_metrics_symbol_fkey, referencedTableName=symbol_universe; createIndex i...', 'symbol universe with daily metrics', NULL, '4.33.0', NULL, NULL, '1762467200');
INSERT INTO databasechangeloglock
    VALUES (1, false, NULL, NULL);
ALTER TABLE ONLY databasechangeloglock
    ADD CONSTRAINT databasechangeloglock_pkey PRIMARY KEY (id);
