from alembic import context
from shop import settings

context.configure(url=settings.URL, version_table=settings.VERSION_TABLE)
