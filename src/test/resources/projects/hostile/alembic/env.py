import os

os.system("touch target/restamp-ran-env")
