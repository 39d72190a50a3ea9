"""index orders.user_id

Revision ID: 708192a3b4c5
Revises: 6f708192a3b4
Create Date: 2026-07-07 15:44:02.839165

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = '708192a3b4c5'
down_revision = '6f708192a3b4'
branch_labels = None
depends_on = None


def upgrade():
    op.create_index('ix_orders_user_id', 'orders', ['user_id'], unique=False)


def downgrade():
    op.drop_index('ix_orders_user_id', table_name='orders')
