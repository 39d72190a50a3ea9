-- realized profit and loss, equity changes

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
