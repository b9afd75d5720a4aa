#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <sitrep/schema/field_table.hpp>

namespace sitrep::schema {

/// The canonical form of a facet value as somebody wrote it: alpha-3 for a known country, a slug
/// for actors and topics (`Wang Yi` gives `wang-yi`), a code for a language. A country or language
/// that is not known, and every source, stay as they are, less outer white space.
[[nodiscard]] std::string canonical_value(FieldId field, std::string_view text);

/// What people read for a canonical value: `Ukraine` for UKR, `Wang Yi` for wang-yi, `Russian` for
/// ru.
[[nodiscard]] std::string facet_label(FieldId field, std::string_view value);

/// A lower-case name with hyphens between its words; letters of every script are kept.
[[nodiscard]] std::string slug(std::string_view name);

/// All values of one report as one slot value, which is counted as a whole and split afterwards.
/// The values must be sorted, so that equal sets are equal strings.
[[nodiscard]] std::string join_values(const std::vector<std::string>& values);
[[nodiscard]] std::vector<std::string> split_values(std::string_view joined);

}  // namespace sitrep::schema
