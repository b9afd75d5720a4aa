#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::schema {

/// The texts of the three tables of names, in the order of `VocabularyLineRef::file`.
enum class NameFile { Countries, Places, Actors };
using NameTexts = std::array<std::string_view, 3>;

/// Where a line of a vocabulary file begins.
struct VocabularyLineRef {
    NameFile file = NameFile::Countries;
    std::size_t offset = 0;

    friend auto operator<=>(const VocabularyLineRef&, const VocabularyLineRef&) = default;
};

/// Whose a name is, looked up without reading the vocabulary files, which takes too long for a
/// program that answers one search. Made when the library is built, of the same files, and searched
/// in the form in which it lies in the program.
///
/// It is a text of lines sorted by their beginning, the key: `n` and a folded name, with the first
/// line of each entry that has it; `e` and the key of an entry, with all of its lines; `t` and the
/// id of a topic, with its name.
class NameTable {
public:
    explicit NameTable(std::string_view table) : table_(table) {}

    /// In the order of the files.
    [[nodiscard]] std::vector<VocabularyLineRef> entries_named(std::string_view folded) const;
    /// Empty if there is no such entry.
    [[nodiscard]] std::vector<VocabularyLineRef> lines_of(std::string_view entry_key) const;
    [[nodiscard]] std::optional<std::string_view> topic_name(std::string_view id) const;

    /// Every folded name and whose it is; every topic and its name.
    using NameVisitor =
        std::function<void(std::string_view, const std::vector<VocabularyLineRef>&)>;
    void for_each_name(const NameVisitor& visit) const;
    void for_each_topic(const std::function<void(std::string_view id)>& visit) const;

private:
    [[nodiscard]] std::optional<std::string_view> find(char kind, std::string_view key) const;
    [[nodiscard]] std::size_t first_not_below(std::string_view key) const;

    std::string_view table_;
};

/// The table of these files. Throws `Error` (Usage) that names file and line of a mistake.
[[nodiscard]] std::string make_name_table(const NameTexts& texts, std::string_view topics);

}  // namespace sitrep::schema
