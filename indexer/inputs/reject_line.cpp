#include "reject_line.hpp"

#include "base64.hpp"

#include <nlohmann/json.hpp>

#include <sitrep/schema/utf8.hpp>

namespace sitrep::indexer {

std::string to_reject_line(const RawRecord& record) {
    nlohmann::ordered_json line;
    line["input"] = record.input;
    line["record"] = record.number;
    line["byte"] = record.byte + record.fault->byte.value_or(0);
    line["reason"] = record.fault->reason;
    line["code"] = record.fault->code;
    const auto raw = schema::utf8_prefix(record.bytes, kMaxRejectedBytes);
    const bool is_text = schema::is_valid_utf8(raw);
    line["raw"] = is_text ? std::string(raw) : to_base64(raw);
    if (!is_text) line["raw_encoding"] = "base64";
    if (record.is_cut || raw.size() < record.bytes.size()) line["raw_is_cut"] = true;
    // What a later run that tries the record again has to know of it.
    if (record.format == InputFormat::Text) line["format"] = "text";
    if (!record.place.empty() && record.place != record.input) {
        line["place"] = schema::repair_utf8(record.place);
    }
    return line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::optional<RawRecord> from_reject_line(std::string_view line) {
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
        const auto code = json.find("code");
        const bool has_code = code != json.end() && code->is_string() && !code->empty();
        record.is_cut = true;
        record.fault = {has_code ? code->get<std::string>() : "too_large",
                        "only the beginning of the record was kept", std::nullopt};
    }
    return record;
}

}  // namespace sitrep::indexer
