#pragma once

#include <nlohmann/json.hpp>

#include <sitrep/schema/report.hpp>
#include <sitrep/schema/report_json.hpp>

// The parts of the JSON form that canonical records and stored reports share.
namespace sitrep::schema::json {

/// Every field but title, body and what was inferred.
void write_metadata(nlohmann::ordered_json& out, const Report& report);

/// Under the name of each facet: `[{"value", "rule", "text", "bytes": [begin, end]}]`.
[[nodiscard]] nlohmann::ordered_json inferred_to_json(const Report& report);

/// The reverse. Throws nlohmann's exceptions if an entry is ill-formed.
[[nodiscard]] std::vector<Inference> inferred_from_json(const nlohmann::json& object);

/// Input is made canonical; what was stored is canonical already and kept as it is.
enum class Values { Canonicalize, Keep };

/// Fills a report from an object; a fault if a known field has a value that makes no sense.
[[nodiscard]] std::optional<RecordFault> read_fields(const nlohmann::json& object, Values values,
                                                     Report& report);

/// JSON text on one line. Ill-formed UTF-8, which should not occur, is replaced.
template <typename Json>
[[nodiscard]] std::string dump(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace sitrep::schema::json
