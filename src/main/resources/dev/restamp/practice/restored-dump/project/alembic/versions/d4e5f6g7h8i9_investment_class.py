"""investment class of positions, tag colours

Revision ID: d4e5f6g7h8i9
Revises: c3d4e5f6g7h8
Create Date: 2025-09-11 15:47:20.551907

"""
from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = 'd4e5f6g7h8i9'
down_revision = 'c3d4e5f6g7h8'
branch_labels = None
depends_on = None


def upgrade():
    op.execute("CREATE TYPE investment_class AS ENUM ('PUBLIC', 'OPTIONS', 'PRIVATE')")
    op.add_column('positions', sa.Column(
        'investment_class',
        postgresql.ENUM('PUBLIC', 'OPTIONS', 'PRIVATE', name='investment_class', create_type=False),
        nullable=True))
    op.add_column('positions', sa.Column('investment_subtype', sa.String(length=20), nullable=True))

    # Options are known by their type; everything else that was held so far is listed on an exchange.
    op.execute("""
        UPDATE positions
           SET investment_class = CASE WHEN position_type IN ('LC', 'LP', 'SC', 'SP')
                                       THEN 'OPTIONS' ELSE 'PUBLIC' END::investment_class
    """)
    op.alter_column('positions', 'investment_class', nullable=False)
    op.create_index('ix_positions_investment_class', 'positions', ['investment_class'])

    op.alter_column('tags', 'colour', new_column_name='color', existing_type=sa.String(length=20))
    op.execute("UPDATE tags SET color = '#4A90E2' WHERE color IS NULL")
    op.alter_column('tags', 'color', existing_type=sa.String(length=20), type_=sa.String(length=7),
                    nullable=False, server_default='#4A90E2', postgresql_using='left(color, 7)')


def downgrade():
    op.alter_column('tags', 'color', existing_type=sa.String(length=7), type_=sa.String(length=20),
                    nullable=True, server_default=None)
    op.alter_column('tags', 'color', new_column_name='colour', existing_type=sa.String(length=20))
    op.drop_index('ix_positions_investment_class', table_name='positions')
    op.drop_column('positions', 'investment_subtype')
    op.drop_column('positions', 'investment_class')
    op.execute('DROP TYPE investment_class')
