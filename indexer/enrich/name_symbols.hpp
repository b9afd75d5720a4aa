#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace sitrep::indexer {

/// The words that names of the vocabulary consist of, numbered from 1.
class NameSymbols {
public:
    static constexpr std::uint32_t kNone = 0;

    /// The number of a folded word, a new one if it has none.
    std::uint32_t intern(std::string_view word);

    /// Lets an inflected form stand for a word, unless it is a word of a name itself.
    void add_form(std::string_view form, std::uint32_t symbol);

    /// `kNone` if no name has such a word. Arabic words are also found behind the prefixes that are
    /// written in one with them (and, in, for, like).
    [[nodiscard]] std::uint32_t find(std::string_view word) const;

    [[nodiscard]] std::size_t size() const noexcept { return count_; }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept {
            return std::hash<std::string_view>{}(text);
        }
    };
    using Table = std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>>;

    [[nodiscard]] std::uint32_t find_exactly(std::string_view word) const;

    Table words_;
    Table forms_;
    std::uint32_t count_ = 0;
};

}  // namespace sitrep::indexer
