#include "jsonl_lines.hpp"

#include "record_source.hpp"

#include <cstring>

namespace sitrep::indexer {
namespace {

constexpr std::size_t kChunkBytes = 1U << 20U;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_blank(std::string_view line) {
    return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

}  // namespace

std::string_view JsonlLines::head() {
    begin();
    return {buffer_.get() + begin_, end_ - begin_};
}

void JsonlLines::begin() {
    if (has_begun_) return;
    has_begun_ = true;
    fill();
    if (std::string_view(buffer_.get(), end_).starts_with(kByteOrderMark)) {
        begin_ = kByteOrderMark.size();
        offset_ = begin_;
    }
}

/// For one chunk more behind what was read.
void JsonlLines::make_room() {
    const std::size_t held = end_ - begin_;
    if (held + kChunkBytes > capacity_) {
        capacity_ = 2 * (held + kChunkBytes);
        auto larger = std::make_unique_for_overwrite<char[]>(capacity_);
        if (held > 0) std::memcpy(larger.get(), buffer_.get() + begin_, held);
        buffer_ = std::move(larger);
    } else if (begin_ > 0) {
        std::memmove(buffer_.get(), buffer_.get() + begin_, held);
    }
    begin_ = 0;
    end_ = held;
}

bool JsonlLines::fill() {
    make_room();
    const std::size_t got = stream_.read(buffer_.get() + end_, kChunkBytes);
    end_ += got;
    return got > 0;
}

bool JsonlLines::next(JsonlLine& line) {
    begin();
    do {
        if (!next_of_any_kind(line)) return false;
    } while (is_blank(line.text));
    return true;
}

bool JsonlLines::next_of_any_kind(JsonlLine& line) {
    std::size_t searched = 0;
    const char* newline = nullptr;
    while (true) {
        const char* const from = buffer_.get() + begin_ + searched;
        const std::size_t size = end_ - begin_ - searched;
        if (size > 0) newline = static_cast<const char*>(std::memchr(from, '\n', size));
        if (newline != nullptr) break;
        searched = end_ - begin_;
        if (searched > kMaxRecordBytes) break;
        if (!fill()) break;
    }
    if (newline == nullptr && begin_ == end_) return false;
    line.number = ++number_;
    line.byte = offset_;
    line.is_cut = newline == nullptr && searched > kMaxRecordBytes;
    if (line.is_cut) {
        cut(line);
        return true;
    }
    const char* const first = buffer_.get() + begin_;
    const std::size_t size =
        newline != nullptr ? static_cast<std::size_t>(newline - first) : end_ - begin_;
    line.text = {first, size};
    if (line.text.ends_with('\r')) line.text.remove_suffix(1);
    const std::size_t taken = size + (newline != nullptr ? 1 : 0);
    begin_ += taken;
    offset_ += taken;
    return true;
}

/// Keeps the beginning of the line where it is and reads over the rest.
void JsonlLines::cut(JsonlLine& line) {
    const std::size_t kept_begin = begin_;
    offset_ += end_ - begin_;
    std::size_t rest = kept_begin + kMaxRejectedBytes;
    begin_ = end_ = rest;
    while (const std::size_t got = stream_.read(buffer_.get() + rest, kChunkBytes)) {
        const auto* newline =
            static_cast<const char*>(std::memchr(buffer_.get() + rest, '\n', got));
        if (newline == nullptr) {
            offset_ += got;
            continue;
        }
        begin_ = static_cast<std::size_t>(newline - buffer_.get()) + 1;
        end_ = rest + got;
        offset_ += begin_ - rest;
        break;
    }
    line.text = {buffer_.get() + kept_begin, kMaxRejectedBytes};
}

}  // namespace sitrep::indexer
