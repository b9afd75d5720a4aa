#include "language_detection.hpp"

#include "plain_english.hpp"

// clang-format off: compact_lang_det.h needs <cstdio> and does not include it.
#include <cld2/public/compact_lang_det.h>
#include <cstdio>
// clang-format on

#include <sitrep/schema/language.hpp>
#include <sitrep/schema/utf8.hpp>

namespace sitrep::indexer {
namespace {

constexpr std::size_t kSampleBytes = 2048;

}  // namespace

std::optional<std::string> detect_language(std::string_view text) {
    const std::string_view sample = schema::utf8_prefix(text, kSampleBytes);
    if (is_plainly_english(sample)) return "en";
    bool is_reliable = false;
    const auto language = CLD2::DetectLanguage(sample.data(), static_cast<int>(sample.size()),
                                               /*is_plain_text=*/true, &is_reliable);
    if (!is_reliable || language == CLD2::UNKNOWN_LANGUAGE) return std::nullopt;
    return schema::normalize_language(CLD2::LanguageCode(language));
}

std::string settle_language(schema::Report& report, const std::string& fallback,
                            RecordLanguage record) {
    if (!report.language.empty()) return report.language;
    // The title alone is often too short, and in capitals; the body decides if there is one.
    const auto detected = detect_language(report.body.empty() ? report.title : report.body);
    if (!detected) return fallback;
    if (record == RecordLanguage::Yes) {
        report.inferred.push_back({schema::FieldId::Language, *detected, "detected", "", 0, 0});
    }
    return *detected;
}

}  // namespace sitrep::indexer
