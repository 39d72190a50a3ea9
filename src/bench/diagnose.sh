#!/bin/sh
# What a diagnosis of a long history takes: a project of many revisions (project.py), upgraded for real by alembic. Whole
# processes in turn with alembic, and one diagnosis in an open shell. Prints medians in milliseconds, and the peak in MiB.
#
#   mvn -q -DskipTests package && sh src/bench/diagnose.sh POSTGRES_URL [revisions] [runs]
#
# POSTGRES_URL is of an empty database that may be filled. Needs python3 with alembic and psycopg2, psql, and GNU time.
set -eu

url=$1
revisions=${2:-500}
runs=${3:-5}
bench=$(cd "$(dirname "$0")" && pwd)
restamp=$bench/../../target/restamp/bin/restamp
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_STATE_HOME="$work/state" XDG_CACHE_HOME="$work/cache" DATABASE_URL="$url"

python3 "$bench/project.py" "$work/project" "$revisions"
cd "$work/project"
sed -i "s|^sqlalchemy.url.*|sqlalchemy.url = $url|" alembic.ini
/usr/bin/python3 -m alembic upgrade head >/dev/null 2>&1
printf 'tables           %s\n' "$(psql -Atc "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'" "$url")"

once() {
    name=$1
    shift
    /usr/bin/time -a -o "$work/$name" -f '%e %M' "$@" >/dev/null 2>"$work/errors" || cat "$work/errors"
}

ten='-c diagnose -c diagnose -c diagnose -c diagnose -c diagnose -c diagnose -c diagnose -c diagnose -c diagnose -c diagnose'
i=0
while [ "$i" -le "$runs" ]; do
    [ "$i" = 1 ] && rm -f "$work"/time-*
    once time-alembic-history /usr/bin/python3 -m alembic history
    once time-restamp-history "$restamp" history
    once time-alembic-current /usr/bin/python3 -m alembic current
    once time-restamp-current "$restamp" current
    once time-restamp-diagnose "$restamp" -c diagnose
    # shellcheck disable=SC2086 # options are words
    once time-restamp-diagnose-11 "$restamp" -c diagnose $ten
    i=$((i + 1))
done

median() {
    grep -E '^[0-9]' "$work/time-$1" | sort -n | awk -v f="$2" '{ v[NR] = $f } END { print v[int((NR + 1) / 2)] }'
}

for name in alembic-history restamp-history alembic-current restamp-current restamp-diagnose; do
    awk -v n=$name -v t="$(median $name 1)" -v m="$(median $name 2)" \
        'BEGIN { printf "%-16s %5d ms %5d MiB\n", n, t * 1000, m / 1024 }'
done
awk -v one="$(median restamp-diagnose 1)" -v all="$(median restamp-diagnose-11 1)" \
    'BEGIN { printf "in an open shell %5d ms\n", (all - one) * 100 }'
