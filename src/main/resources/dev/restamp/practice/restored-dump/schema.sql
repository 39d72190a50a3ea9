-- The schema of the practice database, statement by statement as `alembic upgrade head --sql` writes it for project/,
-- without the transaction and the steps of the version table. A test compares it with what Alembic builds.

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL,
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade <base> -> 0f3c8b1a72d4
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

-- Running upgrade 0f3c8b1a72d4 -> 19c513d3bf90
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

-- Running upgrade 19c513d3bf90 -> 4e8a2d06c5b7
CREATE TABLE factor_definitions (
    id UUID NOT NULL,
    name VARCHAR(50) NOT NULL,
    description TEXT,
    factor_type VARCHAR(20) NOT NULL,
    etf_proxy VARCHAR(10),
    display_order INTEGER DEFAULT 0 NOT NULL,
    is_active BOOLEAN DEFAULT true NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT ck_factor_definitions_type CHECK (factor_type IN ('style', 'sector', 'macro')),
    UNIQUE (name)
);

CREATE TABLE factor_exposures (
    id UUID NOT NULL,
    portfolio_id UUID NOT NULL,
    factor_id UUID NOT NULL,
    calculation_date DATE NOT NULL,
    exposure_value NUMERIC(12, 6) NOT NULL,
    exposure_dollar NUMERIC(16, 2),
    PRIMARY KEY (id),
    FOREIGN KEY(factor_id) REFERENCES factor_definitions (id),
    FOREIGN KEY(portfolio_id) REFERENCES portfolios (id),
    CONSTRAINT uq_factor_exposure UNIQUE (portfolio_id, factor_id, calculation_date)
);

CREATE TABLE position_factor_exposures (
    id UUID NOT NULL,
    position_id UUID NOT NULL,
    factor_id UUID NOT NULL,
    calculation_date DATE NOT NULL,
    exposure_value NUMERIC(12, 6) NOT NULL,
    quality_flag VARCHAR(20) DEFAULT 'full_history',
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(factor_id) REFERENCES factor_definitions (id),
    FOREIGN KEY(position_id) REFERENCES positions (id) ON DELETE CASCADE,
    CONSTRAINT uq_position_factor_date UNIQUE (position_id, factor_id, calculation_date)
);

CREATE INDEX idx_pfe_calculation_date ON position_factor_exposures (calculation_date);

CREATE INDEX idx_pfe_factor_date ON position_factor_exposures (factor_id, calculation_date);

CREATE INDEX idx_pfe_position_date ON position_factor_exposures (position_id, calculation_date);

CREATE TABLE factor_correlations (
    id UUID NOT NULL,
    factor_1_id UUID NOT NULL,
    factor_2_id UUID NOT NULL,
    correlation_value NUMERIC(8, 6) NOT NULL,
    calculation_date DATE NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT ck_factor_correlations_range CHECK (correlation_value BETWEEN -1 AND 1),
    FOREIGN KEY(factor_1_id) REFERENCES factor_definitions (id),
    FOREIGN KEY(factor_2_id) REFERENCES factor_definitions (id)
);

-- Running upgrade 4e8a2d06c5b7 -> 7818709e948d
CREATE TABLE batch_jobs (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    job_name VARCHAR(100) NOT NULL,
    job_type VARCHAR(50) NOT NULL,
    status VARCHAR(20) DEFAULT 'pending' NOT NULL,
    portfolio_id UUID,
    started_at TIMESTAMP WITH TIME ZONE,
    completed_at TIMESTAMP WITH TIME ZONE,
    error_message TEXT,
    job_metadata JSONB DEFAULT '{}'::jsonb,
    PRIMARY KEY (id),
    FOREIGN KEY(portfolio_id) REFERENCES portfolios (id)
);

CREATE INDEX ix_batch_jobs_status ON batch_jobs (status);

CREATE INDEX ix_batch_jobs_started_at ON batch_jobs (started_at DESC);

