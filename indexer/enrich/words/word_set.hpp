#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::indexer {

/// Words of one kind, which are looked up as they are compared: folded. Only read, by many threads.
class WordSet {
public:
    explicit WordSet(std::span<const std::string_view> words);

    /// `word` is folded.
    [[nodiscard]] bool has(std::string_view word) const noexcept { return number(word) != 0; }

    /// From 1, so that it tells the words apart; 0 for other words.
    [[nodiscard]] std::uint16_t number(std::string_view word) const noexcept;

private:
    std::vector<std::string> words_;  // sorted
};

}  // namespace sitrep::indexer
