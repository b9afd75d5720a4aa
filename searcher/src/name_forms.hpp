#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::searcher {

/// What else a folded name looks like in texts, usual forms first: its cases in Russian and
/// Ukrainian, and in Arabic what is written in one with it (والفاشر, بالفاشر) and a final ه for ة.
/// Stemmers leave many of them different. None in other scripts.
[[nodiscard]] std::vector<std::string> forms_of_name(std::string_view name, schema::EntryKind kind);

/// The names that a folded word may be such a form of. Most of them are nobody's.
[[nodiscard]] std::vector<std::string> names_behind_form(std::string_view word);

/// What a name and all its forms begin with; nothing if it has none.
[[nodiscard]] std::string trunk_of(const std::string& name, const std::vector<std::string>& forms);

}  // namespace sitrep::searcher
