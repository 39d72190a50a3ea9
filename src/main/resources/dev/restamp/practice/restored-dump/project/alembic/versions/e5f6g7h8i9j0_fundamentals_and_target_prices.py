"""fundamentals, target prices, the open positions view

Revision ID: e5f6g7h8i9j0
Revises: 9b0768a49ad8
Create Date: 2025-10-06 14:16:03.845270

"""
from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = 'e5f6g7h8i9j0'
down_revision = '9b0768a49ad8'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        'income_statements',
        sa.Column('symbol', sa.String(20), nullable=False),
        sa.Column('period_end', sa.Date(), nullable=False),
        sa.Column('revenue', sa.Numeric(18, 2)),
        sa.Column('operating_income', sa.Numeric(18, 2)),
        sa.Column('net_income', sa.Numeric(18, 2)),
        sa.ForeignKeyConstraint(['symbol'], ['company_profiles.symbol'], ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('symbol', 'period_end'),
    )

    op.create_table(
        'balance_sheets',
        sa.Column('symbol', sa.String(20), nullable=False),
        sa.Column('period_end', sa.Date(), nullable=False),
        sa.Column('total_assets', sa.Numeric(18, 2)),
        sa.Column('total_liabilities', sa.Numeric(18, 2)),
        sa.Column('shareholders_equity', sa.Numeric(18, 2)),
        sa.ForeignKeyConstraint(['symbol'], ['company_profiles.symbol'], ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('symbol', 'period_end'),
    )

    op.create_table(
        'cash_flows',
        sa.Column('symbol', sa.String(20), nullable=False),
        sa.Column('period_end', sa.Date(), nullable=False),
        sa.Column('operating_cash_flow', sa.Numeric(18, 2)),
        sa.Column('capital_expenditure', sa.Numeric(18, 2)),
        sa.Column('free_cash_flow', sa.Numeric(18, 2)),
        sa.ForeignKeyConstraint(['symbol'], ['company_profiles.symbol'], ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('symbol', 'period_end'),
    )

    op.create_table(
        'portfolio_target_prices',
        sa.Column('id', postgresql.UUID(as_uuid=True), nullable=False),
        sa.Column('portfolio_id', postgresql.UUID(as_uuid=True), nullable=False),
        sa.Column('position_id', postgresql.UUID(as_uuid=True), nullable=True),
        sa.Column('symbol', sa.String(20), nullable=False),
        sa.Column('target_price_eoy', sa.Numeric(12, 4), nullable=True),
        sa.Column('downside_target_price', sa.Numeric(12, 4), nullable=True),
        sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False, server_default=sa.text('now()')),
        sa.CheckConstraint('target_price_eoy > 0', name='ck_target_prices_positive'),
        sa.ForeignKeyConstraint(['portfolio_id'], ['portfolios.id'], ondelete='CASCADE'),
        sa.ForeignKeyConstraint(['position_id'], ['positions.id'], ondelete='SET NULL'),
        sa.PrimaryKeyConstraint('id'),
    )
    op.create_unique_constraint('uq_target_prices_portfolio_symbol', 'portfolio_target_prices',
                                ['portfolio_id', 'symbol'])

    op.execute("""
        CREATE VIEW open_positions AS
        SELECT p.id, p.portfolio_id, p.symbol, p.position_type, p.quantity, p.last_price, c.company_name
          FROM positions p
          LEFT JOIN company_profiles c ON c.symbol = p.symbol
         WHERE p.exit_date IS NULL AND p.deleted_at IS NULL
    """)


def downgrade():
    op.execute('DROP VIEW open_positions')
    op.drop_table('portfolio_target_prices')
    op.drop_table('cash_flows')
    op.drop_table('balance_sheets')
    op.drop_table('income_statements')
