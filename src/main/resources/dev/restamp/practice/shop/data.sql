-- The rows of the shop: 1,240 users, 5,000 orders, 3,000 invoices, 320 lines of audit.
-- The same on every machine and every day: no random(), no now(), and the ids are those of the sequences.

INSERT INTO alembic_version VALUES ('708192a3b4c5');

INSERT INTO users (email)
SELECT 'user' || i || '@example.com'
  FROM generate_series(1, 1240) AS i
 ORDER BY i;

INSERT INTO orders (user_id, total, status)
SELECT 1 + i * 7 % 1240,
       round(5 + i * 37 % 400 + i % 100 / 100.0, 2),
       CASE WHEN i > 4800 THEN 'new' WHEN i % 23 = 0 THEN 'cancelled' ELSE 'paid' END
  FROM generate_series(1, 5000) AS i
 ORDER BY i;

-- One for each of the first 3,000 orders: invoices came later, and the newest orders have none yet.
INSERT INTO invoices (order_id)
SELECT i
  FROM generate_series(1, 3000) AS i
 ORDER BY i;

INSERT INTO audit_log (at)
SELECT timestamptz '2026-05-05 12:00+00' + i * interval '7 hours'
  FROM generate_series(1, 320) AS i
 ORDER BY i;

ANALYZE;
