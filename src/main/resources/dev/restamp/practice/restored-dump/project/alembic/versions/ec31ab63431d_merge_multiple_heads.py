"""merge multiple heads

Revision ID: ec31ab63431d
Revises: g3h4i5j6k7l8, j7k8l9m0n1o2
Create Date: 2025-11-10 08:17:33.502761

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = 'ec31ab63431d'
down_revision = ('g3h4i5j6k7l8', 'j7k8l9m0n1o2')
branch_labels = None
depends_on = None


def upgrade():
    pass


def downgrade():
    pass
