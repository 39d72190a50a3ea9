"""merge invoices and audit_log

Revision ID: 6f708192a3b4
Revises: 4d5e6f708192, 5e6f708192a3
Create Date: 2026-06-06 09:58:33.075512

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = '6f708192a3b4'
down_revision = ('4d5e6f708192', '5e6f708192a3')
branch_labels = None
depends_on = None


def upgrade():
    pass


def downgrade():
    pass
