"""batch jobs, interest rate and market betas

Revision ID: 7818709e948d
Revises: 4e8a2d06c5b7
Create Date: 2025-08-12 09:03:15.660281

"""
from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = '7818709e948d'
down_revision = '4e8a2d06c5b7'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        'batch_jobs',
        sa.Column('id', postgresql.UUID(as_uuid=True), primary_key=True, server_default=sa.text('gen_random_uuid()')),
        sa.Column('job_name', sa.String(100), nullable=False),
        sa.Column('job_type', sa.String(50), nullable=False),
        sa.Column('status', sa.String(20), nullable=False, server_default='pending'),
        sa.Column('portfolio_id', postgresql.UUID(as_uuid=True), sa.ForeignKey('portfolios.id'), nullable=True),
        sa.Column('started_at', sa.DateTime(timezone=True)),
        sa.Column('completed_at', sa.DateTime(timezone=True)),
        sa.Column('error_message', sa.Text()),
        sa.Column('job_metadata', postgresql.JSONB(), server_default=sa.text("'{}'::jsonb")),
    )
    op.create_index('ix_batch_jobs_status', 'batch_jobs', ['status'])
    op.create_index('ix_batch_jobs_started_at', 'batch_jobs', [sa.text('started_at DESC')])

    op.create_table(
        'batch_job_schedules',
        sa.Column('id', postgresql.UUID(as_uuid=True), primary_key=True, server_default=sa.text('gen_random_uuid()')),
        sa.Column('job_name', sa.String(100), nullable=False, unique=True),
        sa.Column('cron_expression', sa.String(100), nullable=False),
        sa.Column('timezone', sa.String(50), nullable=False, server_default='UTC'),
        sa.Column('is_active', sa.Boolean(), nullable=False, server_default=sa.text('true')),
        sa.Column('last_run', sa.DateTime(timezone=True)),
    )

    op.create_table(
        'position_interest_rate_betas',
        sa.Column('id', postgresql.UUID(as_uuid=True), nullable=False),
        sa.Column('position_id', postgresql.UUID(as_uuid=True), nullable=False),
        sa.Column('ir_beta', sa.Numeric(10, 6), nullable=False),
        sa.Column('r_squared', sa.Numeric(6, 4), nullable=True),
        sa.Column('calculation_date', sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(['position_id'], ['positions.id'], name='fk_ir_betas_position', ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('id', name='pk_position_interest_rate_betas'),
    )
    op.create_index('ix_ir_betas_position_date', 'position_interest_rate_betas', ['position_id', 'calculation_date'])

    op.create_table(
        'position_market_betas',
        sa.Column('id', postgresql.UUID(as_uuid=True), nullable=False),
        sa.Column('portfolio_id', postgresql.UUID(as_uuid=True), nullable=False),
        sa.Column('position_id', postgresql.UUID(as_uuid=True), nullable=False),
        sa.Column('calc_date', sa.Date(), nullable=False),
        sa.Column('beta', sa.Numeric(12, 6), nullable=False),
        sa.Column('window_days', sa.Integer(), nullable=False),
        sa.Column('method', sa.String(32), nullable=False, server_default='OLS_SIMPLE'),
        sa.ForeignKeyConstraint(['portfolio_id'], ['portfolios.id'], ondelete='CASCADE'),
        sa.ForeignKeyConstraint(['position_id'], ['positions.id'], ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('id'),
        sa.UniqueConstraint('portfolio_id', 'position_id', 'calc_date', 'method', 'window_days',
                            name='uq_position_beta_calc'),
    )


def downgrade():
    op.drop_table('position_market_betas')
    op.drop_table('position_interest_rate_betas')
    op.drop_table('batch_job_schedules')
    op.drop_table('batch_jobs')
