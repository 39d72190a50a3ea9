"""first"""
revision = "0a"
down_revision = None


def upgrade():
    pass