CREATE TABLE batch_job_schedules (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    job_name VARCHAR(100) NOT NULL,
    cron_expression VARCHAR(100) NOT NULL,
    timezone VARCHAR(50) DEFAULT 'UTC' NOT NULL,
    is_active BOOLEAN DEFAULT true NOT NULL,
    last_run TIMESTAMP WITH TIME ZONE,
    PRIMARY KEY (id),
    UNIQUE (job_name)
);

CREATE TABLE position_interest_rate_betas (
    id UUID NOT NULL,
    position_id UUID NOT NULL,
    ir_beta NUMERIC(10, 6) NOT NULL,
    r_squared NUMERIC(6, 4),
    calculation_date DATE NOT NULL,
    CONSTRAINT pk_position_interest_rate_betas PRIMARY KEY (id),
    CONSTRAINT fk_ir_betas_position FOREIGN KEY(position_id) REFERENCES positions (id) ON DELETE CASCADE
);

CREATE INDEX ix_ir_betas_position_date ON position_interest_rate_betas (position_id, calculation_date);

CREATE TABLE position_market_betas (
    id UUID NOT NULL,
    portfolio_id UUID NOT NULL,
    position_id UUID NOT NULL,
    calc_date DATE NOT NULL,
    beta NUMERIC(12, 6) NOT NULL,
    window_days INTEGER NOT NULL,
    method VARCHAR(32) DEFAULT 'OLS_SIMPLE' NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(portfolio_id) REFERENCES portfolios (id) ON DELETE CASCADE,
    FOREIGN KEY(position_id) REFERENCES positions (id) ON DELETE CASCADE,
    CONSTRAINT uq_position_beta_calc UNIQUE (portfolio_id, position_id, calc_date, method, window_days)
);

-- Running upgrade 7818709e948d -> a1b2c3d4e5f6
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

-- Running upgrade a1b2c3d4e5f6 -> b2c3d4e5f6g7
CREATE TABLE correlation_calculations (
    id UUID NOT NULL,
    portfolio_id UUID NOT NULL,
    duration_days INTEGER NOT NULL,
    calculation_date TIMESTAMP WITH TIME ZONE NOT NULL,
    overall_correlation NUMERIC(8, 6) NOT NULL,
    effective_positions NUMERIC(8, 2) NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(portfolio_id) REFERENCES portfolios (id) ON DELETE CASCADE,
    UNIQUE (portfolio_id, duration_days, calculation_date)
);

CREATE TABLE correlation_clusters (
    id UUID NOT NULL,
    correlation_calculation_id UUID NOT NULL,
    cluster_number INTEGER NOT NULL,
    nickname VARCHAR(100) NOT NULL,
    avg_correlation NUMERIC(8, 6) NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(correlation_calculation_id) REFERENCES correlation_calculations (id) ON DELETE CASCADE
);

CREATE TABLE pairwise_correlations (
    id UUID NOT NULL,
    correlation_calculation_id UUID NOT NULL,
    symbol_1 VARCHAR(20) NOT NULL,
    symbol_2 VARCHAR(20) NOT NULL,
    correlation_value NUMERIC(5, 4) NOT NULL,
    data_points INTEGER NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(correlation_calculation_id) REFERENCES correlation_calculations (id) ON DELETE CASCADE
);

CREATE INDEX ix_pairwise_correlations_symbols ON pairwise_correlations (symbol_1, symbol_2);

CREATE TABLE correlation_cluster_positions (
    id UUID NOT NULL,
    cluster_id UUID NOT NULL,
    position_id UUID NOT NULL,
    correlation_to_cluster NUMERIC(8, 6) NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(cluster_id) REFERENCES correlation_clusters (id) ON DELETE CASCADE,
    FOREIGN KEY(position_id) REFERENCES positions (id) ON DELETE CASCADE
);

