#include "jsonl_source.hpp"

#include <algorithm>
#include <sitrep_internal/white_space.hpp>
#include <string_view>

#include <sitrep/schema/utf8.hpp>

namespace sitrep::indexer {
namespace {

using namespace std::string_view_literals;

constexpr auto kBlank = " \t\r\n"sv;
constexpr auto kPadding = " \t\r\n\0"sv;  // a file system may leave zeros after a power cut

/// Chance makes a line of this kind of random bytes once in thousands of gigabytes.
bool is_like_a_record(std::string_view line) {
    line = schema::without_leading(line, kBlank);
    line = line.substr(0, line.find_last_not_of(kBlank) + 1);
    return line.starts_with('{') && line.ends_with('}') && line.find('\0') == line.npos &&
           schema::is_valid_utf8(line);
}

bool begins_with_a_record(std::string_view head) {
    const auto text = schema::without_leading(head, kPadding);
    return text.empty() || (text.starts_with('{') &&
                            schema::without_leading(text.substr(1), kBlank).starts_with('"'));
}

bool has_a_record(std::string_view head) {
    if (begins_with_a_record(head)) return true;
    while (!head.empty()) {
        const auto line = head.substr(0, head.find('\n'));
        if (is_like_a_record(line)) return true;
        head.remove_prefix(std::min(line.size() + 1, head.size()));
    }
    return false;
}

}  // namespace

bool is_no_jsonl(std::string_view head) {
    if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) return true;
    return head.find('\0') != head.npos && !has_a_record(head);
}

bool JsonlSource::next(RawRecord& record) {
    if (is_done_) return false;
    record.format = InputFormat::Jsonl;
    record.input = name_;
    record.place = place_;
    record.fault.reset();
    record.is_cut = false;
    if (!has_begun_ && is_no_jsonl(lines_.head())) {
        is_done_ = true;
        record.number = 1;
        record.byte = 0;
        record.bytes = lines_.head().substr(0, 512);
        record.is_cut = true;
        record.fault = {"not_text", "the file is not UTF-8 text, so none of it was read",
                        std::nullopt};
        return true;
    }
    has_begun_ = true;
    JsonlLine line;
    if (!lines_.next(line)) {
        is_done_ = true;
        return false;
    }
    record.number = line.number;
    record.byte = line.byte;
    record.bytes = line.text;
    if (line.is_cut) {
        record.is_cut = true;
        record.fault = {"too_large", "the line is longer than 100 MiB", std::nullopt};
    }
    return true;
}

}  // namespace sitrep::indexer
