#!/usr/bin/env python3
"""How long a learner waits: python3 src/bench/lesson.py [LESSON [RUNS]], after mvn -q -DskipTests package.

One program, typed into line by line; each time is from the line to its answer. Reset is the median and the longest of RUNS.
"""

import statistics
import subprocess
import sys
import time


def main(lesson="restored-dump", runs="10"):
    program = subprocess.Popen(
        ["target/restamp/bin/restamp", "--json", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def seconds(line):
        begin = time.monotonic()
        program.stdin.write(line + "\n")
        program.stdin.flush()
        program.stdout.readline()
        return time.monotonic() - begin

    print(f"start of the program  {seconds('version'):.2f} s")
    print(f"learn start {lesson}  {seconds('learn start ' + lesson + ' --again'):.2f} s")
    resets = [seconds("reset") for _ in range(int(runs))]
    print(f"reset                 {statistics.median(resets):.2f} s, longest {max(resets):.2f} s, of {runs}")
    print(f"skip to the next step {seconds('skip'):.2f} s")
    print(f"learn quit            {seconds('learn quit'):.2f} s")
    program.stdin.close()
    program.wait()


if __name__ == "__main__":
    main(*sys.argv[1:])
