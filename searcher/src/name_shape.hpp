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

/// `folded` is the name as `fold_name` gives it.
[[nodiscard]] NameShape shape_of(const schema::VocabularyName& name, schema::EntryKind kind,
                                 std::string_view folded);

/// True for a name that means its entry wherever it is asked for: not one that needs support, holds
/// for a time only, or is a short word that only capitals tell from an ordinary one.
[[nodiscard]] bool is_searched_for(const schema::VocabularyName& name,
                                   const schema::VocabularyEntry& entry, std::string_view folded);

}  // namespace sitrep::searcher
