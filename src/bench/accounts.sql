-- The accounts of pgbench as `pgbench -i` leaves them (100,000 rows a scale), stored in the order of an expression of i:
--   psql -d left -v rows=2000000 -v order=i -v changed=0 -f src/bench/accounts.sql
-- The row whose key is :changed has another balance; 0 for none.
CREATE TABLE pgbench_accounts (aid int NOT NULL, bid int, abalance int, filler char(84)) WITH (fillfactor = 100);
INSERT INTO pgbench_accounts
SELECT i, (i - 1) / 100000 + 1, (i = :changed)::int, ''
FROM generate_series(1, :rows) i
ORDER BY :order;
ALTER TABLE pgbench_accounts ADD PRIMARY KEY (aid);
-- Here and not by autovacuum in the middle of a run.
VACUUM (FREEZE, ANALYZE) pgbench_accounts;
