-- symbol universe with daily metrics

CREATE TABLE symbol_universe (
    symbol VARCHAR(20) NOT NULL,
    asset_type VARCHAR(20) DEFAULT 'equity' NOT NULL,
    first_seen_date DATE NOT NULL,
    is_active BOOLEAN DEFAULT true NOT NULL,
    PRIMARY KEY (symbol)
);

CREATE INDEX idx_symbol_universe_active ON symbol_universe (symbol) WHERE is_active;

CREATE TABLE symbol_daily_metrics (
    symbol VARCHAR(20) NOT NULL,
    metrics_date DATE NOT NULL,
    return_1d NUMERIC(10, 6),
    return_ytd NUMERIC(10, 6),
    pe_ratio NUMERIC(12, 4),
    data_version INTEGER DEFAULT 1 NOT NULL,
    PRIMARY KEY (symbol, metrics_date),
    FOREIGN KEY(symbol) REFERENCES symbol_universe (symbol)
);

CREATE INDEX idx_symbol_metrics_date ON symbol_daily_metrics (metrics_date DESC);

CREATE TABLE symbol_factor_exposures (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    symbol VARCHAR(20) NOT NULL,
    factor_id UUID NOT NULL,
    calculation_date DATE NOT NULL,
    beta_value NUMERIC(12, 6) NOT NULL,
    r_squared NUMERIC(6, 4),
    PRIMARY KEY (id),
    FOREIGN KEY(factor_id) REFERENCES factor_definitions (id),
    FOREIGN KEY(symbol) REFERENCES symbol_universe (symbol),
    CONSTRAINT uq_symbol_factor_date UNIQUE (symbol, factor_id, calculation_date)
);
