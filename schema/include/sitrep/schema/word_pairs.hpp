#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sitrep::schema {

// Without positions, words that stand side by side are looked for in the stored text of every
// report that has both. An index without them therefore keeps a list of pairs that are frequent in
// its reports, made when it is built, and gives each report a term for every pair of the list that
// stands in its title or its text. A phrase of two such words is then answered by that term.

/// The key under which a database keeps the list (Xapian metadata).
inline constexpr const char* kWordPairsKey = "sitrep.word-pairs";

/// Two terms as the analyzer gives them with a space between, which neither has.
[[nodiscard]] std::string pair_name(std::string_view first, std::string_view second);

/// True if the name is one of two terms and not too long for a term.
[[nodiscard]] bool is_pair_name(std::string_view name) noexcept;

/// A list of pairs.
class WordPairs {
public:
    WordPairs() = default;
    /// Of the names, those that are none are left out.
    explicit WordPairs(std::vector<std::string> names);
    /// As `list` gives it, likewise.
    [[nodiscard]] static WordPairs from_list(std::string_view list);

    /// A line for each pair.
    [[nodiscard]] std::string list() const;
    /// In byte order, each once.
    [[nodiscard]] const std::vector<std::string>& names() const noexcept { return names_; }
    [[nodiscard]] bool contains(std::string_view first, std::string_view second) const;
    /// The pairs that are in both.
    [[nodiscard]] WordPairs common_with(const WordPairs& other) const;

    friend bool operator==(const WordPairs&, const WordPairs&) = default;

private:
    std::vector<std::string> names_;
};

}  // namespace sitrep::schema
