--liquibase formatted sql

--changeset ana:3
--comment: factor definitions and exposures
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
