#pragma once

#include "options.hpp"
#include "output.hpp"
#include "terminal.hpp"

#include <sitrep/searcher/index_reader.hpp>

namespace sitrep::cli {

/// `--explain` for people: each step of how a query is understood, on standard error.
inline void tell_explanation(const searcher::Explanation& explanation) {
    tell("parsed: " + sanitize_line(explanation.parsed) + "\n");
    for (const auto& line : explanation.aliases) tell("name: " + sanitize_line(line) + "\n");
    for (const auto& line : explanation.words) tell("word: " + sanitize_line(line) + "\n");
    for (const auto& word : explanation.ignored) {
        tell("ignored: " + sanitize_line(word) +
             " (too common to rank by; + or quotation marks keep it)\n");
    }
    tell("query: " + sanitize_line(explanation.translated) + "\n");
}

}  // namespace sitrep::cli
