#include "report_json_fields.hpp"

#include <array>
#include <xxhash.h>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/stored_report.hpp>

namespace sitrep::schema {
namespace {

/// Of the metadata. Records are nested less deeply; a library's caller may put in anything.
constexpr std::size_t kMaxDepth = 1000;

/// Four lengths come first, each in seven-bit groups, least significant first.
void append_length(std::string& out, std::size_t length) {
    while (length >= 128) {
        out += static_cast<char>((length & 127U) | 128U);
        length >>= 7U;
    }
    out += static_cast<char>(length);
}

[[noreturn]] void damaged() {
    throw Error(ErrorCode::IndexDamaged, "a stored report cannot be read",
                "build the index again with: sitrep index --rebuild");
}

std::size_t take_length(std::string_view& bytes) {
    std::size_t length = 0;
    for (unsigned shift = 0; shift <= 56; shift += 7) {
        if (bytes.empty()) damaged();
        const auto byte = static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(1);
        length |= static_cast<std::size_t>(byte & 127U) << shift;
        if (byte < 128) return length;
    }
    damaged();
}

std::string_view take(std::string_view& bytes, std::size_t length) {
    if (length > bytes.size()) damaged();
    const auto piece = bytes.substr(0, length);
    bytes.remove_prefix(length);
    return piece;
}

/// Inferred dates are not among the given values.
void restore_dates(Report& report) {
    for (const Inference& inference : report.inferred) {
        if (inference.field == FieldId::Date && !report.date) {
            report.date = ReportDate::parse(inference.value);
            if (!report.date) damaged();
        }
        if (inference.field == FieldId::EventFirst && !report.event_date) {
            report.event_date = parse_span(inference.value);
            if (!report.event_date) damaged();
        }
    }
}

}  // namespace

std::string encode_report(const Report& report, std::string_view stemmer) {
    const auto inferred = report.inferred.empty() ? Inferred::LeaveOut : Inferred::Include;
    const std::string text = json::write_object({{"id", report.id}}, report, inferred);

    std::string out;
    out.reserve(16 + stemmer.size() + text.size() + report.title.size() + report.body.size());
    append_length(out, stemmer.size());
    append_length(out, text.size());
    append_length(out, report.title.size());
    append_length(out, report.body.size());
    out.append(stemmer).append(text).append(report.title).append(report.body);
    return out;
}

StoredReportView view_report(std::string_view encoded) {
    std::array<std::size_t, 4> lengths{};
    for (auto& length : lengths) length = take_length(encoded);
    StoredReportView view;
    view.stemmer = take(encoded, lengths[0]);
    view.metadata = take(encoded, lengths[1]);
    view.title = take(encoded, lengths[2]);
    view.body = take(encoded, lengths[3]);
    if (!encoded.empty()) damaged();
    return view;
}

Report decode_report(const StoredReportView& view) {
    Report report;
    report.title = view.title;
    report.body = view.body;
    json::ObjectReader reader(kMaxDepth);
    const auto metadata = reader.read(view.metadata);
    if (!metadata || json::read_fields(*metadata, nullptr, report)) damaged();
    if (const auto* value = metadata->find("inferred")) {
        auto inferred = json::read_inferred(*value);
        if (!inferred) damaged();
        report.inferred = std::move(*inferred);
        restore_dates(report);
    }
    return report;
}

std::string fingerprint(std::string_view encoded) {
    XXH128_canonical_t bytes;
    XXH128_canonicalFromHash(&bytes, XXH3_128bits(encoded.data(), encoded.size()));
    return {reinterpret_cast<const char*>(bytes.digest), sizeof bytes.digest};
}

}  // namespace sitrep::schema