-- Running upgrade b2c3d4e5f6g7 -> c3d4e5f6g7h8
CREATE TABLE conversations (
    id UUID NOT NULL,
    user_id UUID NOT NULL,
    mode VARCHAR(50) DEFAULT 'green' NOT NULL,
    provider VARCHAR(32) DEFAULT 'openai',
    meta_data JSONB DEFAULT '{}'::jsonb NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE CASCADE
);

CREATE INDEX ix_conversations_user_created ON conversations (user_id, created_at);

CREATE TYPE chat_role AS ENUM ('user', 'assistant', 'system');

CREATE TABLE conversation_messages (
    id UUID NOT NULL,
    conversation_id UUID NOT NULL,
    role chat_role NOT NULL,
    content TEXT NOT NULL,
    tool_calls JSONB,
    latency_ms INTEGER,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(conversation_id) REFERENCES conversations (id) ON DELETE CASCADE
);

CREATE INDEX ix_conversation_messages_tool_calls ON conversation_messages USING gin (tool_calls);

CREATE TABLE user_preferences (
    user_id UUID NOT NULL,
    theme VARCHAR(20) DEFAULT 'light' NOT NULL,
    watched_symbols VARCHAR(20)[] DEFAULT '{}' NOT NULL,
    PRIMARY KEY (user_id)
);

ALTER TABLE user_preferences ADD CONSTRAINT fk_user_preferences_user FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE CASCADE;

-- Running upgrade c3d4e5f6g7h8 -> d4e5f6g7h8i9
CREATE TYPE investment_class AS ENUM ('PUBLIC', 'OPTIONS', 'PRIVATE');

ALTER TABLE positions ADD COLUMN investment_class investment_class;

ALTER TABLE positions ADD COLUMN investment_subtype VARCHAR(20);

UPDATE positions
   SET investment_class = CASE WHEN position_type IN ('LC', 'LP', 'SC', 'SP')
                               THEN 'OPTIONS' ELSE 'PUBLIC' END::investment_class;

ALTER TABLE positions ALTER COLUMN investment_class SET NOT NULL;

CREATE INDEX ix_positions_investment_class ON positions (investment_class);

ALTER TABLE tags RENAME colour TO color;

UPDATE tags SET color = '#4A90E2' WHERE color IS NULL;

ALTER TABLE tags ALTER COLUMN color TYPE VARCHAR(7) USING left(color, 7);

ALTER TABLE tags ALTER COLUMN color SET NOT NULL;

ALTER TABLE tags ALTER COLUMN color SET DEFAULT '#4A90E2';

-- Running upgrade d4e5f6g7h8i9 -> 9b0768a49ad8
CREATE TABLE company_profiles (
    symbol VARCHAR(20) NOT NULL,
    company_name VARCHAR(200),
    sector_id INTEGER,
    industry VARCHAR(100),
    exchange VARCHAR(20),
    country VARCHAR(2),
    market_cap NUMERIC(18, 2),
    beta NUMERIC(10, 4),
    is_etf BOOLEAN DEFAULT false NOT NULL,
    last_updated TIMESTAMP WITH TIME ZONE DEFAULT now(),
    CONSTRAINT company_profiles_pkey PRIMARY KEY (symbol),
    CONSTRAINT company_profiles_sector_id_fkey FOREIGN KEY(sector_id) REFERENCES sectors (id)
);

CREATE INDEX ix_company_profiles_sector_id ON company_profiles (sector_id);

CREATE TABLE analyst_ratings (
    id INTEGER GENERATED BY DEFAULT AS IDENTITY,
    symbol VARCHAR(20) NOT NULL,
    rating SMALLINT NOT NULL,
    analyst_count INTEGER NOT NULL,
    rated_on DATE NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT ck_analyst_ratings_rating CHECK (rating BETWEEN 1 AND 5),
    FOREIGN KEY(symbol) REFERENCES company_profiles (symbol)
);

