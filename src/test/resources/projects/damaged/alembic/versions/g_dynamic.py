import os
revision = "g"
down_revision = os.environ["PARENT"]
