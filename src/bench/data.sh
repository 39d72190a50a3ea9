#!/bin/sh
# What checking data takes beside psql: the rows of many tables counted, big tables compared, the one row found that
# differs. The candidates take turns, so that a machine that changes its speed changes it for all. Prints the median of
# the seconds of each, and the median, least and most of its ratio to a peer in the same run. The first run only warms up.
#
#   mvn -q -DskipTests package && sh src/bench/data.sh [--keep] URL [counts] [fingerprint] [rows]
#
# Makes databases bench_… on that server, which has to let this role in without a password, and drops them in the end;
# --keep leaves them for the next time. They take 3 GB. To try it, smaller: RUNS=1 LARGE=5000 MANY=50 ACCOUNTS=20000
# WIDE=10000. Needs psql and python3.
set -eu

keep=
if [ "${1:-}" = --keep ]; then
    keep=1
    shift
fi
url=${1:?a URL is missing}
shift
runs=${RUNS:-3}
large=${LARGE:-250000}
many=${MANY:-1000}
accounts=${ACCOUNTS:-2000000}
wide=${WIDE:-1000000}
bench=$(cd "$(dirname "$0")" && pwd)
restamp=$bench/../../target/restamp/bin/restamp
verify='verify --against @r --content --table %s'
diff='diff --data %s @r'

