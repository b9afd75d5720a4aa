# Completion of the program sitrep for fish.

complete -c sitrep -f
complete -c sitrep -n __fish_use_subcommand -a index -d 'Create or update an index'
complete -c sitrep -n __fish_use_subcommand -a search -d 'Ranked hits with highlighted snippets'
complete -c sitrep -n __fish_use_subcommand -a facets -d 'Counts per country, actor, topic, source, language'
complete -c sitrep -n __fish_use_subcommand -a show -d 'One report, whole'
complete -c sitrep -n __fish_use_subcommand -a info -d 'What is in the index'
complete -c sitrep -n __fish_use_subcommand -a eval -d 'Quality of rankings on TREC-style judgments'
complete -c sitrep -n __fish_use_subcommand -l version -d 'Print versions and exit'

# Of every command, before or behind it.
complete -c sitrep -s d -l db -x -a '(__fish_complete_directories)' -d 'Index folder'
complete -c sitrep -l json -d 'Print JSON'
complete -c sitrep -l color -x -a 'auto always never' -d 'Colour'
complete -c sitrep -s q -l quiet -d 'No progress and no messages but errors'
complete -c sitrep -s v -l verbose -d 'Say more'
complete -c sitrep -l now -x -d 'Day that relative dates count from'
complete -c sitrep -l config -r -F -d 'Read options from a TOML file'
complete -c sitrep -s h -l help -d 'Print help and exit'

complete -c sitrep -n '__fish_seen_subcommand_from index' -F
complete -c sitrep -n '__fish_seen_subcommand_from index' -l format -x -a 'auto jsonl text' -d 'Format of the input'
complete -c sitrep -n '__fish_seen_subcommand_from index' -l rebuild -d 'Build a new index aside, then switch to it'
complete -c sitrep -n '__fish_seen_subcommand_from index' -l threads -x -d 'Threads that parse and analyze'
complete -c sitrep -n '__fish_seen_subcommand_from index' -l memory -x -d 'How much a build may hold, such as 512M'
complete -c sitrep -n '__fish_seen_subcommand_from index' -l engine -x -a 'glass xapian' -d 'How a whole index is written'
complete -c sitrep -n '__fish_seen_subcommand_from index' -l no-positions -d 'Build without word positions, at half the size'
complete -c sitrep -n '__fish_seen_subcommand_from index' -l rejects -r -F -d 'Where refused records go'
complete -c sitrep -n '__fish_seen_subcommand_from index' -l report -r -F -d 'Write what the run did as JSON'
complete -c sitrep -n '__fish_seen_subcommand_from index' -l dry-run -d 'Say what would happen, write nothing'
complete -c sitrep -n '__fish_seen_subcommand_from index' -l no-infer -d 'Only facets that the input states'
complete -c sitrep -n '__fish_seen_subcommand_from index' -l vocabulary -x -a '(__fish_complete_directories)' -d 'Folder with names to add'
complete -c sitrep -n '__fish_seen_subcommand_from index' -l default-language -x -d 'Language of reports whose own is not known'
complete -c sitrep -n '__fish_seen_subcommand_from index' -l progress -x -a 'auto always never' -d 'Progress line'

set -l dates 'today yesterday this-week last-week this-month last-month this-year last-year'
complete -c sitrep -n '__fish_seen_subcommand_from search facets' -l country -x -d 'Country: any name or ISO 3166 code'
complete -c sitrep -n '__fish_seen_subcommand_from search facets' -l actor -x -d 'Person, government, armed group or organisation'
complete -c sitrep -n '__fish_seen_subcommand_from search facets' -l topic -x -d 'Topic'
complete -c sitrep -n '__fish_seen_subcommand_from search facets' -l source -x -d 'Outlet or data set'
complete -c sitrep -n '__fish_seen_subcommand_from search facets' -l lang -x -d 'Language: code or name'
complete -c sitrep -n '__fish_seen_subcommand_from search facets' -l since -x -a $dates -d 'First day'
complete -c sitrep -n '__fish_seen_subcommand_from search facets' -l until -x -a $dates -d 'Last day, included'
complete -c sitrep -n '__fish_seen_subcommand_from search facets' -l exact -d 'Compare words as they are written'
complete -c sitrep -n '__fish_seen_subcommand_from search facets' -l no-alias -d 'Do not look for other names'
complete -c sitrep -n '__fish_seen_subcommand_from search facets' -l explain -d 'Show how the query is understood'
complete -c sitrep -n '__fish_seen_subcommand_from search facets' -l facets -x -a '(__fish_append , country actor topic source language date)' -d 'Facets to count'

complete -c sitrep -n '__fish_seen_subcommand_from search' -s n -l limit -x -d 'Hits to show'
complete -c sitrep -n '__fish_seen_subcommand_from search' -l offset -x -d 'Hits to pass over first'
complete -c sitrep -n '__fish_seen_subcommand_from search' -l sort -x -a 'relevance newest oldest' -d 'Order'
complete -c sitrep -n '__fish_seen_subcommand_from search' -l snippet-length -x -d 'Characters of a snippet, about'

complete -c sitrep -n '__fish_seen_subcommand_from eval' -F
