-- As Sqitch 1 makes them: its registry for PostgreSQL, in a schema of its own; of the other tables what matters here.
-- recognised: sqitch
-- latest: billing:invoices, shop:orders
CREATE SCHEMA sqitch;
CREATE TABLE sqitch.projects (
    project TEXT PRIMARY KEY, uri TEXT NULL UNIQUE, created_at TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    creator_name TEXT NOT NULL, creator_email TEXT NOT NULL);
CREATE TABLE sqitch.changes (
    change_id TEXT PRIMARY KEY, script_hash TEXT NULL, change TEXT NOT NULL,
    project TEXT NOT NULL REFERENCES sqitch.projects (project) ON UPDATE CASCADE, note TEXT NOT NULL DEFAULT '',
    committed_at TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(), committer_name TEXT NOT NULL,
    committer_email TEXT NOT NULL, planned_at TIMESTAMPTZ NOT NULL, planner_name TEXT NOT NULL,
    planner_email TEXT NOT NULL, UNIQUE (project, script_hash));
INSERT INTO sqitch.projects (project, creator_name, creator_email) VALUES ('shop', 'Jo', 'jo@x'), ('billing', 'Jo', 'jo@x');
INSERT INTO sqitch.changes (change_id, change, project, committed_at, committer_name, committer_email, planned_at, planner_name, planner_email)
VALUES ('a1', 'users', 'shop', '2026-11-01 10:00Z', 'Jo', 'jo@x', '2026-10-01Z', 'Jo', 'jo@x'),
       ('b2', 'orders', 'shop', '2026-11-02 10:00Z', 'Jo', 'jo@x', '2026-10-01Z', 'Jo', 'jo@x'),
       ('c3', 'invoices', 'billing', '2026-11-03 10:00Z', 'Jo', 'jo@x', '2026-10-01Z', 'Jo', 'jo@x');
