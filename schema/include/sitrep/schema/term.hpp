#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include <sitrep/schema/field_table.hpp>

namespace sitrep::schema {

/// The filter term of one canonical value: prefix and folded value, so that `Sample Wire` and
/// `sample wire` are one. Of a value too long for a term, the end is replaced by a hash.
[[nodiscard]] std::string keyword_term(FieldId field, std::string_view value);

/// The term of a report's id. Ids are compared byte by byte, so nothing is folded.
[[nodiscard]] std::string id_term(std::string_view id);

/// A word of a text field: prefix and term as the analyzer gives it.
[[nodiscard]] std::string word_term(FieldId field, std::string_view term);

[[nodiscard]] std::string month_term(std::chrono::year_month month);
[[nodiscard]] std::string year_term(std::chrono::year year);
[[nodiscard]] std::string stemmer_term(std::string_view stemmer);

/// `YYYYMMDD`: what date slots hold, ordered as text.
[[nodiscard]] std::string day_value(std::chrono::sys_days day);

}  // namespace sitrep::schema
