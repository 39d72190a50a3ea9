import os
from logging.config import fileConfig

from alembic import context
from sqlalchemy import create_engine, pool

config = context.config

if config.config_file_name is not None:
    fileConfig(config.config_file_name)

# The models live in the application, which is not part of this folder: autogenerate is not used here.
target_metadata = None

# Where nobody says otherwise: a database on this machine, never a server somebody depends on.
LOCAL_URL = "postgresql://postgres@127.0.0.1:5432/shop"


def database_url():
    return os.environ.get("DATABASE_URL", LOCAL_URL).replace("postgres://", "postgresql://", 1)


def run_migrations_offline():
    context.configure(
        url=database_url(),
        target_metadata=target_metadata,
        literal_binds=True,
        dialect_opts={"paramstyle": "named"},
    )
    with context.begin_transaction():
        context.run_migrations()


def run_migrations_online():
    engine = create_engine(database_url(), poolclass=pool.NullPool)
    with engine.connect() as connection:
        context.configure(connection=connection, target_metadata=target_metadata)
        with context.begin_transaction():
            context.run_migrations()


if context.is_offline_mode():
    run_migrations_offline()
else:
    run_migrations_online()
