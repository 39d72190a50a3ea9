#!/bin/sh
# Whole-process times of one-shot commands against the practice incident, in turn with alembic and psql, so that a machine
# that changes its speed changes it for all. Prints the median of each in milliseconds, and the ratio to alembic.
#
#   mvn -q -DskipTests package && sh src/bench/whole-process.sh [runs]
#
# Needs python3 with alembic and psycopg2, psql, and GNU time (Debian: time).
set -eu

runs=${1:-15}
restamp=$(cd "$(dirname "$0")/../.." && pwd)/target/restamp/bin/restamp
work=$(mktemp -d)
export XDG_STATE_HOME="$work/state" XDG_CACHE_HOME="$work/cache"
unset DATABASE_URL PGPASSFILE || true

mkfifo "$work/keys"
"$restamp" --json - <"$work/keys" >"$work/practice" &
server=$!
exec 3>"$work/keys"
trap 'exec 3>&-; wait $server; rm -rf "$work"' EXIT
echo 'practice start restored-dump' >&3
while [ ! -s "$work/practice" ]; do sleep 0.2; done

member() {
    sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" "$work/practice"
}
PGPASSFILE=$(member passfile)
DATABASE_URL=$(member url)
export PGPASSFILE DATABASE_URL
cd "$(member project)"

# once NAME COMMAND…: appends seconds and KiB to $work/NAME
once() {
    name=$1
    shift
    /usr/bin/time -a -o "$work/$name" -f '%e %M' "$@" >/dev/null 2>&1 || true
}

i=0
while [ "$i" -le "$runs" ]; do
    [ "$i" = 1 ] && rm -f "$work"/time-*
    once time-restamp-current "$restamp" current
    once time-alembic-current /usr/bin/python3 -m alembic current
    once time-psql-select psql -d "$DATABASE_URL" -c 'SELECT version_num FROM alembic_version'
    once time-restamp-status "$restamp" status
    once time-restamp-version "$restamp" version
    i=$((i + 1))
done

median() {
    grep -E '^[0-9]' "$work/time-$1" | sort -n | awk '{ t[NR] = $1; if ($2 > m) m = $2 } END { print t[int((NR + 1) / 2)] * 1000, m / 1024 }'
}
base=$(median alembic-current | cut -d' ' -f1)
for name in restamp-current alembic-current psql-select restamp-status restamp-version; do
    median $name | awk -v n=$name -v b="$base" '{ printf "%-18s %5d ms   %4.2f of alembic current   peak %3d MiB\n", n, $1, $1 / b, $2 }'
done
