"""invoices

Revision ID: 3c
Revises: 2b
"""
from alembic import op

revision = "3c"
down_revision = "2b"
branch_labels = None
depends_on = None


def upgrade():
    op.execute("CREATE TABLE invoices (id serial PRIMARY KEY, order_id integer REFERENCES orders (id))")


def downgrade():
    op.execute("DROP TABLE invoices")
