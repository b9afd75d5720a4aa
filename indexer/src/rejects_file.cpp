#include "rejects_file.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include <sitrep/schema/utf8.hpp>

#include "safe_file.hpp"

namespace sitrep::indexer {
namespace {

std::string base64(std::string_view bytes) {
    constexpr std::string_view kDigits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t group = 0;
        for (std::size_t j = 0; j < 3; ++j) {
            group = (group << 8U) | (j < count ? static_cast<unsigned char>(bytes[i + j]) : 0U);
        }
        for (std::size_t j = 0; j < 4; ++j) {
            out += j <= count ? kDigits[(group >> (18U - 6U * j)) & 63U] : '=';
        }
    }
    return out;
}

}  // namespace

void RejectsFile::add(const RawRecord& record) {
    ++count_;
    nlohmann::ordered_json line;
    line["input"] = record.input;
    line["record"] = record.number;
    line["byte"] = record.byte + record.fault->byte.value_or(0);
    line["reason"] = record.fault->reason;
    line["code"] = record.fault->code;
    const bool is_cut = record.fault->code == "too_large" || record.bytes.size() > kMaxRejectedBytes;
    const auto raw = schema::utf8_prefix(record.bytes, kMaxRejectedBytes);
    const bool is_text = schema::is_valid_utf8(raw);
    line["raw"] = is_text ? std::string(raw) : base64(raw);
    if (!is_text) line["raw_encoding"] = "base64";
    if (is_cut) line["raw_is_cut"] = true;
    lines_ += line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    lines_ += '\n';
}

void RejectsFile::write(const std::filesystem::path& path) const {
    if (count_ > 0) {
        write_file_atomically(path, lines_);
        return;
    }
    std::error_code error;
    std::filesystem::remove(path, error);
}

}  // namespace sitrep::indexer
