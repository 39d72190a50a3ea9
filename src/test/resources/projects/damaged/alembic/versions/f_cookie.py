# coding: klingon
revision = "f"
down_revision = "a"
