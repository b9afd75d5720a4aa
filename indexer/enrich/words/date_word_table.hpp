#pragma once

#include "date_words.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace sitrep::indexer {

/// The languages that dates are read in. Russian and Ukrainian are one: short texts are often
/// taken for the other, and no word means two things.
enum class DateLanguage : std::uint8_t { English, French, Spanish, Cyrillic, Arabic };

/// Words of one meaning, folded, with spaces between them.
struct DateWordRow {
    DateWord::Kind kind;
    std::int32_t value;
    std::string_view words;
};

[[nodiscard]] std::span<const DateWordRow> date_word_rows(DateLanguage language) noexcept;

// Those of other scripts, which `date_word_rows` gives too.
[[nodiscard]] std::span<const DateWordRow> cyrillic_date_rows() noexcept;
[[nodiscard]] std::span<const DateWordRow> arabic_date_rows() noexcept;

}  // namespace sitrep::indexer
