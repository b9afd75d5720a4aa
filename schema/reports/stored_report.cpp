#include "report_json_fields.hpp"
#include "stored_inferences.hpp"

#include <array>
#include <sitrep_internal/damage.hpp>
#include <sitrep_internal/packed_uint.hpp>
#include <xxhash.h>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/stored_report.hpp>

namespace sitrep::schema {
namespace {

/// Of the metadata. Records are nested less deeply; a library's caller may put in anything.
constexpr std::size_t kMaxDepth = 1000;
/// Added to the length of the stemmer's name, which is far below, if inferences are packed.
constexpr std::size_t kHasInferences = 64;

[[noreturn]] void damaged() {
    throw Error(ErrorCode::IndexDamaged, "a stored report cannot be read", kRebuildHint);
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

std::string encode_report(const Report& report, std::string_view stemmer, InferenceForm form) {
    const bool is_packed = form == InferenceForm::Packed && !report.inferred.empty();
    const std::string inferences = is_packed ? pack_inferences(report) : std::string();
    const auto in_json =
        is_packed || report.inferred.empty() ? Inferred::LeaveOut : Inferred::Include;
    const std::string text = json::write_object({{"id", report.id}}, report, in_json);

    std::string out;
    out.reserve(24 + stemmer.size() + text.size() + report.title.size() + report.body.size() +
                inferences.size());
    append_uint(out, stemmer.size() + (is_packed ? kHasInferences : 0));
    append_uint(out, text.size());
    append_uint(out, report.title.size());
    append_uint(out, report.body.size());
    if (is_packed) append_uint(out, inferences.size());
    out.append(stemmer).append(text).append(report.title).append(report.body).append(inferences);
    return out;
}

StoredReportView view_report(std::string_view encoded) {
    std::array<std::size_t, 5> lengths{};
    std::size_t count = 4;
    for (std::size_t i = 0; i < count; ++i) {
        const auto length = take_uint(encoded);
        if (!length) damaged();
        lengths[i] = *length;
        if (i == 0 && lengths[0] >= kHasInferences) {
            lengths[0] -= kHasInferences;
            count = 5;
        }
    }
    StoredReportView view;
    view.stemmer = take(encoded, lengths[0]);
    view.metadata = take(encoded, lengths[1]);
    view.title = take(encoded, lengths[2]);
    view.body = take(encoded, lengths[3]);
    view.inferences = take(encoded, lengths[4]);
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
    }
    if (!view.inferences.empty()) {
        auto inferred = unpack_inferences(view.inferences, view.title, view.body);
        if (!inferred) damaged();
        report.inferred = std::move(*inferred);
    }
    restore_dates(report);
    return report;
}

std::string fingerprint(std::string_view encoded) {
    XXH128_canonical_t bytes;
    XXH128_canonicalFromHash(&bytes, XXH3_128bits(encoded.data(), encoded.size()));
    return {reinterpret_cast<const char*>(bytes.digest), sizeof bytes.digest};
}

}  // namespace sitrep::schema
