#include "jsonl_source.hpp"

#include <string_view>

namespace sitrep::indexer {

bool is_no_jsonl(std::string_view head) {
    return looks_binary(head) || head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF");
}

bool JsonlSource::next(RawRecord& record) {
    if (is_done_) return false;
    record.format = InputFormat::Jsonl;
    record.input = name_;
    record.place = place_;
    record.fault.reset();
    if (!has_begun_ && is_no_jsonl(lines_.head())) {
        is_done_ = true;
        record.number = 1;
        record.byte = 0;
        record.bytes = lines_.head().substr(0, 512);
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
        record.fault = {"too_large", "the line is longer than 100 MiB", std::nullopt};
    }
    return true;
}

}  // namespace sitrep::indexer
