-- The rows of the practice database as Flyway writes them. A test compares them with what Flyway makes of project/.

DROP TABLE alembic_version;

CREATE TABLE flyway_schema_history (
    installed_rank integer NOT NULL,
    version character varying(50),
    description character varying(200) NOT NULL,
    type character varying(20) NOT NULL,
    script character varying(1000) NOT NULL,
    checksum integer,
    installed_by character varying(100) NOT NULL,
    installed_on timestamp without time zone DEFAULT now() NOT NULL,
    execution_time integer NOT NULL,
    success boolean NOT NULL
);
INSERT INTO flyway_schema_history
    VALUES (1, '1', 'initial schema', 'SQL', 'V1__initial_schema.sql', 123506164, 'postgres', '2025-08-04 19:00:00', 158, true);
INSERT INTO flyway_schema_history
    VALUES (2, '2', 'position greeks and sectors', 'SQL', 'V2__position_greeks_and_sectors.sql', 257756861, 'postgres', '2025-08-05 19:03:00', 104, true);
INSERT INTO flyway_schema_history
    VALUES (3, '3', 'factor models', 'SQL', 'V3__factor_models.sql', -177218846, 'postgres', '2025-08-07 19:06:00', 133, true);
INSERT INTO flyway_schema_history
    VALUES (4, '4', 'batch jobs and betas', 'SQL', 'V4__batch_jobs_and_betas.sql', 852373842, 'postgres', '2025-08-12 19:09:00', 110, true);
INSERT INTO flyway_schema_history
    VALUES (5, '5', 'stress testing', 'SQL', 'V5__stress_testing.sql', -1877982367, 'postgres', '2025-08-19 19:12:00', 97, true);
INSERT INTO flyway_schema_history
    VALUES (6, '6', 'correlations', 'SQL', 'V6__correlations.sql', -83740861, 'postgres', '2025-08-26 19:15:00', 99, true);
INSERT INTO flyway_schema_history
    VALUES (7, '7', 'ai chat', 'SQL', 'V7__ai_chat.sql', -1963978766, 'postgres', '2025-09-02 19:18:00', 107, true);
INSERT INTO flyway_schema_history
    VALUES (8, '8', 'investment class', 'SQL', 'V8__investment_class.sql', 149582895, 'postgres', '2025-09-11 19:21:00', 50, true);
INSERT INTO flyway_schema_history
    VALUES (9, '9', 'company profiles', 'SQL', 'V9__company_profiles.sql', -1605321058, 'postgres', '2025-09-24 19:24:00', 74, true);
INSERT INTO flyway_schema_history
    VALUES (10, '10', 'fundamentals and target prices', 'SQL', 'V10__fundamentals_and_target_prices.sql', 1397259742, 'postgres', '2025-10-06 19:27:00', 90, true);
INSERT INTO flyway_schema_history
    VALUES (11, '11', 'ai insights', 'SQL', 'V11__ai_insights.sql', 1990934643, 'postgres', '2025-10-22 19:30:00', 65, true);
INSERT INTO flyway_schema_history
    VALUES (12, '12', 'insight feedback', 'SQL', 'V12__insight_feedback.sql', 1796225145, 'postgres', '2025-10-31 19:33:00', 45, true);
INSERT INTO flyway_schema_history
    VALUES (13, '13', 'priority performance indexes', 'SQL', 'V13__priority_performance_indexes.sql', -1694851140, 'postgres', '2025-11-06 19:36:00', 40, true);
INSERT INTO flyway_schema_history
    VALUES (14, '14', 'realized events', 'SQL', 'V14__realized_events.sql', -1181092558, 'postgres', '2025-11-06 19:39:00', 44, true);
INSERT INTO flyway_schema_history
    VALUES (15, '15', 'symbol universe', 'SQL', 'V15__symbol_universe.sql', 454214192, 'postgres', '2025-11-06 19:42:00', 68, true);
ALTER TABLE ONLY flyway_schema_history
    ADD CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank);
CREATE INDEX flyway_schema_history_s_idx ON flyway_schema_history USING btree (success);
