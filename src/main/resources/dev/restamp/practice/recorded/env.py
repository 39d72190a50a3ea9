"""Written by `practice record`: runs the scripts on $DATABASE_URL, and nothing else of the project they are from."""
import logging
import os

from alembic import context
from sqlalchemy import create_engine, pool

logging.basicConfig(format="%(levelname)-5.5s [%(name)s] %(message)s")
logging.getLogger("alembic").setLevel(logging.INFO)

# Where the version rows are, if not where Alembic keeps them usually.
VERSION_TABLE = {}


def database_url():
    return os.environ["DATABASE_URL"].replace("postgres://", "postgresql://", 1)


def run_migrations_offline():
    context.configure(
        url=database_url(),
        literal_binds=True,
        dialect_opts={"paramstyle": "named"},
        **VERSION_TABLE,
    )
    with context.begin_transaction():
        context.run_migrations()


def run_migrations_online():
    engine = create_engine(database_url(), poolclass=pool.NullPool)
    with engine.connect() as connection:
        context.configure(connection=connection, **VERSION_TABLE)
        with context.begin_transaction():
            context.run_migrations()


if context.is_offline_mode():
    run_migrations_offline()
else:
    run_migrations_online()
