-- position greeks, sectors and the backfill log

CREATE TABLE position_greeks (
    position_id UUID NOT NULL,
    calculation_date DATE NOT NULL,
    delta NUMERIC(8, 4),
    gamma NUMERIC(10, 6),
    theta NUMERIC(12, 4),
    vega NUMERIC(12, 4),
    rho NUMERIC(12, 4),
    implied_volatility NUMERIC(8, 4),
    PRIMARY KEY (position_id, calculation_date),
    FOREIGN KEY(position_id) REFERENCES positions (id) ON DELETE CASCADE
);

CREATE TABLE sectors (
    id SERIAL NOT NULL,
    code VARCHAR(8) NOT NULL,
    name VARCHAR(80) NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (code)
);

CREATE TYPE backfill_status AS ENUM ('pending', 'running', 'done', 'failed');

CREATE TABLE historical_backfills (
    id BIGSERIAL NOT NULL,
    symbol VARCHAR(20) NOT NULL,
    status backfill_status DEFAULT 'pending' NOT NULL,
    first_date DATE,
    last_date DATE,
    error_message TEXT,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    PRIMARY KEY (id)
);

CREATE UNIQUE INDEX ix_historical_backfills_open ON historical_backfills (symbol) WHERE status IN ('pending', 'running');
