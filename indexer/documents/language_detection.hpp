#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <sitrep/schema/report.hpp>

namespace sitrep::indexer {

/// The language of a text as an ISO 639-1 code, if the detector is sure of it. Looks at the
/// beginning only. The text must be valid UTF-8. Safe to call from many threads.
[[nodiscard]] std::optional<std::string> detect_language(std::string_view text);

enum class RecordLanguage { Yes, No };

/// The language that a report's words are analyzed in: the given one, else the detected one, else
/// `fallback`. With `Yes`, a detected language is added to what was inferred of the report.
[[nodiscard]] std::string settle_language(schema::Report& report, const std::string& fallback,
                                          RecordLanguage record);

}  // namespace sitrep::indexer
