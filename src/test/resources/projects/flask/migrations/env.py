from alembic import context
from flask import current_app

VERSION_TABLE = "shop_version"


def run_migrations_online():
    with current_app.engine.connect() as connection:
        context.configure(
            connection=connection,
            version_table=VERSION_TABLE,
            version_table_schema="meta",
        )
        with context.begin_transaction():
            context.run_migrations()


run_migrations_online()
