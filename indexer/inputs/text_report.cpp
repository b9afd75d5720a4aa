#include "text_report.hpp"

#include "page_text.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <sitrep_internal/white_space.hpp>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <sitrep/schema/utf8.hpp>

namespace sitrep::indexer {
namespace {

constexpr std::size_t kDetectionBytes = 64U << 10U;

std::string convert(std::string_view bytes, const std::string& encoding) {
    const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                  encoding.c_str());
    std::string out;
    text.toUTF8String(out);
    return out;
}

/// Text with zero bytes that is no UTF-16 is not text.
bool is_binary(std::string_view bytes) {
    const bool is_utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    return !is_utf16 && bytes.find('\0') != std::string_view::npos;
}

struct CloseDetector {
    void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

/// ICU calls Western text ISO-8859-1, but its quotation marks are those of Windows-1252.
std::string detected_encoding(std::string_view bytes) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
    const auto sample = static_cast<std::int32_t>(std::min(bytes.size(), kDetectionBytes));
    ucsdet_setText(detector.get(), bytes.data(), sample, &status);
    const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
    const char* name = match != nullptr ? ucsdet_getName(match, &status) : nullptr;
    if (U_FAILURE(status) != 0 || name == nullptr) return "windows-1252";
    return std::string_view(name) == "ISO-8859-1" ? "windows-1252" : name;
}

std::string with_line_feeds(std::string text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r') {
            out += text[i];
        } else if (i + 1 == text.size() || text[i + 1] != '\n') {
            out += '\n';
        }
    }
    return out;
}

/// `goma-january_2025.txt` as people would write it.
std::string title_from_name(std::string_view file_name) {
    std::string title = std::filesystem::path(file_name).stem().string();
    std::ranges::replace_if(
        title, [](char c) { return c == '-' || c == '_'; }, ' ');
    return schema::is_valid_utf8(title) ? title : schema::repair_utf8(title);
}

}  // namespace

std::string decode_text(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (bytes.starts_with("\xFF\xFE")) return with_line_feeds(convert(bytes.substr(2), "UTF-16LE"));
    if (bytes.starts_with("\xFE\xFF")) return with_line_feeds(convert(bytes.substr(2), "UTF-16BE"));
    if (schema::is_valid_utf8(bytes)) return with_line_feeds(std::string(bytes));
    return with_line_feeds(convert(bytes, detected_encoding(bytes)));
}

std::variant<schema::Report, schema::RecordFault> report_from_text(std::string_view bytes,
                                                                   std::string_view file_name) {
    if (is_binary(bytes)) {
        return schema::RecordFault{"not_text", "the file is not text", std::nullopt};
    }
    const std::string text = decode_text(bytes);
    const std::string_view content = schema::trimmed(text);
    if (content.empty())
        return schema::RecordFault{"no_text", "the file has no text", std::nullopt};
    PageText page = read_page(content);
    schema::Report report;
    // A page of nothing but such lines is a report nevertheless.
    const bool is_empty = page.title.empty() && page.body.empty();
    report.title = page.title.empty() ? title_from_name(file_name) : std::move(page.title);
    report.body = is_empty ? std::string(content) : std::move(page.body);
    if (!page.left_out.empty() && !is_empty) {
        report.extra.push_back(
            {"left_out", nlohmann::json(page.left_out)
                             .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)});
    }
    return report;
}

}  // namespace sitrep::indexer
