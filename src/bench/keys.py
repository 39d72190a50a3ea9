#!/usr/bin/env python3
"""How fast the shell answers to keys: from its start to the prompt, and from Tab to what it proposes.

    mvn -q -DskipTests package && python3 src/bench/keys.py POSTGRES_URL [tables] [revisions] [presses]

POSTGRES_URL is of an empty database that may be filled. The project is one of project.py, stamped by hand at its head.
Prints milliseconds: the median of the starts, p50 and p99 of the presses, and how many of these proposed nothing: the
shell gives up after 100 ms. A pseudo-terminal is in between, and the time until the terminal has the answer counts. No
peer is asked: what it is for is whether a person notices.
"""

import math
import os
import pathlib
import pty
import re
import select
import subprocess
import sys
import tempfile
import termios
import time

BENCH = pathlib.Path(__file__).resolve().parent
RESTAMP = BENCH / "../../target/restamp/bin/restamp"
CONTROL = re.compile(rb"\x1b\[[0-9;?=>]*[A-Za-z]|\x1b[=>]")
PROMPT = re.compile(rb"[=!?] ro> ")


class Shell:
    def __init__(self, folder, environment):
        self.started = time.monotonic()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            termios.tcsetwinsize(0, (40, 110))
            os.chdir(folder)
            os.execve(RESTAMP, [str(RESTAMP)], environment)
        self.seen = b""

    def wait(self, pattern, longest=120):
        """Waits until it is on the screen; gives when, or None."""
        end = time.monotonic() + longest
        while time.monotonic() < end:
            if select.select([self.terminal], [], [], 0.5)[0]:
                self.seen += os.read(self.terminal, 65536)
            match = re.search(pattern, CONTROL.sub(b"", self.seen))
            if match:
                self.seen = CONTROL.sub(b"", self.seen)[match.end():]
                return time.monotonic()
        return None

    def type(self, keys):
        os.write(self.terminal, keys)

    def settle(self):
        """Forgets what is on the screen, when nothing more comes."""
        while select.select([self.terminal], [], [], 0.1)[0]:
            os.read(self.terminal, 65536)
        self.seen = b""

    def press_tab(self, typed, proposed):
        """Types, waits for the echo, presses Tab; gives the milliseconds until the proposal is there, if it comes."""
        self.type(typed)
        self.settle()
        start = time.monotonic()
        self.type(b"\t")
        end = self.wait(proposed, 1)
        self.settle()
        self.type(b"\x03")
        self.wait(PROMPT)
        return end and (end - start) * 1000

    def leave(self):
        self.type(b"\x04")
        os.waitpid(self.pid, 0)


def percentile(values, percent):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(percent / 100 * (len(ordered) - 1)))]


def main():
    url = sys.argv[1]
    tables, revisions, presses = (int(value) for value in (sys.argv[2:] + ["10000", "5000", "100"][len(sys.argv) - 2:]))
    with tempfile.TemporaryDirectory() as work:
        subprocess.run([sys.executable, BENCH / "project.py", f"{work}/project", str(revisions)], check=True)
        head = subprocess.run([RESTAMP, "heads", "--plain"], cwd=f"{work}/project", check=True, capture_output=True,
                              text=True).stdout.split()[0]
        for first in range(0, tables, 1000):
            last = min(first + 999, tables - 1)
            subprocess.run(["psql", "-qAt", "-c",
                            f"DO $$ BEGIN FOR i IN {first}..{last} LOOP EXECUTE format('CREATE TABLE zz_%s"
                            " (id int, a text, b text, c text, d text)', i); END LOOP; END $$", url], check=True)
        subprocess.run(["psql", "-qAt", "-c", "CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY)",
                        "-c", f"INSERT INTO alembic_version VALUES ('{head}')", url], check=True)
        environment = dict(os.environ, DATABASE_URL=url, XDG_STATE_HOME=f"{work}/state", TERM="xterm", LANG="C.UTF-8")
        starts = []
        for _ in range(5):
            shell = Shell(f"{work}/project", environment)
            starts.append((shell.wait(PROMPT) - shell.started) * 1000)
            shell.leave()
        print(f"start to prompt, with status of {tables} tables and {revisions} revisions  "
              f"median {percentile(starts, 50):.0f} ms")
        shell = Shell(f"{work}/project", environment)
        shell.wait(PROMPT)
        for name, typed, proposed in (
                ("command", b"diagn", rb"ose"),
                ("table", f"counts zz_{tables - 1}".encode()[:-1], rb"\d"),
                ("column", f"sql select * from zz_{tables - 1} where i".encode(), rb"d"),
                ("revision", f"show {head[:6]}".encode(), head[6:].encode())):
            all_times = [shell.press_tab(typed, proposed) for _ in range(presses)]
            times = [time for time in all_times if time]
            print(f"Tab on a {name:9} first {all_times[0] or math.inf:5.0f} ms   p50 {percentile(times, 50):5.0f} ms"
                  f"   p99 {percentile(times, 99):5.0f} ms   nothing {presses - len(times)} of {presses}")
        shell.leave()


main()
