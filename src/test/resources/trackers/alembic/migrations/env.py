from alembic import context

raise RuntimeError("env.py must not run")
