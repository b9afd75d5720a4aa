#include "rejects_file.hpp"

#include "base64.hpp"
#include "safe_file.hpp"

#include <nlohmann/json.hpp>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/utf8.hpp>

namespace sitrep::indexer {
namespace {

std::string to_line(const RawRecord& record) {
    nlohmann::ordered_json line;
    line["input"] = record.input;
    line["record"] = record.number;
    line["byte"] = record.byte + record.fault->byte.value_or(0);
    line["reason"] = record.fault->reason;
    line["code"] = record.fault->code;
    const bool is_cut =
        record.fault->code == "too_large" || record.bytes.size() > kMaxRejectedBytes;
    const auto raw = schema::utf8_prefix(record.bytes, kMaxRejectedBytes);
    const bool is_text = schema::is_valid_utf8(raw);
    line["raw"] = is_text ? std::string(raw) : to_base64(raw);
    if (!is_text) line["raw_encoding"] = "base64";
    if (is_cut) line["raw_is_cut"] = true;
    // What a later run that tries the record again has to know of it.
    if (record.format == InputFormat::Text) line["format"] = "text";
    if (!record.place.empty() && record.place != record.input) {
        line["place"] = schema::repair_utf8(record.place);
    }
    return line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace

RejectsFile::RejectsFile(std::optional<std::filesystem::path> path) : path_(std::move(path)) {
    if (!path_) return;
    temporary_ = *path_;
    temporary_ += ".tmp";
}

RejectsFile::~RejectsFile() {
    if (!file_.is_open()) return;
    file_.close();
    std::error_code ignored;
    std::filesystem::remove(temporary_, ignored);
}

void RejectsFile::add(const RawRecord& record) {
    ++count_;
    if (!path_) return;
    if (!file_.is_open()) file_.open(temporary_, std::ios::binary | std::ios::trunc);
    file_ << to_line(record) << '\n';
    if (!file_) throw schema::Error(schema::ErrorCode::Io, "cannot write " + temporary_.string());
}

void RejectsFile::publish() {
    if (!path_) return;
    if (count_ == 0) {
        std::error_code ignored;
        for (const auto& old : {*path_, temporary_}) std::filesystem::remove(old, ignored);
        return;
    }
    file_.close();
    if (!file_) throw schema::Error(schema::ErrorCode::Io, "cannot write " + temporary_.string());
    replace_file(temporary_, *path_);
    is_published_ = true;
}

std::optional<std::filesystem::path> RejectsFile::published() const {
    return is_published_ ? path_ : std::nullopt;
}

}  // namespace sitrep::indexer
