#pragma once

#include <charconv>
#include <sitrep_internal/take_until.hpp>
#include <string>
#include <string_view>
#include <vector>

#include <sitrep/schema/error.hpp>

namespace sitrep::indexer {

using schema::take_until;

/// The parts of a text between spaces; none of an empty one.
inline std::vector<std::string_view> words_in(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) words.push_back(take_until(text, ' '));
    return words;
}

/// The lines of a generated table that are no comments.
inline std::vector<std::string_view> table_lines(std::string_view table) {
    std::vector<std::string_view> lines;
    while (!table.empty()) {
        const std::string_view line = take_until(table, '\n');
        if (!line.empty() && !line.starts_with('#')) lines.push_back(line);
    }
    return lines;
}

/// A number in such a table. Throws `Error` (Internal) if it is none; `line` says where.
template <typename Number>
Number table_number(std::string_view text, std::string_view line) {
    constexpr std::size_t kShown = 60;
    Number value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) {
        throw schema::Error(schema::ErrorCode::Internal,
                            "no number in a table of the inference: " + std::string(text) +
                                ", in " + std::string(line.substr(0, kShown)));
    }
    return value;
}

}  // namespace sitrep::indexer
