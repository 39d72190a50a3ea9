"""other"""
revision = "o"
down_revision = None
branch_labels = ("other",)
depends_on = "3"
