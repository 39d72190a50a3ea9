#!/bin/sh
# Whole-process times of `restamp diff` of two live databases, in turn with `pg_dump --schema-only` of one of them and, where its
# class path is given, Liquibase's diff, so that a machine that changes its speed changes it for all. Prints seconds and
# the peak of memory for each run.
#
#   mvn -q -DskipTests package && sh src/bench/diff.sh postgresql://postgres@127.0.0.1:5432 "43 1000 10000" [CLASSPATH]
#
# Makes databases b43, c43 … on that server, which has to let this role in without a password, and leaves them there.
# Liquibase runs up to 1,000 tables only. Needs psql, pg_dump and GNU time (Debian: time).
set -eu

server=$1
sizes=${2:-43 1000}
liquibase=${3:-}
here=$(cd "$(dirname "$0")" && pwd)
restamp=$here/../../target/restamp/bin/restamp
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_STATE_HOME="$work/state"

for size in $sizes; do
    if ! psql -q -d "$server/b$size" -c 'SELECT' >/dev/null 2>&1; then
        psql -q -d "$server/postgres" -c "CREATE DATABASE b$size"
        psql -q -d "$server/b$size" -v tables="$size" -f "$here/tables.sql"
        psql -q -d "$server/postgres" -c "CREATE DATABASE c$size TEMPLATE b$size"
    fi
    for run in 1 2 3; do
        /usr/bin/time -f "pg_dump    $size  %e s  %M kB" pg_dump --schema-only "$server/b$size" >/dev/null
        /usr/bin/time -f "restamp    $size  %e s  %M kB" "$restamp" -c "connect $server/b$size --as one" \
            -c "connect $server/c$size --as two" -c 'diff @one @two' </dev/null >/dev/null
        if [ -n "$liquibase" ] && [ "$size" -le 1000 ] && [ "$run" = 1 ]; then
            jdbc=jdbc:postgresql://${server#*@}
            /usr/bin/time -f "liquibase  $size  %e s  %M kB" java -cp "$liquibase" "$here/LiquibaseDiff.java" \
                "$jdbc/b$size" "$jdbc/c$size" "$(printf %s "$server" | sed 's|.*//\([^@:]*\).*|\1|')" >/dev/null 2>"$work/log"
            tail -n 1 "$work/log"
        fi
    done
done
