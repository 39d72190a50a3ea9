"""conflict"""
revision = "b"
<<<<<<< HEAD
down_revision = "a"
=======
down_revision = "x"
>>>>>>> feature