work=$(mktemp -d)
made=
proxy=
finish() {
    [ -z "$proxy" ] || kill "$proxy"
    for database in $([ -n "$keep" ] || printf '%s\n' $made | sort -u); do
        psql -Xq -d "$url" -c "DROP DATABASE IF EXISTS $database WITH (FORCE)"
    done
    rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM
export XDG_STATE_HOME="$work/state" XDG_CACHE_HOME="$work/cache"
unset DATABASE_URL RESTAMP_PROFILE || true
# Debian's psql is a script that takes 20 ms to find the real one.
PATH=$(pg_config --bindir 2>/dev/null || dirname "$(command -v psql)"):$PATH
cd "$bench"

# at DATABASE [URL]: the URL of a database on the same server
at() {
    printf '%s\n' "${2:-$url}" | sed "s|\(//[^/?]*\)/\{0,1\}[^?]*|\1/$1|"
}

# make DATABASE FILE -v NAME=VALUE…: fills it, unless it was filled in the same way before; its comment says how
make() {
    database=$1
    shift
    made="$made $database"
    how="$* $(cksum <"$1")"
    there=$(psql -XAtq -d "$url" -c "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = '$database'")
    if [ "$there" != "$how" ]; then
        psql -Xq -v ON_ERROR_STOP=1 -d "$url" -c "SET client_min_messages = warning" \
            -c "DROP DATABASE IF EXISTS $database WITH (FORCE)" -c "CREATE DATABASE $database"
        psql -Xq -v ON_ERROR_STOP=1 -d "$(at "$database")" -f "$@"
        psql -Xq -d "$url" -c "COMMENT ON DATABASE $database IS '$how'"
    fi
}

# clock LABEL EXIT COMMAND…: notes its seconds in this run, provided it answers and ends with EXIT
clock() {
    label=$1
    expected=$2
    shift 2
    code=0
    begin=$(date +%s%N)
    "$@" </dev/null >"$work/out" 2>"$work/err" || code=$?
    end=$(date +%s%N)
    if [ "$code" = "$expected" ] && [ -s "$work/out" ]; then
        printf '%s\t%s\t%s\n' "$run" "$label" "$((end - begin))" >>"$work/times"
    else
        printf '%s: exit %s: %s\n' "$label" "$code" "$(tail -n 3 "$work/err")" >&2
    fi
}

# apart LABEL A B [TIMES]: notes (A - B) / TIMES of this run
apart() {
    awk -F '\t' -v OFS='\t' -v run="$run" -v label="$1" -v a="$2" -v b="$3" -v times="${4:-1}" '
        $1 == run { time[$2] = $3 }
        END { if (a in time && b in time) print run, label, (time[a] - time[b]) / times }' "$work/times" >"$work/apart"
    cat "$work/apart" >>"$work/times"
}

# each TITLE PEER PEER COMMAND…: the command for each run, after one that warms up, then what it noted as a table
each() {
    title=$1
    peer=$2
    other=$3
    shift 3
    : >"$work/times"
    run=0
    while [ "$run" -le "$runs" ]; do
        "$@"
        run=$((run + 1))
    done
    awk -F '\t' -v title="$title" -v peer="$peer" -v other="$other" '
        $1 == 0 { next }
        !($2 in seen) { seen[$2]; label[++labels] = $2 }
        { time[$2, $1] = $3 / 1e9; if ($1 > runs) runs = $1 }
        function gather(name, by,   r, i, v) {
            n = 0
            for (r = 1; r <= runs; r++) {
                if (!((name, r) in time) || (by != "" && !((by, r) in time))) continue
                v = time[name, r] / (by == "" ? 1 : time[by, r])
                for (i = n++; i > 0 && sorted[i] > v; i--) sorted[i + 1] = sorted[i]
                sorted[i + 1] = v
            }
            return sorted[int((n + 1) / 2)]
        }
        function ratio(name, by,   m) {
            if (by == "") return ""
            m = gather(name, by)
            return n ? sprintf("%.2f (%.2f-%.2f)", m, sorted[1], sorted[n]) : "-"
        }
        END {
            printf "\n%-50s %9s  %-22s%s\n", title, "seconds", "/ " peer, other == "" ? "" : "/ " other
            for (i = 1; i <= labels; i++)
                printf "  %-48s %9.3f  %-22s%s\n", label[i], gather(label[i], ""), ratio(label[i], peer), ratio(label[i], other)
        }' "$work/times" | sed 's/ *$//'
}

counts() {
    make bench_43 counts.sql -v tables=43 -v large="$large" -v small="$((large / 125))"
    make bench_many counts.sql -v tables="$many" -v large=500 -v small=100
    python3 delay.py "$url" 20 >"$work/slow" &
    proxy=$!
    while [ ! -s "$work/slow" ]; do sleep 0.1; done
    slow=$(cat "$work/slow")
    for database in bench_43 bench_many; do
        scripts "$(at $database)"
        title="$(wc -l <"$work/tables") tables, $(awk '{ n += $1 } END { print n }' "$work/tables") rows"
        each "$title" 'psql' '4 psql' counting "$(at $database)"
        each "$title, 20 ms" 'psql' '4 psql' counting "$(at $database "$slow")"
    done
    kill "$proxy"
    proxy=
}

# scripts URL: what psql is to run, the biggest table first; finding the tables is a gift to psql
scripts() {
    rm -f "$work"/part*
    psql -XAtq -F ' ' -d "$1" -c "SELECT reltuples::bigint, relname FROM pg_class
        WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1 DESC, oid" >"$work/tables"
    awk '{ printf "SELECT \047%s\047, count(*) FROM %s;\n", $2, $2 }' "$work/tables" >"$work/serial"
    # Each table goes to the process that has least so far; to open one takes as long as some thousand rows.
    awk -v part="$work/part" '
        function flush(p) { if (batch[p] != "") print batch[p] ";" > (part p); batch[p] = ""; tables[p] = 0 }
        {
            p = 1
            for (q = 2; q <= 4; q++) if (load[q] < load[p]) p = q
            load[p] += $1 + 1000
            if (tables[p] == 100 || $1 >= 10000) flush(p)
            batch[p] = batch[p] (batch[p] == "" ? "" : " UNION ALL ") "SELECT \047" $2 "\047, count(*) FROM " $2
            tables[p]++
            if ($1 >= 10000) flush(p)
        }
        END { for (p = 1; p <= 4; p++) flush(p) }' "$work/tables"
}

# counting URL: psql takes one table after the other, 4 psql share them, the small ones in a UNION ALL of 100
counting() {
    clock 'psql' 0 psql -XAtq -v ON_ERROR_STOP=1 -d "$1" -f "$work/serial"
    clock '4 psql' 0 parts "$1"
    clock 'restamp counts, whole process' 0 "$restamp" "$1" -c counts
    clock 'restamp counts, three in one process' 0 "$restamp" "$1" -c counts -c counts -c counts
    apart 'restamp counts, in an open shell' 'restamp counts, three in one process' 'restamp counts, whole process' 2
}

parts() {
    printf '%s\n' "$work"/part* | xargs -P 4 -n 1 psql -XAtq -v ON_ERROR_STOP=1 -d "$1" -f
}

# sides l r c: l and r hold the same rows in another order, c is l but for one row
sides() {
    for side in "$@"; do
        order=i
        [ "$side" != r ] || order='md5(i::text)'
        for set in "accounts $accounts" "wide $wide"; do
            rows=${set#* }
            changed=0
            [ "$side" != c ] || changed=$((rows * 5 / 8))
            make "bench_${set% *}_$side" "${set% *}.sql" -v rows="$rows" -v order="$order" -v changed="$changed"
        done
    done
}

fingerprint() {
    sides l r
    each "pgbench_accounts, $accounts rows, both sides" 'count(*)' 'seed chain' comparing accounts pgbench_accounts aid
    each "wide, $wide rows, both sides" 'count(*)' 'seed chain' comparing wide wide id
}

# comparing SET TABLE KEY
comparing() {
    left=$(at "bench_$1_l")
    right=$(at "bench_$1_r")
    clock 'count(*)' 0 both 1 -c "SELECT count(*) FROM $2"
    clock 'seed chain' 0 both 2 -v table="$2" -f fingerprint.sql
    same
    clock 'md5(string_agg)' 0 both 2 -c "SELECT md5(string_agg(md5(t::text), ',' ORDER BY $3)) FROM $2 t"
    same
    against 0 "$verify" "$2"
}

rows() {
    sides l c
    each "one of $accounts rows of pgbench_accounts differs" 'seed chain' '' finding accounts pgbench_accounts $((accounts * 5 / 8))
    each "one of $wide rows of wide differs" 'seed chain' '' finding wide wide $((wide * 5 / 8))
}

# finding SET TABLE KEY
finding() {
    left=$(at "bench_$1_l")
    right=$(at "bench_$1_c")
    clock 'seed chain' 0 both 2 -v table="$2" -f fingerprint.sql
    against 1 "$diff" "$2"
    tr -d , <"$work/out" | grep -q "\<$3\>" || printf '%s: does not name row %s\n' "$label" "$3" >&2
}

# both PROCESSES OPTION…: psql with $left and $right, one after the other or both at once
both() {
    processes=$1
    shift
    printf '%s\n' "$left" "$right" | xargs -P "$processes" -n 1 psql -XAtq -v ON_ERROR_STOP=1 "$@" -d
}

# same: complains where the two answers before are not the same
same() {
    [ "$code" != 0 ] || [ "$(sort -u "$work/out" | wc -l)" = 1 ] || printf '%s: the sides differ\n' "$label" >&2
}

# against EXIT COMMAND TABLE: restamp with $left and $right, and the same without the command
against() {
    # shellcheck disable=SC2059 # the command is a format
    command=$(printf "$2" "$3")
    name="restamp ${command%% *}"
    clock 'restamp, connecting only' 0 "$restamp" -c "connect $left --as l" -c "connect $right --as r" -c 'use l'
    clock "$name, whole process" "$1" \
        "$restamp" -c "connect $left --as l" -c "connect $right --as r" -c 'use l' -c "$command"
    apart "$name" "$name, whole process" 'restamp, connecting only'
}

psql -XAtq -F ' ' -d "$url" -c "SELECT 'PostgreSQL', current_setting('server_version')" \
    -c "SELECT name, current_setting(name) FROM pg_settings
        WHERE name IN ('max_parallel_workers_per_gather', 'max_parallel_workers', 'shared_buffers', 'work_mem', 'jit')"
printf '%s processors\n%s runs: median (least-most)\n' "$(nproc)" "$runs"
for what in ${*:-counts fingerprint rows}; do
    case $what in
        counts | fingerprint | rows) $what ;;
        *) printf 'data.sh: %s: not one of counts, fingerprint, rows\n' "$what" >&2 && exit 2 ;;
    esac
done
