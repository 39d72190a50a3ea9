# Completion of restamp for bash. Made from the program's commands; do not edit.

_restamp_profiles() {
    sed -n 's/^\[profiles\{0,1\}\.\([A-Za-z0-9_-]*\)\].*/\1/p' \
        "${XDG_CONFIG_HOME:-$HOME/.config}/restamp/config.toml" 2>/dev/null
}

_restamp_words() {
    local IFS=$' \t\n'
    COMPREPLY=($(compgen -W "$1" -- "$cur"))
}

_restamp_files() {
    local IFS=$'\n'
    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen "$1" -- "$cur"))
}

# What may stand for an operand of this kind.
_restamp_operand() {
    case $1 in
        file) _restamp_files -f ;;
        folder) _restamp_files -d ;;
        profile) _restamp_words "$(_restamp_profiles)" ;;
        format) _restamp_words "table plain json ndjson csv excel md html svg dot mermaid" ;;
        tracker) _restamp_words "alembic atlas dbmate diesel django ecto efcore flyway golang-migrate goose knex liquibase prisma rails sequelize sqitch sqlx typeorm" ;;
        command) _restamp_words "connect connections use reconnect disconnect profile project status current heads history show branches diagnose evidence diff snapshot tables describe counts verify who sql explain stamp undo upgrade receipts learn practice watch run script note report transcript set recall glossary clear version quit help" ;;
    esac
}

