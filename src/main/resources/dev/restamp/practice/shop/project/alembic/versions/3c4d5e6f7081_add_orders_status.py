"""add orders.status

Revision ID: 3c4d5e6f7081
Revises: 2b3c4d5e6f70
Create Date: 2026-03-03 10:47:25.114096

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = '3c4d5e6f7081'
down_revision = '2b3c4d5e6f70'
branch_labels = None
depends_on = None


def upgrade():
    op.add_column('orders', sa.Column('status', sa.Text(), server_default='new', nullable=True))


def downgrade():
    op.drop_column('orders', 'status')
