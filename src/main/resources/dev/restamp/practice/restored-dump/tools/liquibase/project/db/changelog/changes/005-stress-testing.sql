--liquibase formatted sql

--changeset ana:5
--comment: stress testing
CREATE TYPE stress_severity AS ENUM ('base', 'mild', 'moderate', 'severe', 'extreme');

CREATE TABLE stress_test_scenarios (
    id UUID NOT NULL,
    scenario_key VARCHAR(60) NOT NULL,
    name VARCHAR(120) NOT NULL,
    category VARCHAR(30) NOT NULL,
    severity stress_severity NOT NULL,
    shock_config JSONB NOT NULL,
    active BOOLEAN DEFAULT true NOT NULL,
    created_at TIMESTAMP WITHOUT TIME ZONE,
    PRIMARY KEY (id)
);

CREATE INDEX ix_stress_test_scenarios_category ON stress_test_scenarios (category);

CREATE UNIQUE INDEX ix_stress_test_scenarios_scenario_key ON stress_test_scenarios (scenario_key);

CREATE TABLE stress_test_results (
    id UUID NOT NULL,
    portfolio_id UUID NOT NULL,
    scenario_id UUID NOT NULL,
    calculation_date DATE NOT NULL,
    direct_pnl NUMERIC(16, 2) NOT NULL,
    correlated_pnl NUMERIC(16, 2) NOT NULL,
    factor_impacts JSONB,
    created_at TIMESTAMP WITHOUT TIME ZONE,
    PRIMARY KEY (id),
    FOREIGN KEY(portfolio_id) REFERENCES portfolios (id),
    FOREIGN KEY(scenario_id) REFERENCES stress_test_scenarios (id)
);

CREATE INDEX idx_stress_results_portfolio_date ON stress_test_results (portfolio_id, calculation_date);
