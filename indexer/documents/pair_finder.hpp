#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <sitrep/schema/word_pairs.hpp>

namespace sitrep::indexer {

/// Finds the pairs of a list by numbers of their words, so that a text costs no look-up by name.
class PairFinder {
public:
    /// A term as either part of a pair; 0 if it is none in any.
    struct Word {
        std::uint32_t as_first = 0;
        std::uint32_t as_second = 0;
    };
    using Pair = std::uint32_t;

    explicit PairFinder(const schema::WordPairs& pairs);

    [[nodiscard]] bool empty() const noexcept { return names_.empty(); }
    [[nodiscard]] Word word(std::string_view term) const;
    /// The number of a pair, dense from 0; nothing if it is not in the list.
    [[nodiscard]] std::optional<Pair> pair(const Word& first, const Word& second) const noexcept {
        for (Pair pair = begins_[first.as_first]; pair < begins_[first.as_first + 1]; ++pair) {
            if (seconds_[pair] == second.as_second) return pair;
        }
        return std::nullopt;
    }
    [[nodiscard]] const std::string& name(Pair pair) const noexcept { return names_[pair]; }

private:
    std::vector<std::string> names_;      // those with the same first word stand together
    std::vector<std::uint32_t> seconds_;  // by pair: the number of its second word
    std::vector<Pair> begins_{0, 0};      // by first word: its first pair; ends with their count
    std::unordered_map<std::string, Word> words_;
};

}  // namespace sitrep::indexer
