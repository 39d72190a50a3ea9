-- The restore broke off before its end: `alembic stamp head` would now be a lie.

-- created by j7k8l9m0n1o2
DROP INDEX idx_snapshots_portfolio_date_desc;

-- created by g3h4i5j6k7l8
DROP TABLE symbol_daily_metrics;

-- the last days of the dump
DELETE FROM position_factor_exposures WHERE calculation_date > date '2025-11-05';
