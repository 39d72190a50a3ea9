"""realized profit and loss, equity changes

Revision ID: f2g3h4i5j6k7
Revises: e5f6g7h8i9j0
Create Date: 2025-10-20 10:22:36.470182

"""
from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = 'f2g3h4i5j6k7'
down_revision = 'e5f6g7h8i9j0'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        'position_realized_events',
        sa.Column('id', postgresql.UUID(as_uuid=True), nullable=False),
        sa.Column('position_id', postgresql.UUID(as_uuid=True), nullable=False),
        sa.Column('trade_date', sa.Date(), nullable=False),
        sa.Column('quantity_closed', sa.Numeric(16, 4), nullable=False),
        sa.Column('realized_pnl', sa.Numeric(16, 2), nullable=False),
        sa.ForeignKeyConstraint(['position_id'], ['positions.id'], ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('id'),
    )
    op.create_index('ix_realized_events_position_trade_date', 'position_realized_events', ['position_id', 'trade_date'])

    op.create_table(
        'equity_changes',
        sa.Column('id', postgresql.UUID(as_uuid=True), nullable=False),
        sa.Column('portfolio_id', postgresql.UUID(as_uuid=True), nullable=False),
        sa.Column('created_by', postgresql.UUID(as_uuid=True), nullable=True),
        sa.Column('change_type', sa.Enum('CONTRIBUTION', 'WITHDRAWAL', name='equity_change_type'), nullable=False),
        sa.Column('amount', sa.Numeric(16, 2), nullable=False),
        sa.Column('change_date', sa.Date(), nullable=False),
        sa.CheckConstraint('amount > 0', name='ck_equity_changes_amount_positive'),
        sa.ForeignKeyConstraint(['created_by'], ['users.id']),
        sa.ForeignKeyConstraint(['portfolio_id'], ['portfolios.id'], ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('id'),
    )
    op.create_index('ix_equity_changes_portfolio_date', 'equity_changes', ['portfolio_id', 'change_date'])

    op.add_column('positions', sa.Column('realized_pnl', sa.Numeric(16, 2), nullable=True))
    op.add_column('portfolio_snapshots',
                  sa.Column('daily_capital_flow', sa.Numeric(16, 2), nullable=False, server_default='0'))


def downgrade():
    op.drop_column('portfolio_snapshots', 'daily_capital_flow')
    op.drop_column('positions', 'realized_pnl')
    op.drop_table('equity_changes')
    op.drop_table('position_realized_events')
    op.execute('DROP TYPE equity_change_type')
