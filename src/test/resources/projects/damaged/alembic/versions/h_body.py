"""body"""
from alembic import op
revision = "h"
down_revision = "a"


def upgrade():
    op.drop_table("t"


def downgrade():
    pass
