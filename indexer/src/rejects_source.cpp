#include "rejects_source.hpp"

#include "base64.hpp"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace sitrep::indexer {
namespace {

/// Nothing if the line is none that a run wrote.
std::optional<RawRecord> unwrap(const std::string& line) {
    const auto json = nlohmann::json::parse(line, nullptr, false);
    if (!json.is_object() || !json.contains("reason")) return std::nullopt;
    const auto raw = json.find("raw");
    const auto input = json.find("input");
    const auto number = json.find("record");
    if (raw == json.end() || input == json.end() || number == json.end()) return std::nullopt;
    if (!raw->is_string() || !input->is_string() || !number->is_number_unsigned()) {
        return std::nullopt;
    }
    RawRecord record;
    record.is_retried = true;
    record.input = *input;
    const auto place = json.find("place");
    const bool has_place = place != json.end() && place->is_string();
    record.place = has_place ? place->get<std::string>() : record.input;
    record.number = *number;
    record.bytes = *raw;
    if (json.contains("format") && json["format"] == "text") record.format = InputFormat::Text;
    if (json.contains("raw_encoding")) {
        auto bytes = from_base64(record.bytes);
        if (!bytes) return std::nullopt;
        record.bytes = std::move(*bytes);
    }
    if (json.contains("raw_is_cut")) {
        record.fault = {"too_large", "only the beginning of the record was kept", std::nullopt};
    }
    return record;
}

}  // namespace

bool RejectsSource::next(RawRecord& record) {
    if (!lines_.next(record)) return false;
    if (record.fault) return true;
    if (auto unwrapped = unwrap(record.bytes)) record = std::move(*unwrapped);
    return true;
}

}  // namespace sitrep::indexer
