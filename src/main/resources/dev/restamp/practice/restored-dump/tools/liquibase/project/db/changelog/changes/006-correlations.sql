--liquibase formatted sql

--changeset ana:6
--comment: position correlations and clusters
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
