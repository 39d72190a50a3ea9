# Stops a practice server and removes its folder when the program that started it is gone, however it went.
#
#   sh watchdog.sh FOLDER        FOLDER/data is the data folder
#
# Standard input is a pipe from that program. A line on it means that all is done. Its end without a line means that the
# program died: the kernel closes the pipe.

# In a session of its own, where no terminal's Ctrl-C, Ctrl-Z or hang-up arrives. Where there is no setsid, ignoring
# the signals has to do.
trap '' HUP INT QUIT TSTP
if [ "$2" != detached ] && command -v setsid >/dev/null 2>&1; then
    exec setsid sh "$0" "$1" detached
fi

folder=$1
cd /

# Sets $pid where a server runs.
server() {
    pid=$(sed -n 1p "$folder/data/postmaster.pid" 2>/dev/null)
    case $pid in
        '' | *[!0-9]*) return 1 ;;
    esac
    kill -0 "$pid" 2>/dev/null
}

# Sets $pid where a pooler stands in front of it.
pooler() {
    pid=$(sed -n 1p "$folder/pooler/pid" 2>/dev/null)
    case $pid in
        '' | *[!0-9]*) return 1 ;;
    esac
    kill -0 "$pid" 2>/dev/null
}

# PostgreSQL calls SIGQUIT an immediate shutdown. Nothing here is worth a checkpoint.
stop() {
    pooler && kill -KILL "$pid"
    server || return
    kill -QUIT "$pid"
    sleep 1
}

if read -r _; then
    stop
    exit
fi

# In rounds, because initdb or a starting server may still be at work when its program dies.
for _ in 1 2 3; do
    stop
    rm -rf -- "$folder"
    sleep 1
done
