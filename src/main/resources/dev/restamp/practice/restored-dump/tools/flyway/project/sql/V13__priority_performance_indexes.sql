-- priority performance indexes, position volatility

CREATE INDEX idx_positions_active_complete ON positions (portfolio_id, investment_class, symbol) WHERE deleted_at IS NULL AND exit_date IS NULL;

CREATE INDEX idx_market_data_symbol_date_desc ON market_data_cache (symbol, date DESC);

CREATE INDEX idx_snapshots_portfolio_date_desc ON portfolio_snapshots (portfolio_id, snapshot_date DESC);

CREATE TABLE position_volatility (
    id UUID NOT NULL,
    position_id UUID NOT NULL,
    calculation_date DATE NOT NULL,
    realized_vol_21d NUMERIC(10, 4) NOT NULL,
    realized_vol_63d NUMERIC(10, 4),
    vol_trend VARCHAR(20),
    PRIMARY KEY (id),
    FOREIGN KEY(position_id) REFERENCES positions (id) ON DELETE CASCADE,
    CONSTRAINT uq_position_volatility_date UNIQUE (position_id, calculation_date)
);
