"""trap"""
import os
import subprocess

from alembic import op

os.system("touch target/restamp-ran-module")
subprocess.run(["touch", "target/restamp-ran-module"])
open("target/restamp-ran-module", "w").close()

revision = "a"
down_revision = None


def upgrade():
    os.system("touch target/restamp-ran-upgrade")
    op.drop_table("t")
