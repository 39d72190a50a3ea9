"""priority performance indexes, position volatility

Revision ID: j7k8l9m0n1o2
Revises: i6j7k8l9m0n1
Create Date: 2025-11-06 20:14:52.618430

"""
from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = 'j7k8l9m0n1o2'
down_revision = 'i6j7k8l9m0n1'
branch_labels = None
depends_on = None


def upgrade():
    # Nearly every page asks for the open positions of one portfolio.
    op.create_index(
        'idx_positions_active_complete',
        'positions',
        ['portfolio_id', 'investment_class', 'symbol'],
        postgresql_where=sa.text('deleted_at IS NULL AND exit_date IS NULL'),
    )
    op.create_index('idx_market_data_symbol_date_desc', 'market_data_cache', ['symbol', sa.text('date DESC')])
    op.create_index('idx_snapshots_portfolio_date_desc', 'portfolio_snapshots',
                    ['portfolio_id', sa.text('snapshot_date DESC')])

    op.create_table(
        'position_volatility',
        sa.Column('id', postgresql.UUID(as_uuid=True), nullable=False),
        sa.Column('position_id', postgresql.UUID(as_uuid=True), nullable=False),
        sa.Column('calculation_date', sa.Date(), nullable=False),
        sa.Column('realized_vol_21d', sa.Numeric(10, 4), nullable=False),
        sa.Column('realized_vol_63d', sa.Numeric(10, 4), nullable=True),
        sa.Column('vol_trend', sa.String(20), nullable=True),
        sa.ForeignKeyConstraint(['position_id'], ['positions.id'], ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('id'),
        sa.UniqueConstraint('position_id', 'calculation_date', name='uq_position_volatility_date'),
    )


def downgrade():
    op.drop_table('position_volatility')
    op.drop_index('idx_snapshots_portfolio_date_desc', table_name='portfolio_snapshots')
    op.drop_index('idx_market_data_symbol_date_desc', table_name='market_data_cache')
    op.drop_index('idx_positions_active_complete', table_name='positions')
