-- initial schema: users, portfolios, positions, tags

CREATE TABLE users (
    id UUID NOT NULL,
    email VARCHAR(255) NOT NULL,
    hashed_password VARCHAR(255) NOT NULL,
    full_name VARCHAR(255) NOT NULL,
    is_active BOOLEAN NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (id)
);

CREATE UNIQUE INDEX ix_users_email ON users (email);

CREATE TABLE market_data_cache (
    id UUID NOT NULL,
    symbol VARCHAR(20) NOT NULL,
    date DATE NOT NULL,
    open NUMERIC(12, 4),
    high NUMERIC(12, 4),
    low NUMERIC(12, 4),
    close NUMERIC(12, 4) NOT NULL,
    volume BIGINT,
    data_source VARCHAR(20) DEFAULT 'fmp' NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_market_data_cache_symbol_date UNIQUE (symbol, date)
);

CREATE INDEX ix_market_data_cache_date ON market_data_cache (date);

CREATE INDEX ix_market_data_cache_symbol ON market_data_cache (symbol);

CREATE TABLE portfolios (
    id UUID NOT NULL,
    user_id UUID NOT NULL,
    name VARCHAR(255) NOT NULL,
    description TEXT,
    currency VARCHAR(3) DEFAULT 'USD' NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
    deleted_at TIMESTAMP WITH TIME ZONE,
    PRIMARY KEY (id),
    FOREIGN KEY(user_id) REFERENCES users (id)
);

CREATE INDEX ix_portfolios_user_id ON portfolios (user_id);

CREATE INDEX ix_portfolios_deleted_at ON portfolios (deleted_at);

CREATE TABLE tags (
    id UUID NOT NULL,
    user_id UUID NOT NULL,
    name VARCHAR(50) NOT NULL,
    colour VARCHAR(20),
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(user_id) REFERENCES users (id),
    CONSTRAINT uq_tags_user_name UNIQUE (user_id, name)
);

CREATE TYPE position_type AS ENUM ('LC', 'LP', 'SC', 'SP', 'LONG', 'SHORT');

CREATE TABLE positions (
    id UUID NOT NULL,
    portfolio_id UUID NOT NULL,
    symbol VARCHAR(20) NOT NULL,
    position_type position_type NOT NULL,
    quantity NUMERIC(16, 4) NOT NULL,
    entry_price NUMERIC(12, 4) NOT NULL,
    entry_date DATE NOT NULL,
    exit_price NUMERIC(12, 4),
    exit_date DATE,
    underlying_symbol VARCHAR(10),
    strike_price NUMERIC(12, 4),
    expiration_date DATE,
    last_price NUMERIC(12, 4),
    market_value NUMERIC(16, 2),
    unrealized_pnl NUMERIC(16, 2),
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
    deleted_at TIMESTAMP WITH TIME ZONE,
    PRIMARY KEY (id),
    CONSTRAINT ck_positions_quantity_not_zero CHECK (quantity <> 0),
    FOREIGN KEY(portfolio_id) REFERENCES portfolios (id)
);

CREATE INDEX ix_positions_deleted_at ON positions (deleted_at);

CREATE INDEX ix_positions_exit_date ON positions (exit_date);

CREATE INDEX ix_positions_portfolio_id ON positions (portfolio_id);

CREATE INDEX ix_positions_symbol ON positions (symbol);

CREATE TABLE position_tags (
    position_id UUID NOT NULL,
    tag_id UUID NOT NULL,
    PRIMARY KEY (position_id, tag_id),
    FOREIGN KEY(position_id) REFERENCES positions (id) ON DELETE CASCADE,
    FOREIGN KEY(tag_id) REFERENCES tags (id) ON DELETE CASCADE
);

CREATE TABLE portfolio_snapshots (
    id UUID NOT NULL,
    portfolio_id UUID NOT NULL,
    snapshot_date DATE NOT NULL,
    total_value NUMERIC(16, 2) NOT NULL,
    cash_value NUMERIC(16, 2) NOT NULL,
    long_value NUMERIC(16, 2) NOT NULL,
    short_value NUMERIC(16, 2) NOT NULL,
    daily_pnl NUMERIC(16, 2),
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(portfolio_id) REFERENCES portfolios (id),
    CONSTRAINT uq_portfolio_snapshots_portfolio_date UNIQUE (portfolio_id, snapshot_date)
);
