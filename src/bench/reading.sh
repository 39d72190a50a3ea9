#!/bin/sh
# What reading a project of many revisions takes: heads and effects within one JVM, with the options of bin/restamp, and
# whole processes in turn with alembic. Prints medians in milliseconds of wall and of processor time.
#
#   mvn -q -DskipTests package && sh src/bench/reading.sh [revisions] [runs]
#
# Needs python3 with alembic, and GNU time (Debian: time).
set -eu

revisions=${1:-500}
runs=${2:-5}
bench=$(cd "$(dirname "$0")" && pwd)
home=$bench/../../target/restamp
restamp=$home/bin/restamp
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_STATE_HOME="$work/state" XDG_CACHE_HOME="$work/cache"
unset DATABASE_URL || true
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

python3 "$bench/project.py" "$work/project" "$revisions"
cd "$work/project"

"$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$home/lib/restamp.jar" "$bench/Reading.java" "$work/project"

# once NAME COMMAND…: appends seconds, of the clock and of the processors, to $work/NAME
once() {
    name=$1
    shift
    /usr/bin/time -a -o "$work/$name" -f '%e %U %S' "$@" >/dev/null 2>"$work/errors" || cat "$work/errors"
}

i=0
while [ "$i" -le "$runs" ]; do
    [ "$i" = 1 ] && rm -f "$work"/time-*
    once time-alembic-history /usr/bin/python3 -m alembic history
    once time-restamp-history "$restamp" history
    once time-alembic-heads /usr/bin/python3 -m alembic heads
    once time-restamp-heads "$restamp" heads
    i=$((i + 1))
done

for name in alembic-history restamp-history alembic-heads restamp-heads; do
    grep -E '^[0-9]' "$work/time-$name" | sort -n |
        awk -v n=$name '{ t[NR] = $1; c[NR] = $2 + $3 }
            END { m = int((NR + 1) / 2); printf "%-16s %5d ms   processors %5d ms\n", n, t[m] * 1000, c[m] * 1000 }'
done
