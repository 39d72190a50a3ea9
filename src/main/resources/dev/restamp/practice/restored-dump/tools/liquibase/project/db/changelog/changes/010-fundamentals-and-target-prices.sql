--liquibase formatted sql

--changeset ana:10
--comment: fundamentals, target prices, the open positions view
CREATE TABLE income_statements (
    symbol VARCHAR(20) NOT NULL,
    period_end DATE NOT NULL,
    revenue NUMERIC(18, 2),
    operating_income NUMERIC(18, 2),
    net_income NUMERIC(18, 2),
    PRIMARY KEY (symbol, period_end),
    FOREIGN KEY(symbol) REFERENCES company_profiles (symbol) ON DELETE CASCADE
);

CREATE TABLE balance_sheets (
    symbol VARCHAR(20) NOT NULL,
    period_end DATE NOT NULL,
    total_assets NUMERIC(18, 2),
    total_liabilities NUMERIC(18, 2),
    shareholders_equity NUMERIC(18, 2),
    PRIMARY KEY (symbol, period_end),
    FOREIGN KEY(symbol) REFERENCES company_profiles (symbol) ON DELETE CASCADE
);

CREATE TABLE cash_flows (
    symbol VARCHAR(20) NOT NULL,
    period_end DATE NOT NULL,
    operating_cash_flow NUMERIC(18, 2),
    capital_expenditure NUMERIC(18, 2),
    free_cash_flow NUMERIC(18, 2),
    PRIMARY KEY (symbol, period_end),
    FOREIGN KEY(symbol) REFERENCES company_profiles (symbol) ON DELETE CASCADE
);

CREATE TABLE portfolio_target_prices (
    id UUID NOT NULL,
    portfolio_id UUID NOT NULL,
    position_id UUID,
    symbol VARCHAR(20) NOT NULL,
    target_price_eoy NUMERIC(12, 4),
    downside_target_price NUMERIC(12, 4),
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT ck_target_prices_positive CHECK (target_price_eoy > 0),
    FOREIGN KEY(portfolio_id) REFERENCES portfolios (id) ON DELETE CASCADE,
    FOREIGN KEY(position_id) REFERENCES positions (id) ON DELETE SET NULL
);

ALTER TABLE portfolio_target_prices ADD CONSTRAINT uq_target_prices_portfolio_symbol UNIQUE (portfolio_id, symbol);

CREATE VIEW open_positions AS
SELECT p.id, p.portfolio_id, p.symbol, p.position_type, p.quantity, p.last_price, c.company_name
  FROM positions p
  LEFT JOIN company_profiles c ON c.symbol = p.symbol
 WHERE p.exit_date IS NULL AND p.deleted_at IS NULL;
