#pragma once

#include <string>
#include <string_view>

#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::searcher {

/// What a name looks like, which decides what it can stand for.
enum class NameShape {
    Word,      ///< one word; of a person the surname, also if that has several words
    Words,     ///< several words; of a person the full name
    Unspaced,  ///< in a script without spaces, where one cannot tell
};

/// What a name is wanted for: to know what a query means, or to find reports by it.
enum class NameRole { Asked, Found };

/// `folded` is the name as `fold_name` gives it.
[[nodiscard]] NameShape shape_of(const schema::VocabularyName& name, schema::EntryKind kind,
                                 std::string_view folded);

/// True for a name that means its entry without anything around it: not one that needs support, is
/// an office somebody held for a time, or only capitals tell from an ordinary word. Acronyms do,
/// and a country may be asked for by its usual name even if that is ambiguous.
[[nodiscard]] bool is_searched_for(const schema::VocabularyName& name,
                                   const schema::VocabularyEntry& entry, std::string_view folded,
                                   NameRole role);

[[nodiscard]] bool has_spaces(std::string_view name);

/// True for capitals without small letters, perhaps with digits and full stops: DRC, U.A.E.
[[nodiscard]] bool is_acronym(std::string_view name);

/// True if the one stands in the other, both folded, as whole words.
[[nodiscard]] bool is_within(std::string_view name, std::string_view longer);

/// The script of the first letter: Cyrillic, Arabic ..., as ICU numbers them; negative if none.
[[nodiscard]] int script_of(std::string_view text);

}  // namespace sitrep::searcher
