#!/usr/bin/env python3
"""How long whole processes take to start, of one build or of two in turn.

    python3 src/bench/start.py target/restamp [OTHER_BUILD] [--rounds 13]

Prints the median and the shortest wall time of each command and build, in milliseconds. A build that does not know a tool
answers with an error, which is not counted.
"""
import argparse
import os
import statistics
import subprocess
import tempfile
import time

PRACTICE = "src/main/resources/dev/restamp/practice/"
COMMANDS = {
    "version": ["version"],
    "heads, Alembic": ["--project", PRACTICE + "shop/project", "heads"],
    "heads, Liquibase": ["--project", PRACTICE + "restored-dump/tools/liquibase/project", "heads"],
    "heads, Flyway": ["--project", PRACTICE + "restored-dump/tools/flyway/project", "heads"],
}


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("builds", nargs="+")
    arguments.add_argument("--rounds", type=int, default=13)
    said = arguments.parse_args()
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, XDG_STATE_HOME=home, XDG_CACHE_HOME=home)
        times = {}
        for turn in range(said.rounds + 1):
            for name, words in COMMANDS.items():
                for build in said.builds:
                    begin = time.monotonic()
                    run = subprocess.run([build + "/bin/restamp", *words], env=environment, capture_output=True)
                    if turn > 0 and run.returncode == 0:
                        times.setdefault((name, build), []).append(1000 * (time.monotonic() - begin))
    for (name, build), taken in times.items():
        print(f"{name:17} {build}: median {statistics.median(taken):.0f}, shortest {min(taken):.0f} ms, {len(taken)} runs")


if __name__ == "__main__":
    main()
