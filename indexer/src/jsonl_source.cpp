#include "jsonl_source.hpp"

#include <string_view>

namespace sitrep::indexer {
namespace {

constexpr std::size_t kChunkBytes = 1U << 20U;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_blank(std::string_view line) {
    return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

}  // namespace

bool JsonlSource::fill() {
    buffer_offset_ += buffer_.size();
    buffer_.clear();
    at_ = 0;
    return stream_.read_more(buffer_, kChunkBytes);
}

void JsonlSource::begin() {
    has_begun_ = true;
    fill();
    if (std::string_view(buffer_).starts_with(kByteOrderMark)) at_ = kByteOrderMark.size();
    is_binary_ = looks_binary(buffer_) || std::string_view(buffer_).starts_with("\xFF\xFE") ||
                 std::string_view(buffer_).starts_with("\xFE\xFF");
}

bool JsonlSource::next_line(Line& line) {
    line.text.clear();
    line.byte = buffer_offset_ + at_;
    line.is_cut = false;
    bool has_bytes = false;
    while (true) {
        if (at_ == buffer_.size() && !fill()) break;
        has_bytes = true;
        const std::size_t end = buffer_.find('\n', at_);
        const std::size_t stop = end == std::string::npos ? buffer_.size() : end;
        const std::size_t room = kMaxRecordBytes - line.text.size();
        const std::size_t size = stop - at_;
        line.text.append(buffer_, at_, size < room ? size : room);
        line.is_cut = line.is_cut || size > room;
        at_ = stop;
        if (end != std::string::npos) {
            ++at_;
            break;
        }
    }
    if (line.text.ends_with('\r')) line.text.pop_back();
    return has_bytes;
}

bool JsonlSource::next(RawRecord& record) {
    if (!has_begun_) begin();
    if (is_done_) return false;
    record.format = InputFormat::Jsonl;
    record.input = name_;
    record.place = place_;
    if (is_binary_) {
        is_done_ = true;
        record.number = 1;
        record.byte = 0;
        record.bytes = buffer_.substr(0, 512);
        record.fault = {"not_text", "the file is not UTF-8 text, so none of it was read",
                        std::nullopt};
        return true;
    }
    Line line;
    do {
        if (!next_line(line)) {
            is_done_ = true;
            return false;
        }
        ++line_number_;
    } while (is_blank(line.text));
    record.number = line_number_;
    record.byte = line.byte;
    record.fault.reset();
    if (line.is_cut) {
        record.fault = {"too_large", "the line is longer than 100 MiB", std::nullopt};
        line.text.resize(kMaxRejectedBytes);
    }
    record.bytes = std::move(line.text);
    return true;
}

}  // namespace sitrep::indexer
