# Completion of the program sitrep for bash. Needs no other package.

_sitrep_options() {
    local common='-d --db --json --color -q --quiet -v --verbose --now --config -h --help --version'
    local query='--country --actor --topic --source --lang --since --until --exact --no-alias --explain'
    case $1 in
        index) echo "$common --format --rebuild --prune --max-prune --force --retry --rollback --metrics --threads --memory --engine --no-positions --rejects" \
                    "--report --dry-run --no-infer --vocabulary --default-language --progress" ;;
        search) echo "$common $query -n --limit --offset --sort --snippet-length --facets" ;;
        facets) echo "$common $query --facets" ;;
        *) echo "$common" ;;
    esac
}

# The option that takes a value, for words such as --sort and --sort=; nothing for the others.
_sitrep_values() {
    local option=$1 current=$2 list
    case $option in
        --db | -d | --vocabulary) compopt -o filenames 2>/dev/null
            mapfile -t COMPREPLY < <(compgen -d -- "$current") ;;
        --rejects | --report | --metrics | --retry | --config) compopt -o filenames 2>/dev/null
            mapfile -t COMPREPLY < <(compgen -f -- "$current") ;;
        --color | --progress) mapfile -t COMPREPLY < <(compgen -W 'auto always never' -- "$current") ;;
        --format) mapfile -t COMPREPLY < <(compgen -W 'auto jsonl text' -- "$current") ;;
        --sort) mapfile -t COMPREPLY < <(compgen -W 'relevance newest oldest' -- "$current") ;;
        --facets)
            list=''
            if [[ $current == *,* ]]; then list="${current%,*},"; fi
            compopt -o nospace 2>/dev/null
            mapfile -t COMPREPLY < <(compgen -P "$list" \
                -W 'country actor topic source language date' -- "${current##*,}") ;;
        --since | --until)
            mapfile -t COMPREPLY < <(compgen \
                -W 'today yesterday this-week last-week this-month last-month this-year last-year' \
                -- "$current") ;;
        --country | --actor | --topic | --source | --lang | --now | --threads | --max-prune | --memory | --default-language | \
            --limit | -n | --offset | --snippet-length) ;;
        *) return 1 ;;
    esac
}

_sitrep() {
    local commands='index search facets show info verify eval help'
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    COMPREPLY=()
    # Bash takes --sort=newest for three words.
    if [[ $current == '=' ]]; then
        current=''
    elif [[ $previous == '=' && COMP_CWORD -ge 2 ]]; then
        previous=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    if _sitrep_values "$previous" "$current"; then return; fi

    local command='' word
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        if [[ " $commands " == *" $word "* ]]; then
            command=$word
            break
        fi
    done
    if [[ $current == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$(_sitrep_options "$command")" -- "$current")
    elif [[ -z $command || $command == help ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$commands" -- "$current")
    elif [[ $command == index || $command == eval ]]; then
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
    fi
}

complete -F _sitrep sitrep
