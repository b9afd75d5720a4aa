#pragma once

#include "json_value.hpp"

#include <optional>
#include <string>
#include <vector>

#include <sitrep/schema/report.hpp>
#include <sitrep/schema/report_json.hpp>
#include <sitrep/schema/vocabulary.hpp>

// The parts of the JSON form that canonical records and stored reports share.
namespace sitrep::schema::json {

/// Texts that stand before the other fields: the id, and in a canonical record title and body.
struct LeadingField {
    std::string_view name;
    std::string_view text;
};

/// A JSON object with the leading fields, all fields but id, title and body, and on request what
/// was inferred: under the name of each facet `[{"value", "rule", "text", "bytes": [begin, end]}]`.
[[nodiscard]] std::string write_object(const std::vector<LeadingField>& leading,
                                       const Report& report, Inferred inferred);

/// The reverse. Nothing if an entry is ill-formed.
[[nodiscard]] std::optional<std::vector<Inference>> read_inferred(Value value);

/// Fills a report from an object; a fault if a known field has a value that makes no sense. Values
/// of input are made canonical with the vocabulary; what was stored is canonical already and kept
/// as it is, without one.
[[nodiscard]] std::optional<RecordFault> read_fields(const Object& object,
                                                     const Vocabulary* vocabulary, Report& report);

/// The name of a field that `read_fields` knows.
[[nodiscard]] bool is_known_name(std::string_view name);

}  // namespace sitrep::schema::json
