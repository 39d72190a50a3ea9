"""create audit_log

Revision ID: 5e6f708192a3
Revises: 3c4d5e6f7081
Create Date: 2026-05-05 11:21:09.482950

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = '5e6f708192a3'
down_revision = '3c4d5e6f7081'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        'audit_log',
        sa.Column('id', sa.BigInteger(), nullable=False),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint('id'),
    )


def downgrade():
    op.drop_table('audit_log')
