-- AI insights

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
