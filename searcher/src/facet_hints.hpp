#pragma once

#include <string>

#include <sitrep/schema/field_table.hpp>
#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::searcher {

/// What somebody may have meant by the value of a country, actor or topic that nothing knows: the
/// nearest names, or for an actor that is a state or its capital the government. Empty if nothing
/// comes near.
[[nodiscard]] std::string hint_for_unknown(const schema::Vocabulary& vocabulary,
                                           schema::FieldId field, const std::string& text);

/// Which other countries have this name within theirs; empty if there are none.
[[nodiscard]] std::string hint_for_namesakes(const schema::Vocabulary& vocabulary,
                                             const std::string& country);

}  // namespace sitrep::searcher
