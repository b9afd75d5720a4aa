#pragma once

#include <string>
#include <string_view>

#include <sitrep/schema/report.hpp>

namespace sitrep::schema {

/// A report as it lies in an index (Xapian's document data): the texts as they are, so that they
/// can be read without parsing, and the given fields as JSON. The views point into the encoded
/// bytes.
struct StoredReportView {
    std::string_view stemmer;   ///< algorithm that the words went through
    std::string_view metadata;  ///< JSON object
    std::string_view title;
    std::string_view body;
    std::string_view inferences;  ///< packed; empty if there are none, or in the JSON
};

/// How inferences are written: with the other fields, as old indexes have it, or packed.
enum class InferenceForm { Json, Packed };

[[nodiscard]] std::string encode_report(const Report& report, std::string_view stemmer,
                                        InferenceForm form = InferenceForm::Packed);

/// Throws `Error` (IndexDamaged) if the bytes are no stored report.
[[nodiscard]] StoredReportView view_report(std::string_view encoded);
/// Of a view without the texts, inferences have no words.
[[nodiscard]] Report decode_report(const StoredReportView& view);

/// XXH3-128 of the encoded bytes, 16 bytes: equal for reports that are stored alike.
[[nodiscard]] std::string fingerprint(std::string_view encoded);

}  // namespace sitrep::schema