CREATE TABLE company_earnings (
    id BIGSERIAL NOT NULL,
    symbol VARCHAR(20) NOT NULL,
    fiscal_quarter VARCHAR(6) NOT NULL,
    eps_estimate NUMERIC(10, 4),
    eps_actual NUMERIC(10, 4),
    reported_on DATE,
    PRIMARY KEY (id),
    FOREIGN KEY(symbol) REFERENCES company_profiles (symbol),
    CONSTRAINT uq_company_earnings_quarter UNIQUE (symbol, fiscal_quarter)
);

-- Running upgrade 9b0768a49ad8 -> e5f6g7h8i9j0
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

-- Running upgrade e5f6g7h8i9j0 -> h5i6j7k8l9m0
CREATE TYPE insight_type AS ENUM ('DAILY_SUMMARY', 'VOLATILITY', 'CONCENTRATION', 'CUSTOM');

CREATE TABLE ai_insights (
    id UUID NOT NULL,
    portfolio_id UUID NOT NULL,
    insight_type insight_type NOT NULL,
    title VARCHAR(200) NOT NULL,
    full_analysis TEXT,
    key_findings JSONB DEFAULT '[]'::jsonb NOT NULL,
    cost_usd NUMERIC(10, 6),
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_ai_insights_portfolio FOREIGN KEY(portfolio_id) REFERENCES portfolios (id) ON DELETE CASCADE
);

CREATE INDEX ix_ai_insights_portfolio_id ON ai_insights (portfolio_id);

-- Running upgrade h5i6j7k8l9m0 -> i6j7k8l9m0n1
CREATE TABLE ai_insight_feedback (
    id UUID NOT NULL,
    insight_id UUID NOT NULL,
    user_id UUID NOT NULL,
    helpful BOOLEAN NOT NULL,
    comment TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(insight_id) REFERENCES ai_insights (id) ON DELETE CASCADE,
    FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE CASCADE,
    CONSTRAINT uq_ai_insight_feedback_insight_user UNIQUE (insight_id, user_id)
);

ALTER TABLE conversations ADD COLUMN deleted_at TIMESTAMP WITH TIME ZONE;

ALTER TABLE conversations ALTER COLUMN provider SET NOT NULL;

-- Running upgrade i6j7k8l9m0n1 -> j7k8l9m0n1o2
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

-- Running upgrade e5f6g7h8i9j0 -> f2g3h4i5j6k7
CREATE TABLE position_realized_events (
    id UUID NOT NULL,
    position_id UUID NOT NULL,
    trade_date DATE NOT NULL,
    quantity_closed NUMERIC(16, 4) NOT NULL,
    realized_pnl NUMERIC(16, 2) NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(position_id) REFERENCES positions (id) ON DELETE CASCADE
);

CREATE INDEX ix_realized_events_position_trade_date ON position_realized_events (position_id, trade_date);

CREATE TYPE equity_change_type AS ENUM ('CONTRIBUTION', 'WITHDRAWAL');

CREATE TABLE equity_changes (
    id UUID NOT NULL,
    portfolio_id UUID NOT NULL,
    created_by UUID,
    change_type equity_change_type NOT NULL,
    amount NUMERIC(16, 2) NOT NULL,
    change_date DATE NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT ck_equity_changes_amount_positive CHECK (amount > 0),
    FOREIGN KEY(created_by) REFERENCES users (id),
    FOREIGN KEY(portfolio_id) REFERENCES portfolios (id) ON DELETE CASCADE
);

CREATE INDEX ix_equity_changes_portfolio_date ON equity_changes (portfolio_id, change_date);

ALTER TABLE positions ADD COLUMN realized_pnl NUMERIC(16, 2);

ALTER TABLE portfolio_snapshots ADD COLUMN daily_capital_flow NUMERIC(16, 2) DEFAULT '0' NOT NULL;

-- Running upgrade f2g3h4i5j6k7 -> g3h4i5j6k7l8
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

-- Running upgrade g3h4i5j6k7l8, j7k8l9m0n1o2 -> ec31ab63431d
