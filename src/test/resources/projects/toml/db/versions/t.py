"""only"""
revision = "t"
down_revision = None
