#include "reject_line.hpp"

#include "base64.hpp"
#include "record_key.hpp"

#include <nlohmann/json.hpp>

#include <sitrep/schema/utf8.hpp>

namespace sitrep::indexer {
namespace {

/// Where the trouble was when the record was first refused: what was mended has other bytes.
std::uint64_t byte_of_fault(const RawRecord& record) {
    return record.is_retried ? record.byte : record.byte + record.fault->byte.value_or(0);
}

/// What a later run that tries the record again has to know of where it stood. That standard input
/// has no place need not be said, so a file of its name has to say where it is.
void put_origin(nlohmann::ordered_json& line, const RawRecord& record) {
    if (record.place.empty()) {
        line["stream"] = stream_key_of(record);
    } else if (record.place != record.input || record.input == kStandardInputName) {
        line["place"] = schema::repair_utf8(record.place);
    }
}

void take_origin(const nlohmann::json& line, RawRecord& record) {
    const auto text = [&](const char* key) {
        const auto found = line.find(key);
        return found != line.end() && found->is_string() ? found->get<std::string>() : "";
    };
    record.place = text("place");
    if (!record.place.empty()) return;
    record.stream_key = text("stream");
    if (!record.stream_key.empty()) return;
    if (record.input == kStandardInputName) {
        record.stream_key = content_key(record.bytes);
    } else {
        record.place = record.input;
    }
}

}  // namespace

std::string stream_key_of(const RawRecord& record) {
    return record.stream_key.empty() ? content_key(record.bytes) : record.stream_key;
}

std::string to_reject_line(const RawRecord& record) {
    nlohmann::ordered_json line;
    line["input"] = record.input;
    line["record"] = record.number;
    line["byte"] = byte_of_fault(record);
    line["reason"] = record.fault->reason;
    line["code"] = record.fault->code;
    const auto raw = schema::utf8_prefix(record.bytes, kMaxRejectedBytes);
    const bool is_text = schema::is_valid_utf8(raw);
    line["raw"] = is_text ? std::string(raw) : to_base64(raw);
    if (!is_text) line["raw_encoding"] = "base64";
    if (record.is_cut || raw.size() < record.bytes.size()) line["raw_is_cut"] = true;
    if (record.format == InputFormat::Text) line["format"] = "text";
    put_origin(line, record);
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
    record.number = *number;
    const auto byte = json.find("byte");
    if (byte != json.end() && byte->is_number_unsigned()) record.byte = *byte;
    record.bytes = *raw;
    if (json.contains("format") && json["format"] == "text") record.format = InputFormat::Text;
    if (json.contains("raw_encoding")) {
        auto bytes = from_base64(record.bytes);
        if (!bytes) return std::nullopt;
        record.bytes = std::move(*bytes);
    }
    take_origin(json, record);
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
