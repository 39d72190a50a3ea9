"""Runs many Alembic command lines in one process: JSON lists in on standard input, what each printed out as JSON."""

import json
import os
import sys
import tempfile

from alembic.config import CommandLine

listdir = os.listdir
os.listdir = lambda *place: sorted(listdir(*place))  # the order in which Alembic itself reads since 1.10


def run(words):
    with tempfile.TemporaryFile() as out:
        kept = os.dup(1)
        os.dup2(out.fileno(), 1)
        error = ""
        try:
            CommandLine("alembic").main(words)
            code = 0
        except SystemExit as end:
            code = end.code
        except BaseException as crash:
            code = 1
            error = type(crash).__name__
        finally:
            sys.stdout.flush()
            os.dup2(kept, 1)
            os.close(kept)
        out.seek(0)
        return {"exit": code & 255, "crash": error, "out": out.read().decode()}


for line in sys.stdin.read().splitlines():
    answer = json.dumps(run(json.loads(line)))
    print(answer, flush=True)