_restamp() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command= i
    COMPREPLY=()
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
            --against | --allow-unproved | --as | --check-only | --checks | --confirm | --data | --direct-host | --env | --expect | --fail-on | --ignore | --ignore-file | --jobs | --junit | --limit | --limit-time | --name | --only | --output | --password-file | --profile | --project | --remove | --rev-range | --role | --sample | --schema | --set | --since | --ssl-root | --state | --table | --throttle | --timeout | --times | --title | --tolerance | --tool | --tracker | --transcript | --until | --version-table | --width | --without | -c | -n | -o | -r) ((i++)) ;;
            -*) ;;
            connect | connections | use | reconnect | disconnect | profile | project | status | current | heads | history | show | branches | diagnose | evidence | diff | snapshot | tables | describe | counts | verify | who | sql | explain | stamp | undo | upgrade | receipts | learn | practice | watch | run | script | note | report | transcript | set | recall | glossary | clear | version | quit | help) command=${COMP_WORDS[i]}; break ;;
        esac
    done
    case $prev in
        --check-only | --checks | --ignore-file | --junit | --password-file | --ssl-root | --state | --transcript) _restamp_operand file; return ;;
        --project) _restamp_operand folder; return ;;
        --profile) _restamp_operand profile; return ;;
        --output | -o) _restamp_operand format; return ;;
        --tracker) _restamp_operand tracker; return ;;
        -c) _restamp_operand command; return ;;
        esac
    case $command in
        "") if [[ $cur == -* ]]; then _restamp_words "-c --profile --env -W -w --password-file --timeout --read-only --confirm --no-config --project --name --version-table --schema --tracker -o --output --json --width --no-color --ascii --no-pager --no-input --transcript --quiet -v --version --help -h"
            else _restamp_words "connect connections use reconnect disconnect profile project status current heads history show branches diagnose evidence diff snapshot tables describe counts verify who sql explain stamp undo upgrade receipts learn practice watch run script note report transcript set recall glossary clear version quit help $(_restamp_profiles)"; fi ;;
        connect) if [[ $cur == -* ]]; then _restamp_words "--as --env --direct-host --ssl-root --role --version-table --schema --tracker --json -o --output --help"; else _restamp_operand profile; fi ;;
        connections) if [[ $cur == -* ]]; then _restamp_words "--json -o --output --help"; else _restamp_operand nothing; fi ;;
        use) if [[ $cur == -* ]]; then _restamp_words "--json -o --output --help"; else _restamp_operand nothing; fi ;;
        reconnect) if [[ $cur == -* ]]; then _restamp_words "--json -o --output --help"; else _restamp_operand nothing; fi ;;
        disconnect) if [[ $cur == -* ]]; then _restamp_words "--json -o --output --help"; else _restamp_operand nothing; fi ;;
        profile) if [[ $cur == -* ]]; then _restamp_words "--env --role --ssl-root --schema --version-table --timeout --json -o --output --help"; else _restamp_words "list add show test remove"; fi ;;
        project) if [[ $cur == -* ]]; then _restamp_words "--name --tracker --json -o --output --help"; else _restamp_operand file; fi ;;
        status) if [[ $cur == -* ]]; then _restamp_words "--json -o --output --help"; else _restamp_operand nothing; fi ;;
        current) if [[ $cur == -* ]]; then _restamp_words "--verbose -v --check-heads --plain --tracker --json -o --output --help"; else _restamp_operand nothing; fi ;;
        heads) if [[ $cur == -* ]]; then _restamp_words "--resolve-dependencies --verbose -v --plain --json -o --output --help"; else _restamp_operand nothing; fi ;;
        history) if [[ $cur == -* ]]; then _restamp_words "--rev-range -r -n --indicate-current -i --verbose -v --all --topo --plain --json -o --output --help"; else _restamp_operand nothing; fi ;;
        show) if [[ $cur == -* ]]; then _restamp_words "--plain --json -o --output --help"; else _restamp_operand nothing; fi ;;
        branches) if [[ $cur == -* ]]; then _restamp_words "--verbose -v --plain --json -o --output --help"; else _restamp_operand nothing; fi ;;
        diagnose) if [[ $cur == -* ]]; then _restamp_words "--all --restore --check-keys --as --json -o --output --help"; else _restamp_operand nothing; fi ;;
        evidence) if [[ $cur == -* ]]; then _restamp_words "--sql --json -o --output --help"; else _restamp_operand nothing; fi ;;
        diff) if [[ $cur == -* ]]; then _restamp_words "--table --schema --only --ignore --ignore-file --sql --data --limit --without --jobs --owners --grants --order --populated --json -o --output --help"; else _restamp_operand nothing; fi ;;
        snapshot) if [[ $cur == -* ]]; then _restamp_words "--content --no-counts --json -o --output --help"; else _restamp_words "save list show export remove"; fi ;;
        tables) if [[ $cur == -* ]]; then _restamp_words "--json -o --output --help"; else _restamp_operand nothing; fi ;;
        describe) if [[ $cur == -* ]]; then _restamp_words "--json -o --output --help"; else _restamp_operand nothing; fi ;;
        counts) if [[ $cur == -* ]]; then _restamp_words "--estimate --limit-time --partitions --foreign --views --jobs --json -o --output --help"; else _restamp_operand nothing; fi ;;
        verify) if [[ $cur == -* ]]; then _restamp_words "--against --row --schema --counts --content --checks --as --table --without --tolerance --strong --sample --state --throttle --limit-time --jobs --json -o --output --help"; else _restamp_operand nothing; fi ;;
        who) if [[ $cur == -* ]]; then _restamp_words "--json -o --output --help"; else _restamp_operand nothing; fi ;;
        sql) if [[ $cur == -* ]]; then _restamp_words "--json -o --output --help"; else _restamp_operand nothing; fi ;;
        explain) if [[ $cur == -* ]]; then _restamp_words "--json -o --output --help"; else _restamp_operand file; fi ;;
        stamp) if [[ $cur == -* ]]; then _restamp_words "--remove --only --baseline --repair --expect --confirm --allow-unproved --plan --sql --json -o --output --help"; else _restamp_operand nothing; fi ;;
        undo) if [[ $cur == -* ]]; then _restamp_words "--expect --confirm --json -o --output --help"; else _restamp_operand nothing; fi ;;
        upgrade) if [[ $cur == -* ]]; then _restamp_words "--confirm --env --json -o --output --help"; else _restamp_operand nothing; fi ;;
        receipts) if [[ $cur == -* ]]; then _restamp_words "--json -o --output --help"; else _restamp_operand nothing; fi ;;
        learn) if [[ $cur == -* ]]; then _restamp_words "--again --check-only --json -o --output --help"; else _restamp_words "start next hint check reset solution skip progress quit new"; fi ;;
        practice) if [[ $cur == -* ]]; then _restamp_words "--name --tool --json -o --output --help"; else _restamp_words "start list break reset pooler record stop status"; fi ;;
        watch) if [[ $cur == -* ]]; then _restamp_words "--until --times --json -o --output --help"; else _restamp_operand command; fi ;;
        run) if [[ $cur == -* ]]; then _restamp_words "--set --dry-run --junit --fail-on --json -o --output --help"; else _restamp_operand file; fi ;;
        script) if [[ $cur == -* ]]; then _restamp_words "--set --json -o --output --help"; else _restamp_words "check record stop"; fi ;;
        note) if [[ $cur == -* ]]; then _restamp_words "--json -o --output --help"; else _restamp_operand nothing; fi ;;
        report) if [[ $cur == -* ]]; then _restamp_words "--since --title --json -o --output --help"; else _restamp_operand file; fi ;;
        transcript) if [[ $cur == -* ]]; then _restamp_words "--json -o --output --help"; else _restamp_operand file; fi ;;
        set) if [[ $cur == -* ]]; then _restamp_words "--json -o --output --help"; else _restamp_words "output width pager quiet"; fi ;;
        recall) if [[ $cur == -* ]]; then _restamp_words "-n --json -o --output --help"; else _restamp_operand nothing; fi ;;
        glossary) if [[ $cur == -* ]]; then _restamp_words "--json -o --output --help"; else _restamp_operand nothing; fi ;;
        clear) if [[ $cur == -* ]]; then _restamp_words "--json -o --output --help"; else _restamp_operand nothing; fi ;;
        version) if [[ $cur == -* ]]; then _restamp_words "--json -o --output --help"; else _restamp_operand nothing; fi ;;
        quit) if [[ $cur == -* ]]; then _restamp_words "--json -o --output --help"; else _restamp_operand nothing; fi ;;
        help) if [[ $cur == -* ]]; then _restamp_words "--json -o --output --help"; else _restamp_operand command; fi ;;
    esac
}

complete -o default -F _restamp restamp
