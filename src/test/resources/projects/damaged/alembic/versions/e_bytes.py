"""café"""
revision = "e"
down_revision = "a"
