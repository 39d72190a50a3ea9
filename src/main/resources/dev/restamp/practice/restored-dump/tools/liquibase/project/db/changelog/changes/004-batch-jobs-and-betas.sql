--liquibase formatted sql

--changeset ana:4
--comment: batch jobs, interest rate and market betas
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
